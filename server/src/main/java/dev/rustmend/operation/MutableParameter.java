package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;

/// Lets a function change what it gets: `&mut T` for `&T` in the parameter, `&mut x` for `&x` in
/// every call, and `let mut x` where the variable is declared (E0594, E0596).
final class MutableParameter implements Operation {
  private static final int SIGNATURE = 6;

  @Override
  public String name() {
    return "mutable-parameter";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> name =
        Flow.root(assigned(site.node())).flatMap(root -> Bindings.binding(root, root.text()));
    Optional<SyntaxNode> function =
        name.flatMap(node -> Nodes.above(node, "function_item", "closure_expression"))
            .filter(node -> node.is("function_item") && !BorrowShared.inTraitImpl(node));
    if (function.isEmpty()) {
      return List.of();
    }
    if (!Only.asks(site, name.get().is("self") ? "self" : "parameter")) {
      return List.of();
    }
    return (name.get().is("self")
            ? self(site, function.get())
            : parameter(site, function.get(), name.get()))
        .stream().toList();
  }

  private static SyntaxNode assigned(SyntaxNode node) {
    return node.child("left").orElse(node);
  }

  private static Optional<Proposal> self(Site site, SyntaxNode function) {
    Optional<SyntaxNode> self =
        Callee.self(function).filter(parameter -> parameter.text().equals("&self"));
    if (self.isEmpty()) {
      return Optional.empty();
    }
    Edits edits = site.edits();
    edits.insert(self.get().range().start() + 1, "mut ");
    for (Place call : Callee.calls(site, function)) {
      call.node()
          .child("function")
          .filter(f -> f.is("field_expression"))
          .flatMap(Flow::root)
          .ifPresent(root -> declareMutable(edits, call, root));
    }
    String name = function.child("name").map(SyntaxNode::text).orElse("");
    return edits
        .patch()
        .map(patch ->
            Proposal.of("Take `&mut self` in `%s`".formatted(name), patch).penalized(SIGNATURE));
  }

  private static Optional<Proposal> parameter(Site site, SyntaxNode function, SyntaxNode name) {
    Optional<SyntaxNode> parameter = Nodes.above(name, "parameter");
    Optional<SyntaxNode> type =
        parameter.flatMap(node -> node.child("type")).filter(t -> t.is("reference_type"));
    if (type.isEmpty() || type.get().text().contains("mut ")) {
      return Optional.empty();
    }
    Edits edits = site.edits();
    SyntaxNode target = type.get().child("type").orElse(type.get());
    edits.insert(target.range().start(), "mut ");
    int at = Callee.parameters(function).indexOf(parameter.get());
    boolean method = Callee.self(function).isPresent();
    for (Place call : Callee.calls(site, function)) {
      List<SyntaxNode> arguments = Callee.argumentsFor(call.node(), method);
      if (at >= 0 && at < arguments.size()) {
        lendMutably(edits, call, arguments.get(at));
      }
    }
    String text = function.child("name").map(SyntaxNode::text).orElse("");
    return edits
        .patch()
        .map(patch ->
            Proposal.of("Take `%s` by `&mut` in `%s`".formatted(name.text(), text), patch)
                .penalized(SIGNATURE));
  }

  private static void lendMutably(Edits edits, Place call, SyntaxNode argument) {
    boolean mutable = argument.children().stream().anyMatch(child -> child.is("mutable_specifier"));
    if (argument.is("reference_expression") && !mutable) {
      SyntaxNode value = argument.child("value").orElse(argument);
      edits.insert(call.file(), value.range().start(), "mut ");
      Flow.root(value).ifPresent(root -> declareMutable(edits, call, root));
    }
  }

  /// Adds `mut` to the declaration of a variable that holds the value itself.
  private static void declareMutable(Edits edits, Place call, SyntaxNode root) {
    Bindings.binding(root, root.text())
        .filter(name -> name.is("identifier"))
        .filter(name ->
            name.parent()
                .filter(up -> up.is("let_declaration") || up.is("parameter"))
                .filter(
                    up -> up.children().stream().noneMatch(child -> child.is("mutable_specifier")))
                .filter(up -> up.child("type").filter(t -> t.is("reference_type")).isEmpty())
                .filter(up -> up.child("value").filter(v -> v.is("reference_expression")).isEmpty())
                .isPresent())
        .ifPresent(name -> edits.insert(call.file(), name.range().start(), "mut "));
  }
}
