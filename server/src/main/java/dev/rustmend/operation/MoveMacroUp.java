package dev.rustmend.operation;

import dev.rustmend.syntax.ItemKind;
import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;

/// Moves the definition of a macro before its first use: `macro_rules!` reaches only what stands
/// below it in the file.
final class MoveMacroUp implements Operation {
  @Override
  public String name() {
    return "move-macro-up";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    String name = site.quoted().isEmpty() ? "" : site.quoted().getFirst();
    Optional<CrateFiles.Item> macro =
        site.crate().definitions(name).stream()
            .filter(item -> item.item().kind() == ItemKind.MACRO)
            .filter(item -> item.file().equals(site.file()))
            .filter(item -> item.node().range().start() > site.primary().range().start())
            .findFirst();
    if (macro.isEmpty()) {
      return List.of();
    }
    SyntaxNode definition = macro.get().node();
    Optional<SyntaxNode> target =
        site.node()
            .ancestors()
            .filter(outer -> outer.parent().equals(definition.parent()))
            .findFirst();
    if (target.isEmpty()) {
      return List.of();
    }
    int start = target.get().range().start();
    String indent = Site.indent(site.text(), start);
    return site
        .edits()
        .insert(start, definition.text() + "\n\n" + indent)
        .deleteLine(site.file(), site.text(), definition.range())
        .patch()
        .stream()
        .map(patch -> Proposal.of("Move the macro `%s` before its use".formatted(name), patch))
        .toList();
  }
}
