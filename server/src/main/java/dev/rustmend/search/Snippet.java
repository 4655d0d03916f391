package dev.rustmend.search;

import java.util.List;
import java.util.regex.Pattern;

/// The part of a text that shows most of some words.
final class Snippet {
  private static final int LENGTH = 240;
  private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?:])\\s+|\\n\\s*\\n");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private Snippet() {}

  /// The sentences from the best one on, on one line of at most 240 characters.
  static String of(String body, List<String> terms) {
    List<String> sentences =
        SENTENCE.splitAsStream(body).map(String::strip).filter(text -> !text.isEmpty()).toList();
    int best = 0;
    long most = 0;
    for (int i = 0; i < sentences.size(); i++) {
      String sentence = Identifiers.lower(sentences.get(i));
      long count = terms.stream().filter(sentence::contains).count();
      if (count > most) {
        most = count;
        best = i;
      }
    }
    String text = String.join(" ", sentences.subList(best, sentences.size()));
    String line = SPACE.matcher(text).replaceAll(" ");
    return line.length() <= LENGTH ? line : line.substring(0, cut(line)) + "…";
  }

  /// Before the last word that does not fit.
  private static int cut(String line) {
    int space = line.lastIndexOf(' ', LENGTH - 1);
    return space > 0 ? space : LENGTH - 1;
  }
}
