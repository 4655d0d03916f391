package dev.rustmend;

import dev.rustmend.settings.SettingsTable;
import java.util.Map;

/// The parts of `README.md` that are generated from the code. Each stands between two comments,
/// `<!-- name:begin -->` and `<!-- name:end -->`.
final class GeneratedTables {
  private GeneratedTables() {}

  /// The tables by the names of their markers, as Markdown that ends with a line break.
  static Map<String, String> all() {
    return Map.of("settings", SettingsTable.markdown());
  }

  /// `document` with every table as the code has it. Throws [AssertionError] when a marker is
  /// missing.
  static String written(String document) {
    String written = document;
    for (var table : all().entrySet()) {
      written = replaced(written, table.getKey(), table.getValue());
    }
    return written;
  }

  private static String replaced(String document, String name, String table) {
    String begin = "<!-- " + name + ":begin -->\n";
    String end = "<!-- " + name + ":end -->";
    int from = document.indexOf(begin);
    int to = document.indexOf(end);
    if (from < 0 || to < from) {
      throw new AssertionError("README.md lacks the comments " + begin.strip() + " and " + end);
    }
    return document.substring(0, from + begin.length()) + table + document.substring(to);
  }
}
