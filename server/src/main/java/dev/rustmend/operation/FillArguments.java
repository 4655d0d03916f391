package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Passes the missing argument, where one variable in scope has just its type, and calls the
/// constructor that takes the arguments that are there.
///
/// rustc says ``argument #2 of type `T` is missing`` (E0061, E0057) at the call.
final class FillArguments implements Operation {
  private static final Pattern MISSING =
      Pattern.compile("argument #(\\d+)(?: of type `(.+)`)? is missing");
  private static final Map<String, String> BUILDERS =
      Map.of(
          "String",
          "from",
          "PathBuf",
          "from",
          "Vec",
          "with_capacity",
          "HashMap",
          "from",
          "HashSet",
          "from");

  @Override
  public String name() {
    return "fill-arguments";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> call = site.enclosing("call_expression");
    var found = new ArrayList<Proposal>();
    call.ifPresent(node -> {
      missing(site, node, found);
      constructor(site, node, found);
    });
    return found;
  }

  private static void missing(Site site, SyntaxNode call, List<Proposal> found) {
    for (String remark : site.remarks()) {
      Matcher missing = MISSING.matcher(remark);
      if (missing.matches() && missing.group(2) != null) {
        int index = Integer.parseInt(missing.group(1)) - 1;
        fill(site, call, index, RustType.of(missing.group(2)), found);
        return;
      }
    }
  }

  private static void fill(
      Site site, SyntaxNode call, int index, RustType type, List<Proposal> found) {
    var types = new LocalTypes(site.crate());
    var fitting = new ArrayList<String>();
    var used = Nodes.arguments(call).stream().map(SyntaxNode::text).toList();
    Bindings.visible(call)
        .forEach((name, binding) -> {
          Optional<RustType> has = types.ofBinding(binding).filter(RustType::isWritable);
          boolean exact = has.filter(type::fits).isPresent();
          boolean lent = type.isReference() && has.filter(held -> lends(type, held)).isPresent();
          String text = exact ? name : (type.isMutableReference() ? "&mut " : "&") + name;
          if ((exact || lent) && !used.contains(text)) {
            fitting.add(text);
          }
        });
    if (type.isUnit()) {
      fitting.add("()");
    }
    if (fitting.isEmpty()) {
      fitting.addAll(fields(site, call, index, type));
    }
    if (fitting.size() > 1) {
      Optional<String> wanted = parameter(site, call, index);
      fitting.removeIf(
          text -> !text.equals(wanted.orElse("")) && !text.equals("&" + wanted.orElse("")));
    }
    if (fitting.size() == 1) {
      insert(site, call, index, fitting.getFirst())
          .ifPresent(edits ->
              edits
                  .patch()
                  .ifPresent(patch ->
                      found.add(
                          Proposal.of(
                                  "Pass `" + fitting.getFirst() + "` as the missing argument",
                                  patch)
                              .penalized(5))));
    }
  }

  /// The only field of `self` that has just the type, where the parameter is called alike or has no
  /// name, or another call is passed the field.
  private static List<String> fields(Site site, SyntaxNode call, int index, RustType type) {
    String owner = Named.impl(call).map(Named::selfType).orElse("");
    boolean method =
        Nodes.above(call, "function_item").filter(f -> Callee.self(f).isPresent()).isPresent();
    List<String> fitting =
        new LocalTypes(site.crate())
            .fields(owner).entrySet().stream()
                .filter(field -> field.getValue().equals(type) && type.isCopied())
                .map(Map.Entry::getKey)
                .toList();
    if (!method || fitting.size() != 1) {
      return List.of();
    }
    String text = "self." + fitting.getFirst();
    Optional<String> parameter = parameter(site, call, index);
    boolean alike = parameter.filter(name -> !NearNames.near(name, fitting).isEmpty()).isPresent();
    return alike || isPassed(site, text) ? List.of(text) : List.of();
  }

  private static boolean isPassed(Site site, String text) {
    return site.tree()
        .root()
        .descendants()
        .anyMatch(node ->
            node.is("field_expression")
                && node.text().equals(text)
                && node.parent().filter(up -> up.is("arguments")).isPresent());
  }

  private static Optional<String> parameter(Site site, SyntaxNode call, int index) {
    return Callee.of(site, call)
        .map(callee -> Callee.parameters(callee.function()))
        .filter(all -> index < all.size())
        .flatMap(all -> all.get(index).child("pattern"))
        .map(SyntaxNode::text);
  }

  private static boolean lends(RustType type, RustType held) {
    RustType wanted = type.referent();
    return !held.isReference()
        && (wanted.fits(held)
            || (wanted.text().equals("str") && held.isNamed("String"))
            || (wanted.isSlice()
                && held.isNamed("Vec")
                && wanted.element().fits(held.argument(0))));
  }

  private static Optional<Edits> insert(Site site, SyntaxNode call, int index, String text) {
    List<SyntaxNode> arguments = Nodes.arguments(call);
    if (index < arguments.size()) {
      return Optional.of(site.edits().insert(arguments.get(index).range().start(), text + ", "));
    }
    if (!arguments.isEmpty()) {
      return Optional.of(site.edits().insert(arguments.getLast().range().end(), ", " + text));
    }
    return call.child("arguments").map(list -> site.edits().insert(list.range().end() - 1, text));
  }

  /// `String::new("a")` is written `String::from("a")`.
  private static void constructor(Site site, SyntaxNode call, List<Proposal> found) {
    Optional<SyntaxNode> path =
        call.child("function").filter(function -> function.is("scoped_identifier"));
    Optional<SyntaxNode> name = path.flatMap(node -> node.child("name"));
    String type = path.flatMap(node -> node.child("path")).map(SyntaxNode::text).orElse("");
    boolean takes = Nodes.arguments(call).size() == 1;
    String base = RustType.of(type.replace("::<", "<")).name();
    if (takes && name.filter(node -> node.text().equals("new")).isPresent()) {
      List<String> builders = new ArrayList<>();
      Optional.ofNullable(BUILDERS.get(base)).ifPresent(builders::add);
      if (base.equals("Vec")) {
        builders.add("from");
      }
      for (String builder : builders) {
        site.edits()
            .replace(name.get(), builder)
            .patch()
            .ifPresent(patch ->
                found.add(Proposal.of("Build it with `" + base + "::" + builder + "`", patch)));
      }
    }
  }
}
