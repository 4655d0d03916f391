package dev.rustmend.text;

import java.util.regex.Pattern;

/// A piece of code as a title can quote it.
public final class OneLine {
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private OneLine() {}

  /// `code` in one line of `most` characters at most; `…` stands for what is cut off.
  public static String of(String code, int most) {
    String line = BLANKS.matcher(code.strip()).replaceAll(" ");
    return line.codePointCount(0, line.length()) <= most
        ? line
        : line.substring(0, line.offsetByCodePoints(0, most - 1)) + "…";
  }
}
