package dev.rustmend.kb;

import java.util.List;
import java.util.Optional;

/// A recipe: steps that must all match a diagnostic, and that together make one patch.
public record Rewrite(List<Step> steps) {
  public Rewrite {
    steps = List.copyOf(steps);
  }

  /// One line of a `rewrite` block.
  public sealed interface Step {}

  /// The diagnostic's message must be this; its holes become metavariables.
  public record Message(TextTemplate text) implements Step {}

  /// A label, a note or a help must be this; its holes become metavariables.
  public record Said(TextTemplate text) implements Step {}

  /// The node at `anchor` must match `pattern`, a Rust fragment with metavariables; with a
  /// `replacement` it is replaced. An empty pattern matches anything.
  public record Match(Anchor anchor, String pattern, Optional<String> replacement)
      implements Step {}

  /// `text` is put in right before or behind the node at `anchor`.
  public record Insert(Side side, Anchor anchor, String text) implements Step {}

  /// The node at `anchor` goes, and its line with it when nothing else stands there.
  public record Delete(Anchor anchor) implements Step {}

  /// Where an insertion goes.
  public enum Side {
    BEFORE,
    AFTER
  }
}
