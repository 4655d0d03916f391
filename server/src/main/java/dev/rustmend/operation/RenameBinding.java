package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Gives a binding a name of its own where a pattern or a list of parameters has the name twice, or
/// where a static, a unit struct or a tuple struct has it.
///
/// Uses stay with the first of two bindings; those of a binding that hides an item follow it.
final class RenameBinding implements Operation {
  private static final int CATCHES_ALL = 30;
  private static final int IGNORED = 8;

  @Override
  public String name() {
    return "rename-binding";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    SyntaxNode node = site.node();
    String name = site.primary().text();
    if (!name.matches("\\w+")) {
      return List.of();
    }
    return site.diagnostic().codeText().equals("E0530")
        ? hiding(site, node, name)
        : repeated(site, node, name);
  }

  private static List<Proposal> repeated(Site site, SyntaxNode node, String name) {
    var proposals = new ArrayList<Proposal>();
    String fresh = FreshName.beside(node, name);
    boolean shorthand = node.is("shorthand_field_identifier");
    site.edits()
        .replace(node, shorthand ? name + ": " + fresh : fresh)
        .patch()
        .map(patch -> Proposal.of("Rename the second `%s` to `%s`".formatted(name, fresh), patch))
        .ifPresent(proposals::add);
    boolean parameter = Nodes.above(node, "parameter").isPresent();
    site.edits()
        .replace(node, shorthand ? name + ": _" : "_")
        .patch()
        .filter(_ -> !parameter)
        .map(patch -> Proposal.of("Ignore the second `%s`".formatted(name), patch))
        .map(proposal -> proposal.penalized(IGNORED))
        .ifPresent(proposals::add);
    return proposals;
  }

  private static List<Proposal> hiding(Site site, SyntaxNode node, String name) {
    String snake = FreshName.snake(name);
    String fresh = FreshName.of(node, snake.equals(name) ? name + "_value" : snake);
    boolean arm =
        Nodes.above(node, "match_arm", "let_declaration", "parameter", "block")
            .filter(outer -> outer.is("match_arm"))
            .isPresent();
    Edits edits = site.edits();
    edits.replace(node, node.is("shorthand_field_identifier") ? name + ": " + fresh : fresh);
    Bindings.uses(node).forEach(use -> edits.replace(use, fresh));
    Optional<Proposal> proposal =
        edits
            .patch()
            .map(patch ->
                Proposal.of("Rename the binding `%s` to `%s`".formatted(name, fresh), patch)
                    .penalized(arm ? CATCHES_ALL : 0));
    return proposal.stream().toList();
  }
}
