package dev.rustmend.cargo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Splits a command line as cargo prints it: words, some in single quotes, and an escape by a back
/// slash outside of them. Nothing is expanded.
final class ShellWords {
  private ShellWords() {}

  /// The words of `line`; empty when a quote is not closed.
  static Optional<List<String>> of(String line) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    boolean inWord = false;
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\'') {
        quoted = !quoted;
        inWord = true;
      } else if (!quoted && c == ' ') {
        if (inWord) {
          words.add(word.toString());
        }
        word.setLength(0);
        inWord = false;
      } else {
        boolean escape = !quoted && c == '\\' && i + 1 < line.length();
        word.append(escape ? line.charAt(++i) : c);
        inWord = true;
      }
    }
    if (inWord) {
      words.add(word.toString());
    }
    return quoted ? Optional.empty() : Optional.of(List.copyOf(words));
  }
}
