package dev.rustmend.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// One way of writing edits that come to the same text: without what both sides begin or end with,
/// and as far to the left as an insertion or a deletion can stand. `mut ` before a name and ` mut`
/// behind the word before it are the same change.
public final class CanonicalEdits {
  /// How far an insertion is moved at most, in bytes.
  private static final int FAR = 4096;

  private CanonicalEdits() {}

  /// The edits of a patch by file, each in its canonical form; those of a file that `texts` does
  /// not have are left as they are. Equal for patches that lead to the same texts, but for edits
  /// that are cut differently.
  public static SortedMap<Path, List<TextEdit>> of(
      Patch patch, Function<Path, Optional<SourceText>> texts) {
    var canonical = new TreeMap<Path, List<TextEdit>>();
    for (Path file : patch.files()) {
      Optional<SourceText> text = patch.creates(file) ? Optional.empty() : texts.apply(file);
      var edits = new ArrayList<TextEdit>();
      for (TextEdit edit : patch.edits(file)) {
        edits.add(text.map(some -> of(edit, some)).orElse(edit));
      }
      canonical.put(file, List.copyOf(edits));
    }
    return canonical;
  }

  private static TextEdit of(TextEdit edit, SourceText text) {
    TextEdit trimmed =
        TextEdit.trimmed(edit.range().start(), text.slice(edit.range()), edit.newText());
    int length = trimmed.range().length();
    if (trimmed.newText().isEmpty() == (length == 0)) {
      return trimmed;
    }
    return length == 0 ? insertedLeft(trimmed, text) : deletedLeft(trimmed, text);
  }

  /// Moves ASCII only: other characters end the way.
  private static TextEdit insertedLeft(TextEdit edit, SourceText text) {
    byte[] bytes = text.bytes();
    var written = new StringBuilder(edit.newText());
    int at = edit.range().start();
    int steps = 0;
    while (at > 0
        && steps < FAR
        && bytes[at - 1] >= 0
        && written.charAt(written.length() - 1) == bytes[at - 1]) {
      written.deleteCharAt(written.length() - 1).insert(0, (char) bytes[at - 1]);
      at--;
      steps++;
    }
    return TextEdit.insert(at, written.toString());
  }

  private static TextEdit deletedLeft(TextEdit edit, SourceText text) {
    byte[] bytes = text.bytes();
    int start = edit.range().start();
    int end = edit.range().end();
    while (start > 0 && bytes[start - 1] >= 0 && bytes[start - 1] == bytes[end - 1]) {
      start--;
      end--;
    }
    return TextEdit.replace(start, end, "");
  }
}
