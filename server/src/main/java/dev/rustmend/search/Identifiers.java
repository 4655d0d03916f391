package dev.rustmend.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts identifiers and paths of Rust into what people search for: the whole, and its parts.
///
/// `std::HashMap::get_mut` gives itself, `std`, `hashmap`, `hash`, `map`, `get_mut`, `get` and
/// `mut`. The whole and each segment of several words are exact terms, the rest are words of
/// English.
final class Identifiers {
  private static final Pattern SEGMENT = Pattern.compile("[\\p{L}\\p{N}_]+");
  private static final Pattern PART =
      Pattern.compile("\\p{Lu}+(?![\\p{Ll}])|\\p{Lu}?[\\p{Ll}]+|\\p{Lu}+|\\p{N}+|\\p{L}+");

  private Identifiers() {}

  /// Whether a word is more than a word of prose: a path, snake case, camel case, or letters with
  /// digits.
  static boolean isCode(String word) {
    if (word.contains("::") || word.indexOf('_') >= 0) {
      return true;
    }
    return PART.matcher(word).results().limit(2).count() > 1;
  }

  /// The terms of a word or path that begins at `start`, all at one position.
  static List<Term> terms(String path, int start) {
    var terms = new ArrayList<Term>();
    add(terms, path, start);
    Matcher segment = SEGMENT.matcher(path);
    while (segment.find()) {
      if (isCode(segment.group())) {
        add(terms, segment.group(), start + segment.start());
      }
      Matcher part = PART.matcher(segment.group());
      while (part.find()) {
        int from = start + segment.start();
        String text = lower(part.group());
        if (text.length() > 1 && terms.stream().noneMatch(term -> term.text().equals(text))) {
          terms.add(Term.word(text, from + part.start(), from + part.end()).beside());
        }
      }
    }
    return List.copyOf(terms);
  }

  private static void add(List<Term> terms, String text, int start) {
    String low = lower(text);
    if (terms.stream().noneMatch(term -> term.text().equals(low))) {
      Term term = Term.exact(low, start, start + text.length());
      terms.add(terms.isEmpty() ? term : term.beside());
    }
  }

  /// An error code or a lint as the index holds it: in lower case, without the tool before `::`,
  /// which people leave out.
  static String code(String code) {
    String low = lower(code);
    int path = low.lastIndexOf("::");
    return path < 0 ? low : low.substring(path + 2);
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
