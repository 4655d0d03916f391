package dev.rustmend.documentation;

import dev.rustmend.cargo.ToolchainFacts;
import dev.rustmend.search.Passage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// The documentation of one toolchain. `html` is its folder `share/doc/rust/html`, `release` the
/// version of its compiler (`1.95.0`).
///
/// [#pages] is quick and names every page with a fingerprint; [#read] reads one of them. So whoever
/// indexes them can leave out those that it knows, show how far it is, and stop between two pages.
public record DocumentationFolder(Path html, String release) {
  /// The command that installs the documentation.
  public static final String REMEDY = "rustup component add rust-docs";

  /// What was looked for.
  public sealed interface Search {}

  /// It is there.
  public record Found(DocumentationFolder folder) implements Search {}

  /// It is not; `sentence` says so and what to do.
  public record Missing(String sentence) implements Search {}

  /// The documentation of a toolchain.
  public static Search find(ToolchainFacts toolchain) {
    return find(toolchain.sysroot().resolve("share/doc/rust/html"), toolchain.release());
  }

  /// The same for a folder that should be `share/doc/rust/html`.
  public static Search find(Path html, String release) {
    if (Files.isRegularFile(html.resolve("book").resolve("index.html"))
        || Files.isRegularFile(html.resolve("std").resolve("index.html"))) {
      return new Found(new DocumentationFolder(html, release));
    }
    return new Missing(
        "the documentation of Rust %s is not installed; `%s` adds it".formatted(release, REMEDY));
  }

  /// The pages that are worth reading, in a stable order: the books first, the library last. Throws
  /// [UncheckedIOException] when a folder can not be read.
  public List<DocumentationPage> pages() {
    var pages = new ArrayList<DocumentationPage>();
    for (Shelf shelf : Shelf.values()) {
      Path folder = html.resolve(shelf.folder());
      if (!Files.isDirectory(folder)) {
        continue;
      }
      try (Stream<Path> files = Files.walk(folder)) {
        List<Path> found =
            files.filter(file -> file.toString().endsWith(".html")).sorted().toList();
        for (Path file : found) {
          String path = html.relativize(file).toString().replace('\\', '/');
          if (shelf.hasUseFor(path)) {
            pages.add(DocumentationPage.of(path, file, shelf));
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException("the documentation in " + folder + " can not be read", e);
      }
    }
    return List.copyOf(pages);
  }

  /// The passages of `page`, in its order; none for one that only leads to another page, that is in
  /// another language than English, or that has vanished meanwhile.
  public List<Passage> read(DocumentationPage page) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("stopped before " + page.path());
    }
    String text;
    try {
      text = new String(Files.readAllBytes(page.file()), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return List.of();
    }
    return passages(page.path(), text);
  }

  /// The passages of a page with this text.
  List<Passage> passages(String path, String text) {
    if (Redirection.isOne(text)) {
      return List.of();
    }
    Document document = Jsoup.parse(text);
    String language = document.select("html").attr("lang");
    if (!language.isEmpty() && !language.startsWith("en")) {
      return List.of();
    }
    boolean library = !document.select("#main-content .main-heading").isEmpty();
    List<Section> sections =
        library ? LibraryPage.sections(document, path) : BookPage.sections(document);
    return new PassageMaker(release, path).passages(SectionLengths.fit(sections));
  }
}
