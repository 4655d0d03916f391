package dev.rustmend.cli;

import dev.rustmend.workspace.WholeFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The broken crate that comes with the program, in a folder for temporary files: what `rustmend
/// demo` shows and what the training run plays. Closing it deletes the folder.
///
/// `folder` also has room for a cache, so that nothing of the user's is touched.
record ExampleCrate(Path folder) implements AutoCloseable {
  private static final String RESOURCE = "/example/";
  private static final List<String> SOURCES =
      List.of("src/lib.rs", "src/reading.rs", "src/main.rs");
  private static final List<String> FILES = List.of("Cargo.toml", "Cargo.lock");

  /// A copy in a new folder. Throws [IOException] when the folder can not be made.
  static ExampleCrate create() throws IOException {
    var crate = new ExampleCrate(Files.createTempDirectory("rustmend-example").toRealPath());
    Files.createDirectories(crate.root().resolve("src"));
    for (List<String> names : List.of(FILES, SOURCES)) {
      for (String name : names) {
        crate.copy(name);
      }
    }
    return crate;
  }

  private void copy(String name) throws IOException {
    try (InputStream resource = ExampleCrate.class.getResourceAsStream(RESOURCE + name)) {
      if (resource == null) {
        throw new IOException("the program's file %s is missing".formatted(RESOURCE + name));
      }
      Files.copy(resource, root().resolve(name));
    }
  }

  /// The crate's own folder.
  Path root() {
    return folder.resolve("weather");
  }

  /// A folder for caches, not made yet.
  Path cache() {
    return folder.resolve("cache");
  }

  /// The sources' names, relative to the root, in the order in which one reads them.
  List<String> sources() {
    return SOURCES;
  }

  @Override
  public void close() {
    try {
      WholeFolder.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("%s can not be deleted".formatted(folder), e);
    }
  }
}
