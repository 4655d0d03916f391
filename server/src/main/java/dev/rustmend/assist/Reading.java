package dev.rustmend.assist;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Where to read on about an error: chapters of the Book and the Reference from a reviewed table,
/// and the page of the code itself.
final class Reading {
  private static final String SITE = "https://doc.rust-lang.org/";
  private static final String CLIPPY = "https://rust-lang.github.io/rust-clippy/stable/index.html#";
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
          Stream.of(row.left()).flatMap(left -> words(left).stream()).toList(),
          row.right().substring(0, bar),
          row.right().substring(bar + BAR.length()));
    }

    private static List<String> words(String text) {
      var words = new ArrayList<String>();
      var word = new java.util.Scanner(text);
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

  /// Links about `code`, chapters first; none for the empty code and for lints of rustc.
  static List<String> links(String code) {
    var links = new ArrayList<String>();
    CHAPTERS.stream()
        .filter(chapter -> chapter.codes.contains(code))
        .map(Chapter::link)
        .forEach(links::add);
    if (code.matches("E\\d{4}")) {
      links.add("[%s](%serror_codes/%s.html) in the error index".formatted(code, SITE, code));
    } else if (code.startsWith(CLIPPY_NAME)) {
      String name = code.substring(CLIPPY_NAME.length()).toLowerCase(Locale.ROOT);
      links.add("[%s](%s%s)".formatted(code, CLIPPY, name));
    }
    return links;
  }

  /// The links in one line; nothing where there is none.
  static List<String> line(String code) {
    List<String> links = links(code);
    return links.isEmpty() ? List.of() : List.of("", "Read on: " + String.join(" · ", links));
  }
}
