package dev.rustmend.operation;

import dev.rustmend.diagnostic.Span;
import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.List;
import java.util.Optional;

/// Makes a closure that does nothing but return an async block an async closure: `async move || …`
/// for `move || async { … }`.
///
/// A closure may be called again, so what it returns can not refer to what it holds; the future of
/// an async closure can. Answers the errors without a code that say so.
final class MakeClosureAsync implements Operation {

  @Override
  public String name() {
    return "make-closure-async";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    for (Span span : site.diagnostic().spans()) {
      Optional<SyntaxNode> closure =
          site.place(span)
              .filter(place -> place.file().equals(site.file()))
              .flatMap(place -> Declarations.at(place.node(), "closure_expression"));
      List<Proposal> found = closure.map(node -> proposals(site, node)).orElse(List.of());
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private static List<Proposal> proposals(Site site, SyntaxNode closure) {
    Optional<SyntaxNode> body = closure.child("body");
    Optional<SyntaxNode> future = body.flatMap(MakeClosureAsync::future);
    Optional<SyntaxNode> block = future.flatMap(node -> Declarations.childOf(node, "block"));
    boolean plain =
        closure.child("return_type").isEmpty()
            && closure.children().stream().noneMatch(child -> child.is("async"));
    if (block.isEmpty() || !plain) {
      return List.of();
    }
    boolean held = moves(closure);
    boolean moved = held || moves(future.get());
    TextRange whole = body.get().range();
    Edits edits = site.edits();
    edits.insert(closure.range().start(), moved && !held ? "async move " : "async ");
    edits.delete(new TextRange(whole.start(), block.get().range().start()));
    if (block.get().range().end() < whole.end()) {
      edits.delete(new TextRange(block.get().range().end(), whole.end()));
    }
    return Declarations.one("Make it an async closure", edits);
  }

  /// The async block that is the whole body.
  private static Optional<SyntaxNode> future(SyntaxNode body) {
    if (body.is("async_block")) {
      return Optional.of(body);
    }
    List<SyntaxNode> inside = body.is("block") ? body.namedChildren() : List.of();
    return inside.size() == 1 ? only(inside.getFirst()) : Optional.empty();
  }

  private static Optional<SyntaxNode> only(SyntaxNode node) {
    boolean statement = node.is("expression_statement") && !node.text().endsWith(";");
    return statement && node.namedChildren().size() == 1
        ? only(node.namedChildren().getFirst())
        : Optional.of(node).filter(each -> each.is("async_block"));
  }

  private static boolean moves(SyntaxNode node) {
    return node.children().stream().anyMatch(child -> child.is("move"));
  }
}
