package dev.rustmend.kb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Entry files on the disk.
public final class EntryFolder {
  /// The folders directly below the root of a base.
  public static final Set<String> COLLECTIONS = Set.of("errors", "lints", "tasks", "templates");

  /// The name of a base's root: no folder above it counts.
  private static final String BASE = "kb-data";

  private EntryFolder() {}

  /// The Markdown of the entry at `path`, or of all entries below it, by id. Throws
  /// [UncheckedIOException] when something can not be read.
  public static Map<String, String> read(Path path) {
    var found = new TreeMap<String, String>();
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String id = id(file);
        if (file.toString().endsWith(".md") && !id.isEmpty()) {
          found.put(id, Files.readString(file, StandardCharsets.UTF_8));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the entries below " + path + " can not be read", e);
    }
    return found;
  }

  /// The file of the entry `id` in the base at `root`.
  public static Path file(Path root, String id) {
    return root.resolve(id + ".md");
  }

  /// The id that a file has by its path: what stands behind the last folder with a collection's
  /// name, that folder included. Empty for a file that is in no collection.
  public static String id(Path file) {
    List<String> names =
        Stream.iterate(file.toAbsolutePath(), path -> path != null, Path::getParent)
            .filter(path -> path.getFileName() != null)
            .map(path -> path.getFileName().toString())
            .toList()
            .reversed();
    for (int i = names.size() - 2; i >= 0; i--) {
      if (names.get(i).equals(BASE)) {
        return "";
      }
      if (COLLECTIONS.contains(names.get(i))) {
        return String.join("/", names.subList(i, names.size())).replaceFirst("\\.md$", "");
      }
    }
    return "";
  }
}
