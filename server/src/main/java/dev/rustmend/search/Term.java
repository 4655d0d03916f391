package dev.rustmend.search;

/// One term that an analyzer makes of a text.
///
/// `text` is what the index holds unless a stemmer shortens it. `start` and `end` count characters.
/// `step` is how many positions behind the term before it this one stands: 0 for a part of the same
/// word. An exact term (an error code, a lint, a path, an identifier, a hole) is neither stemmed
/// nor left out.
record Term(String text, int start, int end, int step, Sort sort) {
  enum Sort {
    WORD,
    EXACT
  }

  static Term word(String text, int start, int end) {
    return new Term(text, start, end, 1, Sort.WORD);
  }

  static Term exact(String text, int start, int end) {
    return new Term(text, start, end, 1, Sort.EXACT);
  }

  /// The same at the position of the term before it.
  Term beside() {
    return new Term(text, start, end, 0, sort);
  }

  boolean isExact() {
    return sort == Sort.EXACT;
  }
}
