package dev.rustmend.assist;

import dev.rustmend.text.EditDistance;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What somebody means who asks about a code: `code` is the word in its proper spelling (`E0382`
/// for `e382`, `clippy::needless_return` for `needless-return`), `nearest` a known code that looks
/// like it, for when nobody knows `code`.
public record Spelled(String code, Optional<String> nearest) {
  private static final String CLIPPY = "clippy::";
  private static final int FAR = 3;

  static Spelled of(String word, List<String> known) {
    String code = proper(word.strip(), known);
    return new Spelled(
        code,
        known.stream()
            .filter(each -> distance(code, each) <= FAR)
            .min(Comparator.comparingInt(each -> distance(code, each))));
  }

  private static String proper(String word, List<String> known) {
    if (word.matches("(?i)e?\\d{1,4}")) {
      return "E%04d".formatted(Integer.parseInt(word.replaceFirst("(?i)^e", "")));
    }
    String lint = word.toLowerCase(Locale.ROOT).replace('-', '_');
    return known.contains(CLIPPY + lint) ? CLIPPY + lint : lint;
  }

  private static int distance(String code, String known) {
    int whole = EditDistance.between(code, known);
    return code.startsWith(CLIPPY) || !known.startsWith(CLIPPY)
        ? whole
        : Math.min(whole, EditDistance.between(code, known.substring(CLIPPY.length())));
  }
}
