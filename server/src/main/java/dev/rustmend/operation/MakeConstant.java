package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes the value of a constant or static computable (E0015, E0010): the called function of this
/// crate becomes `const`, or the item a static that is computed when it is first used.
///
/// In constants only `const fn` can be called; `LazyLock` puts the call off until the program runs.
final class MakeConstant implements Operation {
  private static final int LAZY = 30;

  @Override
  public String name() {
    return "make-constant";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    var found = new ArrayList<Proposal>();
    Optional<SyntaxNode> call = site.enclosing("call_expression");
    call.flatMap(node -> Callee.of(site, node))
        .flatMap(callee -> constant(callee))
        .filter(_ -> Only.asks(site, "const"))
        .ifPresent(found::add);
    site.enclosing("static_item", "const_item")
        .filter(item ->
            Nodes.above(site.node(), "function_item")
                .filter(function -> item.range().encloses(function.range()))
                .isEmpty())
        .flatMap(item -> lazy(site, item))
        .filter(_ -> Only.asks(site, "lazy"))
        .ifPresent(found::add);
    return found;
  }

  private static Optional<Proposal> constant(Callee callee) {
    SyntaxNode function = callee.function();
    boolean already =
        function.children().stream()
            .takeWhile(child -> !child.is("parameters"))
            .anyMatch(child -> child.text().matches("(?s).*\\b(const|async)\\b.*"));
    Optional<SyntaxNode> word =
        function.children().stream().filter(child -> child.text().equals("fn")).findFirst();
    if (already || word.isEmpty() || BorrowShared.inTraitImpl(function)) {
      return Optional.empty();
    }
    Optional<SyntaxNode> modifiers =
        function.children().stream().filter(child -> child.is("function_modifiers")).findFirst();
    int at = modifiers.orElse(word.get()).range().start();
    String name = function.child("name").map(SyntaxNode::text).orElse("");
    return new Edits(callee.file())
        .insert(at, "const ")
        .patch()
        .map(patch -> Proposal.of("Make `%s` a `const fn`".formatted(name), patch));
  }

  private static Optional<Proposal> lazy(Site site, SyntaxNode item) {
    Optional<SyntaxNode> type = item.child("type");
    Optional<SyntaxNode> value = item.child("value");
    boolean associated =
        Nodes.above(item, "impl_item", "trait_item", "function_item")
            .filter(up -> !up.is("function_item"))
            .isPresent();
    boolean mutable = item.children().stream().anyMatch(child -> child.is("mutable_specifier"));
    if (type.isEmpty() || value.isEmpty() || associated || mutable) {
      return Optional.empty();
    }
    Edits edits = site.edits();
    edits.wrap(type.get().range(), "std::sync::LazyLock<", ">");
    edits.wrap(value.get().range(), "std::sync::LazyLock::new(|| ", ")");
    int penalty = LAZY;
    if (item.is("const_item")) {
      SyntaxNode word =
          item.children().stream().filter(c -> c.is("const")).findFirst().orElse(item);
      edits.replace(new TextRange(word.range().start(), word.range().start() + 5), "static");
      penalty += 10;
    }
    String name = item.child("name").map(SyntaxNode::text).orElse("");
    int cost = penalty;
    return edits
        .patch()
        .map(patch ->
            Proposal.of("Compute `%s` when it is first used".formatted(name), patch)
                .penalized(cost));
  }
}
