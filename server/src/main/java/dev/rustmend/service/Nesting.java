package dev.rustmend.service;

/// How deeply the brackets of a JSON text are nested: a parser that calls itself must not be sent
/// too deep.
public final class Nesting {
  private Nesting() {}

  /// The depth; 0 for a text without brackets.
  public static int of(String text) {
    int depth = 0;
    int deepest = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '{' || c == '[')) {
        deepest = Math.max(deepest, ++depth);
      } else if (!quoted && (c == '}' || c == ']')) {
        depth--;
      }
    }
    return deepest;
  }
}
