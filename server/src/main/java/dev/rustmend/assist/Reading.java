package dev.rustmend.assist;

import dev.rustmend.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;
import java.util.function.Predicate;

/// Where to read on about an error: chapters of the Book and the Reference from a reviewed table,
/// and the page of the code itself. A code with `?` behind it stands for diagnostics about the
/// operator `?`.
final class Reading {
  private static final String SITE = "https://doc.rust-lang.org/";
  private static final String CLIPPY = "https://rust-lang.github.io/rust-clippy/stable/index.html#";
  private static final String QUESTION = "?";
  private static final int FEW = 2;
  private static final String CLIPPY_NAME = "clippy::";
  private static final List<Chapter> CHAPTERS =
      ResourceLines.of("reading.txt").stream().map(Chapter::of).toList();

  private Reading() {}

  /// A chapter about `codes`: its page below the documentation's folder, with a fragment where that
  /// helps, and its heading.
  record Chapter(List<String> codes, String page, String heading) {
    private static final String BAR = " | ";

    static Chapter of(ResourceLines.Row row) {
      int bar = row.right().indexOf(BAR);
      return new Chapter(
          words(row.left()),
          row.right().substring(0, bar),
          row.right().substring(bar + BAR.length()));
    }

    private static List<String> words(String text) {
      var words = new ArrayList<String>();
      var word = new Scanner(text);
      while (word.hasNext()) {
        words.add(word.next());
      }
      return words;
    }

    private String link() {
      String shelf = page.startsWith("book/") ? "the Book" : "the Reference";
      return "[%s](%s%s) in %s".formatted(heading, SITE, page, shelf);
    }
  }

  /// Every chapter of the table.
  static List<Chapter> chapters() {
    return CHAPTERS;
  }

  /// Links about `code`, at most `limit` chapters first; none for the empty code and for lints of
  /// rustc.
  private static List<String> links(String code, Predicate<Chapter> about, int limit) {
    var links = new ArrayList<String>();
    CHAPTERS.stream().filter(about).limit(limit).map(Chapter::link).forEach(links::add);
    if (code.matches("E\\d{4}")) {
      links.add("[%s](%serror_codes/%s.html) in the error index".formatted(code, SITE, code));
    } else if (code.startsWith(CLIPPY_NAME)) {
      String name = code.substring(CLIPPY_NAME.length()).toLowerCase(Locale.ROOT);
      links.add("[%s](%s%s)".formatted(code, CLIPPY, name));
    }
    return links;
  }

  /// A few links about a diagnostic, in one line; nothing where there is none.
  static List<String> about(Diagnostic diagnostic) {
    String code = diagnostic.codeText();
    boolean question = diagnostic.message().contains("`?`");
    return line(
        links(
            code,
            chapter ->
                chapter.codes.contains(code)
                    || (question && chapter.codes.contains(code + QUESTION)),
            FEW));
  }

  /// All links about a code, in one line; nothing where there is none.
  static List<String> about(String code) {
    return line(
        links(
            code,
            chapter -> chapter.codes.contains(code) || chapter.codes.contains(code + QUESTION),
            Integer.MAX_VALUE));
  }

  private static List<String> line(List<String> links) {
    return links.isEmpty() ? List.of() : List.of("", "Read on: " + String.join(" · ", links));
  }
}
