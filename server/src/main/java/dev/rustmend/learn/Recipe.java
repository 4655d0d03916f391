package dev.rustmend.learn;

import dev.rustmend.kb.EntryReader;
import dev.rustmend.kb.Rewrite;
import dev.rustmend.text.SourceText;
import java.util.Optional;

/// A recipe that was learned: the code of the errors that it is for (empty for those without one),
/// the lines of its `rewrite` block, and how general it is: 0 fits the very same text only, 1 has
/// metavariables for what an episode kept, 2 for what differed between two episodes.
///
/// Two recipes with the same lines for the same code are the same recipe.
public record Recipe(String code, String lines, int generality) {
  private static final int SHORT = 8;

  /// `learned/E0308/` and eight digits that the lines give.
  public String id() {
    String hash = SourceText.of(code + "\n" + lines).sha256().substring(0, SHORT);
    return "learned/%s/%s".formatted(code.isEmpty() ? "uncoded" : code.replace("::", "__"), hash);
  }

  /// The steps; empty for lines that this version can not read.
  public Optional<Rewrite> rewrite() {
    String markdown = "# Use it\n\n```toml\ncodes = []\n```\n\n```rewrite\n" + lines + "\n```\n";
    EntryReader.Result read = EntryReader.read(id(), markdown);
    return read.problems().isEmpty()
        ? read.entry().flatMap(entry -> entry.rewrite())
        : Optional.empty();
  }
}
