package dev.rustmend.cargo;

import java.util.regex.Pattern;

/// Terminal escape sequences in what cargo and rustc print.
final class Ansi {
  /// Colours and the like (`ESC [ … letter`), and links (`ESC ] … ESC \` or `BEL`).
  private static final Pattern ESCAPES =
      Pattern.compile("\u001B\\[[0-9;?]*[ -/]*[@-~]|\u001B\\][^\u0007\u001B]*(\u0007|\u001B\\\\)");

  private Ansi() {}

  static String strip(String text) {
    return text.indexOf('\u001B') < 0 ? text : ESCAPES.matcher(text).replaceAll("");
  }
}
