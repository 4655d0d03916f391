package dev.rustmend.generate;

import dev.rustmend.workspace.WholeFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.SortedMap;
import java.util.stream.Stream;

/// Puts a project on the disk, whole or not at all: it is written beside its place and moved there.
public final class ProjectFolder {
  private ProjectFolder() {}

  /// Whether a project can be put at `folder`: nothing is there, or an empty folder.
  public static boolean isFree(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return true;
    }
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> content = Files.list(folder)) {
      return content.findAny().isEmpty();
    }
  }

  /// Writes `files`, by their relative paths, into `folder`, which [#isFree]. Throws [IOException]
  /// when that is not so any more or can not be done; then nothing is there that was not before.
  public static void write(Path folder, SortedMap<String, String> files) throws IOException {
    Path place = folder.toAbsolutePath().normalize();
    Path parent = Files.createDirectories(place.resolve("..").normalize());
    Path draft = Files.createTempDirectory(parent, ".rustmend-new");
    try {
      Path whole = Files.createDirectory(draft.resolve("project"));
      for (var file : files.entrySet()) {
        Path path = whole.resolve(file.getKey()).normalize();
        if (!path.startsWith(whole)) {
          throw new IOException("a file of the project would lie outside: " + file.getKey());
        }
        Files.createDirectories(path.resolve("..").normalize());
        Files.writeString(path, file.getValue(), StandardCharsets.UTF_8);
      }
      if (!isFree(place)) {
        throw new IOException("there is something at " + place);
      }
      Files.deleteIfExists(place);
      Files.move(whole, place, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      WholeFolder.delete(draft);
    }
  }
}
