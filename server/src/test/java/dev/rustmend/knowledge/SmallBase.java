package dev.rustmend.knowledge;

import dev.rustmend.documentation.DocumentationFolder;
import dev.rustmend.search.Embedder;
import dev.rustmend.search.EmbedderException;
import dev.rustmend.search.Passage;
import dev.rustmend.search.PassageKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A small base of entries, and a book of some pages, in a folder.
record SmallBase(Path folder) {
  static final String CLONE = "errors/E0382/clone-first";

  Path cache() {
    return folder.resolve("cache");
  }

  LibrarySources sources(LibrarySources.EmbedderSource embedder) {
    return new LibrarySources(
        cache(),
        "1",
        () -> List.of(passage(CLONE, "Clone the value", "A value that was moved is gone.")),
        this::toolchain,
        embedder);
  }

  Library library() {
    return new Library(sources(Optional::empty));
  }

  LibrarySources.Toolchain toolchain() {
    return switch (DocumentationFolder.find(folder.resolve("html"), "1.95.0")) {
      case DocumentationFolder.Found(DocumentationFolder found) ->
          new LibrarySources.Toolchain("1.95.0", folder, Optional.of(found), "");
      case DocumentationFolder.Missing(String sentence) ->
          new LibrarySources.Toolchain("1.95.0", folder, Optional.empty(), sentence);
    };
  }

  static Passage passage(String id, String title, String body) {
    return new Passage(
        id,
        PassageKind.ERROR,
        title,
        List.of(),
        List.of("E0382"),
        List.of(),
        List.of(),
        List.of(),
        body,
        "let b = a.clone();",
        "2024",
        "",
        body);
  }

  void page(String name, String text) throws IOException {
    Path file = folder.resolve("html/book").resolve(name + ".html");
    Files.createDirectories(folder.resolve("html/book"));
    Files.writeString(
        file,
        "<html lang=\"en\"><head><title>"
            + name
            + " - The Book</title></head><body><main><h1 id=\"top\">"
            + name
            + "</h1><p>"
            + text
            + "</p></main></body></html>");
  }

  void remove(String name) throws IOException {
    Files.delete(folder.resolve("html/book").resolve(name + ".html"));
  }

  /// An embedder that never works.
  static final class Broken implements Embedder {
    @Override
    public String model() {
      return "broken";
    }

    @Override
    public int dimensions() {
      return 2;
    }

    @Override
    public List<float[]> embed(List<String> texts, Role role) {
      throw new EmbedderException("the model can not be loaded; install it");
    }
  }

  /// An embedder whose vectors say how long a text is.
  static final class Measuring implements Embedder {
    @Override
    public String model() {
      return "measuring";
    }

    @Override
    public int dimensions() {
      return 2;
    }

    @Override
    public List<float[]> embed(List<String> texts, Role role) {
      return texts.stream().map(text -> new float[] {1, text.length() % 7}).toList();
    }
  }
}
