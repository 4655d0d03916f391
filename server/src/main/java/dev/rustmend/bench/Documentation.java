package dev.rustmend.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The broken programs of the toolchain's documentation, read from the user's own copy
/// (`share/doc/rust/html` of the toolchain, rustup's component `rust-docs`).
final class Documentation {
  /// `print.html` repeats a whole book, `src` shows the library's source with its doc comments.
  private static final Set<String> REPEATS = Set.of("print.html", "toc.html");

  private static final Pattern ENGLISH = Pattern.compile("<html [^>]*lang=\"en\"");

  private final Path html;

  Documentation(Path html) {
    this.html = html;
  }

  /// All programs in a stable order, each content once: where two pages have the same program, as
  /// `std` and `core` often do, the first book keeps it.
  List<BrokenProgram> brokenPrograms() {
    return brokenPrograms(pages());
  }

  /// The same, with the list of pages that are worth reading kept in `cache`: the library alone has
  /// thousands of pages, and hardly any holds a broken program.
  List<BrokenProgram> brokenPrograms(ResultCache cache) {
    List<String> key = List.of(html.toString());
    Pages pages =
        cache
            .get("pages-1", key, Pages.class)
            .orElseGet(() -> {
              var found = new Pages(pages());
              cache.put("pages-1", key, found);
              return found;
            });
    return brokenPrograms(pages.names());
  }

  /// Pages with broken programs: their paths below the documentation's folder, with `/`.
  private record Pages(List<String> names) {}

  private List<BrokenProgram> brokenPrograms(List<String> pages) {
    var seen = new HashSet<String>();
    var programs = new ArrayList<BrokenProgram>();
    for (Book book : Book.values()) {
      pages.stream()
          .filter(page -> page.startsWith(book.folder() + "/"))
          .flatMap(page -> programs(book, page).stream())
          .filter(program -> seen.add(program.contentHash()))
          .forEach(programs::add);
    }
    return List.copyOf(programs);
  }

  private List<String> pages() {
    return Arrays.stream(Book.values())
        .flatMap(book -> pages(book).stream())
        .filter(page -> isWorthReading(read(page)))
        .map(page -> html.relativize(page).toString().replace('\\', '/'))
        .toList();
  }

  /// A translation has the same programs with other comments, so only English pages count.
  private static boolean isWorthReading(String text) {
    return (text.contains("compile_fail") || text.contains("does_not_compile"))
        && ENGLISH.matcher(text).find();
  }

  private List<Path> pages(Book book) {
    Path folder = html.resolve(book.folder());
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".html"))
          .filter(file -> !REPEATS.contains(file.getFileName().toString()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("can not read the documentation in " + folder, e);
    }
  }

  private List<BrokenProgram> programs(Book book, String page) {
    String name = page.replaceFirst("\\.html$", "");
    return programs(book, name, DocumentationPage.blocks(read(html.resolve(page))));
  }

  /// The broken programs among the blocks of the page called `name`.
  static List<BrokenProgram> programs(Book book, String name, List<CodeBlock> blocks) {
    var programs = new ArrayList<BrokenProgram>();
    int ordinal = 0;
    for (int i = 0; i < blocks.size(); i++) {
      CodeBlock block = blocks.get(i);
      if (block.isBroken() && !block.needsFutureEdition()) {
        ordinal++;
        programs.add(
            BrokenProgram.of(
                name + "#" + ordinal,
                book,
                block.codes(),
                block.edition().orElse(book.edition()),
                ExampleProgram.of(block.text()),
                Resemblance.twin(blocks, i)));
      }
    }
    return programs;
  }

  private static String read(Path page) {
    try {
      return Files.readString(page, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("can not read " + page, e);
    }
  }
}
