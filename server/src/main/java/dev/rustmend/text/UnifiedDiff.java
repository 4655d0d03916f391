package dev.rustmend.text;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
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

  /// The diff that makes a file with the text `content`, as git writes it: also a file without any
  /// text is something there.
  public static List<String> ofNewFile(String name, SourceText content) {
    var lines = new ArrayList<String>();
    lines.add("diff --git a/%1$s b/%1$s".formatted(name));
    lines.add("new file mode 100644");
    List<String> now = content.string().lines().toList();
    if (!now.isEmpty()) {
      lines.addAll(
          UnifiedDiffUtils.generateUnifiedDiff(
              "/dev/null", "b/" + name, List.of(), DiffUtils.diff(List.of(), now), CONTEXT));
    }
    return List.copyOf(lines);
  }
}
