package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lets every turn of a loop have a value of its own, where the loop gives a variable from outside
/// away (E0382, "in previous iteration of loop"): moves the declaration into the loop, or leaves an
/// empty value behind with `std::mem::take`.
final class RenewInLoop implements Operation {
  private static final int TAKE = 16;

  @Override
  public String name() {
    return "renew-in-loop";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> moved = MovedValue.of(site).filter(node -> node.is("identifier"));
    boolean again =
        site.remarks().stream().anyMatch(text -> text.contains("in previous iteration of loop"));
    if (moved.isEmpty() || !again) {
      return List.of();
    }
    SyntaxNode value = moved.get();
    Optional<SyntaxNode> let =
        Bindings.binding(value, value.text())
            .flatMap(name -> Nodes.above(name, "let_declaration"))
            .filter(node -> node.child("pattern").flatMap(Flow::boundName).isPresent());
    var found = new ArrayList<Proposal>();
    let.ifPresent(node -> declared(site, node, value).ifPresent(found::add));
    boolean mutable = let.filter(node -> node.text().startsWith("let mut ")).isPresent();
    if (mutable) {
      site.edits()
          .wrap(value.range(), "std::mem::take(&mut ", ")")
          .patch()
          .ifPresent(patch ->
              found.add(
                  Proposal.of("Take `%s` and leave an empty one".formatted(value.text()), patch)
                      .penalized(TAKE)));
    }
    return List.copyOf(found);
  }

  private static Optional<Proposal> declared(Site site, SyntaxNode let, SyntaxNode use) {
    Optional<SyntaxNode> loop =
        use.ancestors()
            .takeWhile(up -> !up.range().encloses(let.range()))
            .filter(up -> up.kind().matches("(for|while|loop)_expression"))
            .reduce((_, outer) -> outer);
    Optional<SyntaxNode> body = loop.flatMap(node -> node.child("body"));
    Optional<SyntaxNode> first = body.flatMap(b -> Flow.statements(b).stream().findFirst());
    SyntaxNode name = let.child("pattern").flatMap(Flow::boundName).orElseThrow();
    boolean inside =
        body.filter(b -> Bindings.uses(name).stream().allMatch(u -> b.range().encloses(u.range())))
            .isPresent();
    boolean constant =
        let.child("value")
            .filter(value -> Flow.changed(value).isEmpty() && noVariables(value))
            .isPresent();
    if (first.isEmpty() || !inside || !constant) {
      return Optional.empty();
    }
    Edits edits = site.edits();
    Lines.moveBefore(edits, site.primary(), let, first.get());
    return edits
        .patch()
        .map(patch -> Proposal.of("Declare `%s` inside the loop".formatted(name.text()), patch));
  }

  private static boolean noVariables(SyntaxNode value) {
    return value
        .descendants()
        .noneMatch(node ->
            node.is("identifier")
                && node.parent().filter(up -> up.is("scoped_identifier")).isEmpty()
                && node.parent().filter(up -> up.is("macro_invocation")).isEmpty()
                && Bindings.binding(node, node.text()).isPresent());
  }
}
