package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Calls the method that Rust has for what was meant: the name that other languages use, another
/// spelling, a method of the same meaning for this type.
///
/// rustc says ``no method named `length` found for struct `Vec<i32>` `` and points at the name.
final class CorrectMethod implements Operation {
  private static final Pattern MESSAGE =
      Pattern.compile(
          "no method named `(\\w+)` found for (?:[a-z ]+ )?`(.+)` in the current scope");

  /// Names of other languages; several meanings stand in the order of their likelihood.
  private static final Map<String, List<String>> NAMES =
      Map.ofEntries(
          Map.entry("length", List.of("len", "count")),
          Map.entry("size", List.of("len")),
          Map.entry("count", List.of("len")),
          Map.entry("len", List.of("count")),
          Map.entry("append", List.of("push", "push_str", "insert", "extend")),
          Map.entry("add", List.of("push", "insert", "push_str")),
          Map.entry("push", List.of("insert", "push_back", "push_str")),
          Map.entry("push_str", List.of("push")),
          Map.entry("enqueue", List.of("push_back")),
          Map.entry("dequeue", List.of("pop_front")),
          Map.entry("put", List.of("insert")),
          Map.entry("set", List.of("insert")),
          Map.entry("includes", List.of("contains")),
          Map.entry("has", List.of("contains", "contains_key")),
          Map.entry("has_key", List.of("contains_key")),
          Map.entry("contains", List.of("contains_key")),
          Map.entry("contains_key", List.of("contains")),
          Map.entry("delete", List.of("remove")),
          Map.entry("erase", List.of("remove")),
          Map.entry("tostring", List.of("to_string")),
          Map.entry("str", List.of("to_string")),
          Map.entry("to_str", List.of("as_str", "to_string")),
          Map.entry("to_s", List.of("to_string")),
          Map.entry("upper", List.of("to_uppercase")),
          Map.entry("lower", List.of("to_lowercase")),
          Map.entry("to_upper", List.of("to_uppercase")),
          Map.entry("to_lower", List.of("to_lowercase")),
          Map.entry("to_upper_case", List.of("to_uppercase")),
          Map.entry("to_lower_case", List.of("to_lowercase")),
          Map.entry("strip", List.of("trim")),
          Map.entry("index_of", List.of("find")),
          Map.entry("equals", List.of("eq")),
          Map.entry("foreach", List.of("for_each")),
          Map.entry("each", List.of("for_each")),
          Map.entry("select", List.of("map")),
          Map.entry("where", List.of("filter")),
          Map.entry("reduce", List.of("fold")),
          Map.entry("reverse", List.of("rev")),
          Map.entry("rev", List.of("reverse")),
          Map.entry("some", List.of("any")),
          Map.entry("every", List.of("all")),
          Map.entry("pow", List.of("powi", "powf")),
          Map.entry("powi", List.of("pow")),
          Map.entry("powf", List.of("pow")),
          Map.entry("power", List.of("pow", "powi")),
          Map.entry("keys", List.of("iter")),
          Map.entry("empty", List.of("is_empty")),
          Map.entry("is_none_or_empty", List.of("is_empty")),
          Map.entry("to_int", List.of("parse")),
          Map.entry("clone_from", List.of("clone")),
          Map.entry("head", List.of("first")),
          Map.entry("back", List.of("last")),
          Map.entry("front", List.of("first")));

  private static final Set<String> NUMBER_METHODS =
      Set.of(
          "sqrt",
          "sin",
          "cos",
          "tan",
          "floor",
          "ceil",
          "round",
          "ln",
          "log10",
          "log2",
          "exp",
          "powf",
          "cbrt",
          "atan2",
          "hypot",
          "recip",
          "to_radians",
          "to_degrees",
          "atan",
          "asin",
          "acos");

  @Override
  public String name() {
    return "correct-method";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Matcher message = MESSAGE.matcher(site.diagnostic().message());
    SyntaxNode node = site.node();
    if (!message.find() || !node.is("field_identifier")) {
      return List.of();
    }
    String called = message.group(1);
    RustType type = RustType.of(message.group(2));
    var names = new LinkedHashMap<String, Integer>();
    own(site, type, called, names);
    String snake = called.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    if (!snake.equals(called)) {
      names.putIfAbsent(snake, 0);
    }
    for (String meaning :
        NAMES.getOrDefault(snake, NAMES.getOrDefault(called.toLowerCase(Locale.ROOT), List.of()))) {
      names.putIfAbsent(meaning, 4 * names.size());
    }
    var found = new ArrayList<Proposal>();
    names.forEach((name, penalty) ->
        site.edits()
            .replace(node, name)
            .patch()
            .ifPresent(patch ->
                found.add(
                    Proposal.of("Call `" + name + "` instead of `" + called + "`", patch)
                        .penalized(penalty))));
    floating(site, node, type, called, found);
    return found.stream().limit(8).toList();
  }

  /// The type's own methods with nearly this name.
  private static void own(Site site, RustType type, String called, Map<String, Integer> names) {
    int most = Math.max(1, called.length() / 3);
    site.crate().impls(type.bare().name()).stream()
        .flatMap(impl -> impl.node().child("body").stream())
        .flatMap(body -> body.namedChildren().stream())
        .filter(item -> item.is("function_item"))
        .flatMap(item -> item.child("name").stream())
        .map(SyntaxNode::text)
        .distinct()
        .forEach(name -> {
          int distance = Spelling.distance(called, name);
          if (distance <= most || name.startsWith(called + "_") || name.endsWith("_" + called)) {
            names.put(name, distance);
          }
        });
  }

  /// A function of floating-point numbers on an integer.
  private static void floating(
      Site site, SyntaxNode node, RustType type, String called, List<Proposal> found) {
    RustType bare = type.bare();
    Optional<SyntaxNode> receiver = node.parent().flatMap(field -> field.child("value"));
    if (!NUMBER_METHODS.contains(called) || !bare.isInteger() || receiver.isEmpty()) {
      return;
    }
    boolean widens = bare.widensTo(RustType.of("f64")) && !type.isReference();
    SyntaxNode inner =
        receiver.get().is("parenthesized_expression")
            ? receiver.get().namedChildren().getFirst()
            : receiver.get();
    String text =
        (type.isReference() ? "*" : "")
            + (Nodes.isAtom(inner) || type.isReference() ? inner.text() : "(" + inner.text() + ")");
    String written = widens ? "f64::from(" + inner.text() + ")" : "(" + text + " as f64)";
    site.edits()
        .replace(receiver.get(), written)
        .patch()
        .ifPresent(patch ->
            found.add(Proposal.of("Compute `" + called + "` with `f64`", patch).penalized(5)));
  }
}
