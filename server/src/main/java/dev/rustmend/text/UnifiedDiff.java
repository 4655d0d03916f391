package dev.rustmend.text;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;

/// The difference of two texts in the unified format, with three lines of context.
public final class UnifiedDiff {
  private static final int CONTEXT = 3;

  private UnifiedDiff() {}

  /// The diff as lines without line breaks, headed by `--- a/name` and `+++ b/name`; no line at all
  /// when the texts are equal.
  public static List<String> lines(String name, SourceText before, SourceText after) {
    List<String> old = before.string().lines().toList();
    List<String> now = after.string().lines().toList();
    return UnifiedDiffUtils.generateUnifiedDiff(
        "a/" + name, "b/" + name, old, DiffUtils.diff(old, now), CONTEXT);
  }
}
