package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Repairs a borrow in a constant that may not last: a `const` with interior mutability, or one
/// that borrows it, becomes a `static` (E0492), and `&mut` in a constant becomes `&` (E0764).
///
/// A constant has no place of its own: every use makes a new value. A static has one.
final class FixConstantBorrow implements Operation {

  @Override
  public String name() {
    return "fix-constant-borrow";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    return site.diagnostic().codeText().equals("E0764") ? shared(site) : placed(site);
  }

  private static List<Proposal> shared(Site site) {
    Optional<SyntaxNode> borrow =
        site.enclosing("reference_expression").filter(node -> specifier(node).isPresent());
    if (borrow.isEmpty()) {
      return List.of();
    }
    Edits edits = site.edits();
    unmark(edits, borrow.get());
    site.enclosing("const_item", "static_item")
        .flatMap(item -> item.child("type"))
        .filter(type -> type.is("reference_type") && specifier(type).isPresent())
        .ifPresent(type -> unmark(edits, type));
    return edits
        .patch()
        .map(patch -> Proposal.of("Borrow the constant without `mut`", patch).penalized(4))
        .stream()
        .toList();
  }

  private static Optional<SyntaxNode> specifier(SyntaxNode node) {
    return node.children().stream().filter(child -> child.is("mutable_specifier")).findFirst();
  }

  private static void unmark(Edits edits, SyntaxNode node) {
    int start = specifier(node).orElseThrow().range().start();
    SyntaxNode inner = node.child("value").or(() -> node.child("type")).orElse(node);
    edits.delete(new TextRange(start, inner.range().start()));
  }

  private static List<Proposal> placed(Site site) {
    var found = new ArrayList<Proposal>();
    Optional<SyntaxNode> item = site.enclosing("const_item");
    Optional<SyntaxNode> other =
        site.enclosing("reference_expression")
            .flatMap(borrow -> borrow.child("value"))
            .flatMap(Flow::root)
            .flatMap(name ->
                site.crate().definitions(name.text()).stream()
                    .filter(found2 -> found2.node().is("const_item"))
                    .map(CrateFiles.Item::node)
                    .findFirst());
    other.ifPresent(inner -> statics(site, List.of(inner)).ifPresent(found::add));
    item.ifPresent(outer -> statics(site, List.of(outer)).ifPresent(found::add));
    item.flatMap(outer -> separate(site, outer)).ifPresent(found::add);
    if (item.isPresent() && other.isPresent()) {
      statics(site, List.of(other.get(), item.get())).ifPresent(found::add);
    }
    return found;
  }

  /// Gives the value that the constant borrows a static of its own.
  private static Optional<Proposal> separate(Site site, SyntaxNode item) {
    Optional<SyntaxNode> inner =
        item.child("value")
            .filter(v -> v.is("reference_expression"))
            .flatMap(v -> v.child("value"));
    Optional<SyntaxNode> type =
        item.child("type").filter(t -> t.is("reference_type")).flatMap(t -> t.child("type"));
    Optional<SyntaxNode> word =
        item.children().stream().filter(child -> child.is("const")).findFirst();
    if (inner.isEmpty() || type.isEmpty() || word.isEmpty() || Flow.root(inner.get()).isPresent()) {
      return Optional.empty();
    }
    String name = item.child("name").map(SyntaxNode::text).orElse("") + "_VALUE";
    Edits edits = site.edits();
    Lines.insertBefore(
        edits,
        site.primary(),
        item,
        "static %s: %s = %s;".formatted(name, type.get().text(), inner.get().text()));
    edits.replace(inner.get(), name);
    edits.replace(word.get(), "static");
    return edits
        .patch()
        .map(patch -> Proposal.of("Keep the value in a `static` of its own", patch).penalized(10));
  }

  private static Optional<Proposal> statics(Site site, List<SyntaxNode> items) {
    Edits edits = site.edits();
    for (SyntaxNode item : items) {
      item.children().stream()
          .filter(child -> child.is("const"))
          .findFirst()
          .ifPresent(word -> edits.replace(word, "static"));
    }
    String name = items.getFirst().child("name").map(SyntaxNode::text).orElse("");
    return edits
        .patch()
        .map(patch -> Proposal.of("Make `%s` a `static`".formatted(name), patch).penalized(4));
  }
}
