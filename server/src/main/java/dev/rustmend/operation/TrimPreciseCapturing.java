package dev.rustmend.operation;

import dev.rustmend.text.TextRange;
import java.util.List;

/// Takes out of `use<…>` what is no generic parameter.
///
/// Answers E0799 (it is something else) and E0800 (there is nothing of the name).
final class TrimPreciseCapturing implements Operation {
  @Override
  public String name() {
    return "trim-precise-capturing";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    String text = site.text().string();
    byte[] bytes = site.text().bytes();
    TextRange range = site.primary().range();
    if (text.isEmpty()) {
      return List.of();
    }
    int start = range.start();
    int end = range.end();
    int left = start;
    while (left > 0 && bytes[left - 1] == ' ') {
      left--;
    }
    int right = end;
    while (right < bytes.length && (bytes[right] == ' ' || bytes[right] == ',')) {
      right++;
    }
    boolean first = left > 0 && bytes[left - 1] == '<';
    TextRange gone =
        first
            ? new TextRange(start, right)
            : new TextRange(left > 0 && bytes[left - 1] == ',' ? left - 1 : left, end);
    return Declarations.one(
        "Take `%s` out of `use<…>`".formatted(site.primary().text()), site.edits().delete(gone));
  }
}
