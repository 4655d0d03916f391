package dev.rustmend.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Damages the files of an index, for tests.
final class IndexDamage {
  private IndexDamage() {}

  /// The files of the index, without what else is in the folder.
  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.getFileName().toString().matches("(_|segments).*"))
          .sorted()
          .toList();
    }
  }

  static void deleteIndex(Path folder) throws IOException {
    for (Path file : files(folder)) {
      Files.delete(file);
    }
  }

  /// Turns over the bits of the byte in the middle of a file.
  static void turnOver(Path file) throws IOException {
    byte[] content = Files.readAllBytes(file);
    content[content.length / 2] ^= (byte) 0xff;
    Files.write(file, content);
  }

  /// Leaves only the first half of a file.
  static void halve(Path file) throws IOException {
    byte[] content = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(content, content.length / 2));
  }
}
