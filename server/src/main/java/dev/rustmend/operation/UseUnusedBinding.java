package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Brings an unknown name together with the one variable that is in sight and that nobody uses: a
/// parameter or a variable was renamed, and its uses kept the old name, or the other way round.
///
/// Where the name stands once, the use is rewritten; where it stands more often, the binding, which
/// is the smaller change. Nothing is proposed when two variables are unused, or when the function
/// declares the name elsewhere.
final class UseUnusedBinding implements Operation {
  private static final int OTHER_WAY = 10;

  @Override
  public String name() {
    return "use-unused-binding";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    SyntaxNode node = site.node();
    String name = node.text();
    Optional<SyntaxNode> function = Nodes.above(node, "function_item");
    boolean value =
        node.is("identifier") && NameKind.of(site).filter(NameKind.VALUE::equals).isPresent();
    if (!value || function.isEmpty() || isDeclared(function.get(), name)) {
      return List.of();
    }
    List<SyntaxNode> unused =
        Bindings.visible(node).entrySet().stream()
            .filter(entry -> !entry.getKey().startsWith("_") && !entry.getKey().equals("self"))
            .map(Map.Entry::getValue)
            .filter(binding -> isUnused(function.get(), binding))
            .toList();
    return unused.size() == 1
        ? proposals(site, function.get(), unused.getFirst(), name)
        : List.of();
  }

  private static List<Proposal> proposals(
      Site site, SyntaxNode function, SyntaxNode binding, String name) {
    List<SyntaxNode> uses = Declarations.named(function, name);
    if (uses.isEmpty() || !reachesAll(binding, uses)) {
      return List.of();
    }
    var found = new ArrayList<Proposal>();
    boolean many = uses.size() > 1;
    Edits uncovered = site.edits();
    uses.forEach(use -> uncovered.replace(use, binding.text()));
    uncovered
        .patch()
        .map(patch ->
            Proposal.of("Write `%s` instead of `%s`".formatted(binding.text(), name), patch)
                .penalized(many ? OTHER_WAY : 0))
        .ifPresent(found::add);
    if (many && binding.is("identifier")) {
      site.edits()
          .replace(binding, name)
          .patch()
          .map(patch ->
              Proposal.of(
                  "Rename `%s` to `%s`, as it is used".formatted(binding.text(), name), patch))
          .ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  /// Whether the variable can be named wherever the unknown name stands.
  private static boolean reachesAll(SyntaxNode binding, List<SyntaxNode> uses) {
    return uses.stream()
        .allMatch(use -> Bindings.binding(use, binding.text()).filter(binding::equals).isPresent());
  }

  private static boolean isUnused(SyntaxNode function, SyntaxNode binding) {
    return Bindings.uses(binding).isEmpty()
        && function
            .descendants()
            .filter(inner -> inner.is("string_literal") || inner.is("raw_string_literal"))
            .noneMatch(text -> Flow.captured(text.text()).contains(binding.text()));
  }

  private static boolean isDeclared(SyntaxNode function, String name) {
    return function
        .descendants()
        .filter(inner -> inner.is("let_declaration"))
        .anyMatch(let -> Flow.declared(let).contains(name));
  }
}
