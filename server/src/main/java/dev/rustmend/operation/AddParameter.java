package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Gives a function of the crate the parameter that all of its calls already pass a value for.
///
/// rustc labels the ``unexpected argument #2 of type `u32` `` (E0061, E0057). Where the body uses
/// one name that nothing declares, that is the parameter's; else the author has to say what the
/// function does with it, and only a person takes the repair.
final class AddParameter implements Operation {
  private static final Pattern UNEXPECTED =
      Pattern.compile("unexpected argument(?: #(\\d+))?(?: of type `(.+)`)?");
  private static final int SIGNATURE = 20;

  @Override
  public String name() {
    return "add-parameter";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> call = site.enclosing("call_expression");
    Optional<Callee> callee = call.flatMap(node -> Callee.of(site, node));
    List<Matcher> unexpected =
        site.remarks().stream().map(UNEXPECTED::matcher).filter(Matcher::matches).toList();
    if (callee.isEmpty() || unexpected.size() != 1) {
      return List.of();
    }
    SyntaxNode function = callee.get().function();
    List<SyntaxNode> arguments = callee.get().arguments();
    int at =
        Optional.ofNullable(unexpected.getFirst().group(1)).map(Integer::parseInt).orElse(1) - 1;
    boolean one = arguments.size() == Callee.parameters(function).size() + 1;
    if (!one
        || at >= arguments.size()
        || BorrowShared.inTraitImpl(function)
        || !agreed(site, function)) {
      return List.of();
    }
    Optional<RustType> type = type(site, arguments.get(at), unexpected.getFirst().group(2));
    Optional<String> used = undeclared(site, function);
    Optional<String> name = used.or(() -> free(function, arguments.get(at)));
    if (type.isEmpty() || name.isEmpty()) {
      return List.of();
    }
    String text = name.get() + ": " + type.get();
    Edits edits = site.edits();
    declare(edits, callee.get(), at, text);
    return Declarations.one(
            "Let `%s` take `%s`".formatted(Named.name(function), text), edits, SIGNATURE)
        .stream()
        .map(proposal -> used.isPresent() ? proposal : proposal.inventing())
        .toList();
  }

  /// Whether every call of a function by its name passes one value more than it takes.
  private static boolean agreed(Site site, SyntaxNode function) {
    String name = Named.name(function);
    int count = Callee.parameters(function).size() + 1;
    boolean method = Named.isMethod(function);
    return site
        .crate()
        .nodes(
            name,
            node ->
                node.is("call_expression")
                    && node.child("function")
                        .filter(called -> Callee.nameOf(called).equals(name))
                        .isPresent())
        .stream()
        .allMatch(place -> Callee.argumentsFor(place.node(), method).size() == count);
  }

  private static Optional<RustType> type(Site site, SyntaxNode argument, String said) {
    return Optional.ofNullable(said)
        .map(RustType::of)
        .or(() -> new LocalTypes(site.crate()).of(argument))
        .map(type ->
            switch (type.text()) {
              case "{integer}", "integer" -> RustType.of("i32");
              case "{float}", "float" -> RustType.of("f64");
              case "&'static str" -> RustType.of("&str");
              default -> type;
            })
        .filter(RustType::isWritable);
  }

  /// The argument's own name, where it is a variable and the function has no such name.
  private static Optional<String> free(SyntaxNode function, SyntaxNode argument) {
    return Optional.of(argument)
        .filter(node -> node.is("identifier"))
        .map(SyntaxNode::text)
        .filter(name -> !Flow.mentions(function, name));
  }

  /// The one name that the function's body uses and nothing declares.
  private static Optional<String> undeclared(Site site, SyntaxNode function) {
    var names = new TreeSet<String>();
    Optional<SyntaxNode> body = function.child("body");
    for (SyntaxNode node : body.stream().flatMap(SyntaxNode::descendants).toList()) {
      if (node.is("string_literal")) {
        Flow.captured(node.text()).stream()
            .filter(name -> !Bindings.visible(node).containsKey(name))
            .forEach(names::add);
      } else if (node.is("identifier") && isValue(node)) {
        names.add(node.text());
      }
    }
    names.removeIf(
        name -> Character.isUpperCase(name.charAt(0)) || !site.crate().definitions(name).isEmpty());
    return names.size() == 1 ? Optional.of(names.first()) : Optional.empty();
  }

  private static boolean isValue(SyntaxNode node) {
    boolean named =
        node.parent()
            .filter(up ->
                up.kind().startsWith("scoped")
                    || up.is("macro_invocation")
                    || (up.is("call_expression")
                        && up.child("function").filter(node::equals).isPresent()))
            .isPresent();
    return !named && Bindings.binding(node, node.text()).isEmpty();
  }

  private static void declare(Edits edits, Callee callee, int at, String text) {
    List<SyntaxNode> parameters = Callee.parameters(callee.function());
    if (at < parameters.size()) {
      edits.insert(callee.file(), parameters.get(at).range().start(), text + ", ");
      return;
    }
    callee
        .function()
        .child("parameters")
        .ifPresent(list -> {
          List<SyntaxNode> all = list.namedChildren();
          int end = all.isEmpty() ? list.range().start() + 1 : all.getLast().range().end();
          edits.insert(callee.file(), end, (all.isEmpty() ? "" : ", ") + text);
        });
  }
}
