package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Borrows mutably where a variable comes from that is written through: `map.get_mut(&key)` for
/// `map.get(&key)`, `&mut list` for `&list`.
///
/// rustc says that what is written ``is behind a `&` reference`` (E0594, E0596). The variable is
/// bound by a `let`, `if let`, `while let`, `match` or `for`, whose value gives the reference.
final class BorrowAtSource implements Operation {
  private static final Map<String, String> METHODS =
      Map.ofEntries(
          Map.entry("get", "get_mut"),
          Map.entry("first", "first_mut"),
          Map.entry("last", "last_mut"),
          Map.entry("iter", "iter_mut"),
          Map.entry("values", "values_mut"),
          Map.entry("borrow", "borrow_mut"),
          Map.entry("peek", "peek_mut"),
          Map.entry("front", "front_mut"),
          Map.entry("back", "back_mut"),
          Map.entry("chunks", "chunks_mut"),
          Map.entry("as_deref", "as_deref_mut"),
          Map.entry("split_first", "split_first_mut"),
          Map.entry("split_last", "split_last_mut"),
          Map.entry("as_ref", "as_mut"));

  @Override
  public String name() {
    return "borrow-at-source";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    if (!site.diagnostic().message().contains("behind a `&` reference")) {
      return List.of();
    }
    Optional<SyntaxNode> binding =
        Optional.of(site.node())
            .map(node -> node.child("left").orElse(node))
            .flatMap(Flow::root)
            .flatMap(root -> Bindings.binding(root, root.text()));
    Optional<SyntaxNode> value = binding.flatMap(BorrowAtSource::source);
    if (value.isEmpty()) {
      return List.of();
    }
    Edits edits = site.edits();
    int changes = 0;
    Optional<SyntaxNode> node = value;
    while (node.isPresent()) {
      changes += lend(node.get(), edits) ? 1 : 0;
      node = below(node.get());
    }
    return changes == 0
        ? List.of()
        : Declarations.one(
            "Borrow mutably what `%s` refers to".formatted(binding.get().text()), edits);
  }

  /// The receiver of a call, or what `?` is behind.
  private static Optional<SyntaxNode> below(SyntaxNode node) {
    return switch (node.kind()) {
      case "call_expression" -> LocalTypes.receiver(node);
      case "try_expression" -> node.namedChildren().stream().findFirst();
      default -> Optional.empty();
    };
  }

  /// Makes one step of the chain lend mutably; false where it has no other form.
  private static boolean lend(SyntaxNode node, Edits edits) {
    if (node.is("reference_expression")) {
      boolean shared = node.children().stream().noneMatch(c -> c.is("mutable_specifier"));
      if (shared) {
        edits.insert(node.range().start() + 1, "mut ");
      }
      return shared;
    }
    String mutable = METHODS.get(LocalTypes.methodName(node).orElse(""));
    Optional<SyntaxNode> method = node.child("function").flatMap(f -> f.child("field"));
    if (mutable == null || method.isEmpty()) {
      return false;
    }
    edits.replace(method.get(), mutable);
    return true;
  }

  /// The value that gives the variable what it refers to.
  private static Optional<SyntaxNode> source(SyntaxNode binding) {
    return Nodes.above(
            binding,
            "let_condition",
            "let_declaration",
            "for_expression",
            "match_expression",
            "parameter",
            "closure_expression")
        .filter(holder -> !holder.is("parameter") && !holder.is("closure_expression"))
        .flatMap(holder -> holder.child("value"));
  }
}
