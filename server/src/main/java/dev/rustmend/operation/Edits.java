package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.Patch;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextEdit;
import dev.rustmend.text.TextRange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Gathers the edits of one patch. Confined to one call.
public final class Edits {
  private final Path file;
  private final TreeMap<Path, List<TextEdit>> edits = new TreeMap<>();

  /// Edits of `file`; others are named in each call.
  public Edits(Path file) {
    this.file = file;
  }

  public Edits insert(int offset, String text) {
    return insert(file, offset, text);
  }

  public Edits insert(Path where, int offset, String text) {
    return add(where, TextEdit.insert(offset, text));
  }

  public Edits replace(SyntaxNode node, String text) {
    return replace(node.range(), text);
  }

  public Edits replace(TextRange range, String text) {
    return replace(file, range, text);
  }

  public Edits replace(Path where, TextRange range, String text) {
    return add(where, new TextEdit(range, text));
  }

  public Edits delete(TextRange range) {
    return replace(range, "");
  }

  /// Puts `before` and `after` around a range.
  public Edits wrap(TextRange range, String before, String after) {
    return insert(range.start(), before).insert(range.end(), after);
  }

  /// Deletes `range` of `text`, and its whole line when nothing else stands there.
  public Edits deleteLine(Path where, SourceText text, TextRange range) {
    String all = text.string();
    byte[] bytes = text.bytes();
    int start = range.start();
    while (start > 0 && (bytes[start - 1] == ' ' || bytes[start - 1] == '\t')) {
      start--;
    }
    int end = range.end();
    while (end < bytes.length && (bytes[end] == ' ' || bytes[end] == '\t')) {
      end++;
    }
    boolean alone =
        (start == 0 || bytes[start - 1] == '\n')
            && (end == bytes.length || bytes[end] == '\n' || bytes[end] == '\r');
    if (!alone || all.isEmpty()) {
      return replace(where, range, "");
    }
    if (end < bytes.length && bytes[end] == '\r') {
      end++;
    }
    return replace(where, new TextRange(start, Math.min(bytes.length, end + 1)), "");
  }

  /// The patch; empty when edits conflict or there are none.
  public Optional<Patch> patch() {
    try {
      var patch = new Patch(edits);
      return patch.isEmpty() ? Optional.empty() : Optional.of(patch);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private Edits add(Path where, TextEdit edit) {
    List<TextEdit> list = edits.computeIfAbsent(where, _ -> new ArrayList<>());
    if (!list.contains(edit)) {
      list.add(edit);
    }
    return this;
  }
}
