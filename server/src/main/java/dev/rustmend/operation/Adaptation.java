package dev.rustmend.operation;

import dev.rustmend.syntax.Damage;
import dev.rustmend.syntax.SyntaxNode;
import java.nio.file.Path;
import java.util.Optional;

/// One way to turn an expression into one of another type: text before and after it and, where the
/// expression itself changes, its new text. `kind` is a word by which entries choose.
record Adaptation(
    String kind, String title, String before, String after, Optional<String> inside, int penalty) {

  /// The kind of those that put in a value where there may be none.
  static final String DEFAULT = "default";

  static Adaptation of(String kind, String title, String before, String after) {
    return new Adaptation(kind, title, before, after, Optional.empty(), 0);
  }

  /// The expression itself becomes `text`.
  static Adaptation rewritten(String kind, String title, String text) {
    return new Adaptation(kind, title, "", "", Optional.of(text), 0);
  }

  Adaptation penalized(int more) {
    return new Adaptation(kind, title, before, after, inside, penalty + more);
  }

  /// This one, and `function` called with what it makes.
  Adaptation calledBy(String outerKind, String outerTitle, String function) {
    return new Adaptation(
        kind.equals(DEFAULT) ? DEFAULT : outerKind,
        outerTitle,
        function + "(" + before,
        after + ")",
        inside,
        penalty);
  }

  /// The expression's new text.
  String text(SyntaxNode node) {
    return before + inside.orElse(node.text()) + after;
  }

  /// Adds the edits that make it.
  Edits edit(Edits edits, Path file, SyntaxNode node) {
    if (inside.isPresent()) {
      return edits.replace(file, node.range(), text(node));
    }
    if (!before.isEmpty()) {
      edits.insert(file, node.range().start(), before);
    }
    return after.isEmpty() ? edits : edits.insert(file, node.range().end(), after);
  }

  /// The proposal to adapt `node`.
  Optional<Proposal> proposal(Site site, SyntaxNode node) {
    return edit(site.edits(), site.file(), node)
        .patch()
        .map(patch -> Proposal.of(title, patch).penalized(penalty))
        .map(made -> kind.equals(DEFAULT) ? made.inventing() : made)
        .map(made -> copiesNest(site) ? made.admitting(Damage.Kind.VALUE) : made);
  }

  /// Whether it clones a list or a tree that could not be cloned until now.
  private boolean copiesNest(Site site) {
    return kind.equals("clone")
        && Mismatch.of(site)
            .filter(types -> Derives.isUnclonedNest(site, types.expected().bare().name()))
            .isPresent();
  }
}
