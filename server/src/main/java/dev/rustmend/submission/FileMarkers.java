package dev.rustmend.submission;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Several files as one text: a line `[filename: relative/path]`, and behind it that file until the
/// next such line. Fences of Markdown around a file are not part of it.
public final class FileMarkers {
  private static final Pattern MARKER =
      Pattern.compile("\\s*(?:[*`#]+ *)?\\[filename: *([^\\]\\n]+?) *\\](?: *[*`]+)?\\s*");
  private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}|~{3,})[\\w .,-]*");

  private FileMarkers() {}

  /// The files of `text` by path; what stands before the first marker belongs to none. Each ends
  /// with one line break. A path that stands there twice keeps the last text.
  public static SortedMap<String, String> files(String text) {
    var files = new TreeMap<String, String>();
    var lines = new StringBuilder();
    String path = "";
    for (String line : text.lines().toList()) {
      Matcher marker = MARKER.matcher(line);
      if (marker.matches()) {
        put(files, path, lines);
        path = marker.group(1).strip();
        lines.setLength(0);
      } else {
        lines.append(line).append('\n');
      }
    }
    put(files, path, lines);
    return files;
  }

  /// All files as one text, in the order of the map.
  public static String text(Map<String, String> files) {
    var text = new StringBuilder();
    files.forEach((path, content) -> {
      text.append("[filename: ").append(path).append("]\n").append(content);
      text.append(content.endsWith("\n") || content.isEmpty() ? "" : "\n");
    });
    return text.toString();
  }

  private static void put(Map<String, String> files, String path, CharSequence lines) {
    if (!path.isEmpty()) {
      files.put(path, unfenced(lines.toString()));
    }
  }

  /// The text without a fence at its beginning and end.
  private static String unfenced(String text) {
    String bare = text.strip();
    int first = bare.indexOf('\n');
    if (first > 0 && FENCE.matcher(bare.substring(0, first)).matches()) {
      String fence = bare.substring(0, first).strip().substring(0, 3);
      int last = bare.lastIndexOf("\n" + fence);
      int end = last >= first ? last : bare.length();
      return bare.substring(first + 1, Math.max(first + 1, end)).stripTrailing() + "\n";
    }
    String trimmed = text.replaceFirst("\\A(?:[ \\t]*\\n)+", "").stripTrailing();
    return trimmed.isEmpty() ? "" : trimmed + "\n";
  }
}
