package dev.rustmend.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The terms of prose about Rust: English words, and the error codes, lints, paths and identifiers
/// among them.
final class ProseTerms {
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{N}_]+(?:(?:::|-)[\\p{L}\\p{N}_]+|['’](?=[\\p{L}])[\\p{L}]+)*");
  private static final Pattern CODE = Pattern.compile("[Ee]\\d{4}");

  private ProseTerms() {}

  static List<Term> of(String text) {
    var terms = new ArrayList<Term>();
    add(terms, text, 0);
    return List.copyOf(terms);
  }

  /// Adds the terms of `text`, which begins at `offset` of the whole.
  static void add(List<Term> terms, String text, int offset) {
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      addWord(terms, word.group(), offset + word.start());
    }
  }

  private static void addWord(List<Term> terms, String word, int start) {
    int hyphen = word.indexOf('-');
    if (hyphen > 0) {
      addWord(terms, word.substring(0, hyphen), start);
      addWord(terms, word.substring(hyphen + 1), start + hyphen + 1);
    } else if (CODE.matcher(word).matches()) {
      terms.add(Term.exact(Identifiers.lower(word), start, start + word.length()));
    } else {
      int apostrophe = Math.max(word.indexOf('\''), word.indexOf('’'));
      String bare = apostrophe > 0 ? word.substring(0, apostrophe) : word;
      if (Identifiers.isCode(bare)) {
        terms.addAll(Identifiers.terms(bare, start));
      } else {
        terms.add(Term.word(Identifiers.lower(bare), start, start + bare.length()));
      }
    }
  }
}
