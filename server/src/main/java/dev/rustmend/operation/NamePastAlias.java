package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Imports from the enum itself where an import goes through a type alias: `use State::Open` for
/// `use Alias::Open`.
///
/// rustc says that the alias "is a type alias, not a module" (E0432). What the alias stands for
/// must be a plain path.
final class NamePastAlias implements Operation {
  private static final Set<String> PATHS = Set.of("type_identifier", "scoped_type_identifier");

  @Override
  public String name() {
    return "name-past-alias";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    boolean alias = site.said("`$name` is a type alias, not a module").isPresent();
    SyntaxNode segment = site.node();
    String name = CrateFiles.baseName(segment);
    List<String> targets =
        site.crate().definitions(name).stream()
            .filter(item -> item.node().is("type_item"))
            .map(item -> item.node().child("type"))
            .flatMap(Optional::stream)
            .map(NamePastAlias::path)
            .flatMap(Optional::stream)
            .toList();
    return !alias || targets.size() != 1
        ? List.of()
        : Declarations.one(
            "Import from `%s`, which `%s` stands for".formatted(targets.getFirst(), name),
            site.edits().replace(site.primary().range(), targets.getFirst()));
  }

  private static Optional<String> path(SyntaxNode type) {
    SyntaxNode named = type.is("generic_type") ? type.child("type").orElse(type) : type;
    return Optional.of(named).filter(node -> PATHS.contains(node.kind())).map(SyntaxNode::text);
  }
}
