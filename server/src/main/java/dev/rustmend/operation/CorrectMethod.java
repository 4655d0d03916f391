package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.EditDistance;
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
    for (String meaning : meanings(site, type, called, snake)) {
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

  /// What the name says in other languages: nothing about a type of the crate, which has the
  /// methods that it declares, unless it gives those of another.
  private static List<String> meanings(Site site, RustType type, String called, String snake) {
    String name = type.bare().name();
    boolean own =
        !site.crate().types(name).isEmpty()
            && site.crate().impls(name).stream()
                .noneMatch(impl ->
                    Declarations.traitName(impl.node()).filter("Deref"::equals).isPresent());
    if (own) {
      return List.of();
    }
    List<String> meanings = ForeignNames.ofMethod(snake);
    return meanings.isEmpty() ? ForeignNames.ofMethod(called.toLowerCase(Locale.ROOT)) : meanings;
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
          int distance = EditDistance.between(called, name);
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
