package dev.rustmend.operation;

import java.util.List;
import java.util.regex.Pattern;

/// The segments of a path as text.
final class PathNames {
  private static final Pattern SEPARATOR = Pattern.compile("::");

  private PathNames() {}

  /// The names of `a::r#b::c`, without `r#` and white space.
  static List<String> of(String path) {
    return SEPARATOR
        .splitAsStream(path.replaceAll("\\s", ""))
        .filter(segment -> !segment.isEmpty())
        .map(PathNames::bare)
        .toList();
  }

  static String bare(String name) {
    return name.startsWith("r#") ? name.substring(2) : name;
  }
}
