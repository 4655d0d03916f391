package dev.rustmend;

import dev.rustmend.cli.CommandTable;
import dev.rustmend.settings.SettingsTable;
import java.util.Map;

/// The parts of `README.md` that are generated from the code. Each stands between two comments,
/// `<!-- name:begin -->` and `<!-- name:end -->`.
final class GeneratedTables {
  private GeneratedTables() {}

  /// The tables by the names of their markers, as Markdown that ends with a line break.
  static Map<String, String> all() {
    return Map.of("settings", SettingsTable.markdown(), "commands", CommandTable.markdown());
  }

  /// What stands between the comments of the table `name`. Throws [AssertionError] when one of them
  /// is missing.
  static String written(String document, String name) {
    return document.substring(begin(document, name), end(document, name));
  }

  /// `document` with every table as the code has it.
  static String rewritten(String document) {
    String rewritten = document;
    for (var table : all().entrySet()) {
      rewritten =
          rewritten.substring(0, begin(rewritten, table.getKey()))
              + table.getValue()
              + rewritten.substring(end(rewritten, table.getKey()));
    }
    return rewritten;
  }

  private static int begin(String document, String name) {
    String comment = "<!-- " + name + ":begin -->\n";
    return find(document, comment) + comment.length();
  }

  private static int end(String document, String name) {
    return find(document, "<!-- " + name + ":end -->");
  }

  private static int find(String document, String comment) {
    int at = document.indexOf(comment);
    if (at < 0) {
      throw new AssertionError("README.md lacks the comment " + comment);
    }
    return at;
  }
}
