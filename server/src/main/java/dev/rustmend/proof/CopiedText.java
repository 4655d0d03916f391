package dev.rustmend.proof;

import dev.rustmend.kb.Article;
import dev.rustmend.kb.EntryProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds sentences of entries that stand word for word in the toolchain's own documentation: its
/// error index and the Book. Knows nothing where that is not installed.
final class CopiedText {
  private static final int WORDS = 8;
  private static final List<String> BOOKS = List.of("error_codes", "book");
  private static final Pattern TAG = Pattern.compile("<[^>]*>");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?:;])\\s+");

  private final String text;
  private final Set<String> beginnings;

  private CopiedText(String text, Set<String> beginnings) {
    this.text = text;
    this.beginnings = beginnings;
  }

  /// Reads the documentation in this folder (`share/doc/rust/html`). Throws [UncheckedIOException]
  /// when that can not be done.
  static CopiedText from(Optional<Path> documentation) {
    var text = new StringBuilder(" ");
    var beginnings = new HashSet<String>();
    for (String book : BOOKS) {
      for (Path page : pages(documentation.map(root -> root.resolve(book)))) {
        List<String> words = words(TAG.matcher(entities(read(page))).replaceAll(" "));
        text.append(String.join(" ", words)).append(" . ");
        for (int i = 0; i + WORDS <= words.size(); i++) {
          beginnings.add(String.join(" ", words.subList(i, i + WORDS)));
        }
      }
    }
    return new CopiedText(text.toString(), beginnings);
  }

  /// The sentences of `entry`'s prose that are copied.
  List<EntryProblem> problems(Article entry) {
    return SENTENCE_END
        .splitAsStream(entry.prose())
        .filter(this::isCopied)
        .map(sentence ->
            new EntryProblem(
                entry.id() + ".md",
                1,
                "copied",
                "this sentence stands in the documentation: " + sentence,
                "say it in your own words"))
        .toList();
  }

  private boolean isCopied(String sentence) {
    List<String> words = words(sentence);
    return words.size() >= WORDS
        && beginnings.contains(String.join(" ", words.subList(0, WORDS)))
        && text.contains(" " + String.join(" ", words) + " ");
  }

  private static List<String> words(String text) {
    return WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(MatchResult::group).toList();
  }

  private static String entities(String html) {
    return html.replace("&lt;", " ")
        .replace("&gt;", " ")
        .replace("&amp;", " ")
        .replace("&quot;", " ")
        .replace("&#39;", "'");
  }

  private static List<Path> pages(Optional<Path> folder) {
    if (folder.filter(Files::isDirectory).isEmpty()) {
      return List.of();
    }
    try (Stream<Path> pages = Files.list(folder.get())) {
      return pages.filter(page -> page.toString().endsWith(".html")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the documentation in " + folder.get() + " can not be read", e);
    }
  }

  private static String read(Path page) {
    try {
      return Files.readString(page, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the page " + page + " can not be read", e);
    }
  }
}
