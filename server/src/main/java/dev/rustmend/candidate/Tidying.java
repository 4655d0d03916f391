package dev.rustmend.candidate;

import dev.rustmend.text.Patch;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextEdit;
import dev.rustmend.text.TextRange;
import dev.rustmend.workspace.Snapshot;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// Takes away with a deletion of rustc's what it would leave dangling: the `+` before a bound that
/// goes, and the blank behind a word that goes. rustc removes `use<'a>` of `impl Sized + use<'a>`
/// and `pub` of `pub Bar`, and nothing more.
final class Tidying {
  private static final Pattern END_OF_BOUNDS = Pattern.compile("(?s)([{,);=>]|where\\b).*");

  private Tidying() {}

  /// `patch`, its deletion widened where it is the only edit of a file; else as it is.
  static Patch tidied(Patch patch, Snapshot snapshot) {
    if (patch.files().size() != 1) {
      return patch;
    }
    Path file = patch.files().iterator().next();
    List<TextEdit> edits = patch.edits(file);
    if (edits.size() != 1
        || !edits.getFirst().newText().isEmpty()
        || edits.getFirst().range().isEmpty()) {
      return patch;
    }
    return snapshot
        .read(file)
        .map(text -> widened(text, edits.getFirst().range()))
        .map(range -> Patch.of(file, new TextEdit(range, "")))
        .orElse(patch);
  }

  private static TextRange widened(SourceText text, TextRange range) {
    String before = text.slice(new TextRange(0, range.start()));
    String after = text.slice(new TextRange(range.end(), text.length()));
    String kept = before.stripTrailing();
    if (kept.endsWith("+") && END_OF_BOUNDS.matcher(after.stripLeading()).matches()) {
      String bounds = kept.substring(0, kept.length() - 1).stripTrailing();
      return new TextRange(bounds.getBytes(StandardCharsets.UTF_8).length, range.end());
    }
    boolean apart = kept.length() < before.length() && after.startsWith(" ");
    return apart ? new TextRange(range.start(), range.end() + 1) : range;
  }
}
