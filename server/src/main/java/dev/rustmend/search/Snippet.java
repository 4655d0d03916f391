package dev.rustmend.search;

import java.util.List;

/// The part of a text that shows most of some words.
final class Snippet {
  private static final int LENGTH = 240;

  private Snippet() {}

  /// The sentences from the one with most of `terms` on, on one line of at most 240 characters.
  static String of(String body, List<String> terms) {
    String low = Identifiers.lower(body);
    var next = new int[terms.size()];
    int best = 0;
    int most = 0;
    int from = 0;
    while (from < body.length() && low.length() == body.length() && most < terms.size()) {
      int end = sentenceEnd(body, from);
      int count = 0;
      for (int i = 0; i < next.length; i++) {
        next[i] = next(low, terms.get(i), next[i], from);
        count += next[i] + terms.get(i).length() <= end ? 1 : 0;
      }
      if (count > most) {
        most = count;
        best = from;
      }
      from = end;
    }
    return line(body, best);
  }

  /// Where `term` is next from `from` on; behind the text when it is not. `known` is what was said
  /// before, so that no part of the text is looked through twice.
  private static int next(String low, String term, int known, int from) {
    if (known > from) {
      return known;
    }
    int found = low.indexOf(term, from);
    return found < 0 ? low.length() : found;
  }

  /// Where the sentence that begins at `from` ends: behind the blanks after its mark, or behind an
  /// empty line.
  private static int sentenceEnd(String body, int from) {
    int at = from;
    while (at < body.length()) {
      char c = body.charAt(at++);
      int blanks = at;
      while (blanks < body.length() && Character.isWhitespace(body.charAt(blanks))) {
        blanks++;
      }
      boolean ends = ".!?:".indexOf(c) >= 0 && blanks > at;
      boolean emptyLine = c == '\n' && body.substring(at, blanks).indexOf('\n') >= 0;
      if (ends || emptyLine) {
        return blanks;
      }
    }
    return at;
  }

  /// What begins at `from`, blanks of any kind made one, and cut before the last word that does not
  /// fit.
  private static String line(String body, int from) {
    var line = new StringBuilder();
    for (int at = from; at < body.length() && line.length() <= LENGTH; at++) {
      char c = body.charAt(at);
      if (!Character.isWhitespace(c)) {
        line.append(c);
      } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
        line.append(' ');
      }
    }
    String text = line.toString().stripTrailing();
    return text.length() <= LENGTH ? text : text.substring(0, cut(text)) + "…";
  }

  /// Before the last word that does not fit.
  private static int cut(String line) {
    int space = line.lastIndexOf(' ', LENGTH - 1);
    return space > 0 ? space : LENGTH - 1;
  }
}
