package dev.rustmend;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The project's own files, as the tests of the house rules see them.
final class SourceTree {
  static final Path SERVER = Path.of("").toAbsolutePath();
  static final Path ROOT = SERVER.getParent();

  private static final Set<String> NOT_TRACKED =
      Set.of(".git", "target", "node_modules", "out", "dist", "artefacts");

  private SourceTree() {}

  /// The server's, and those of the program that makes releases.
  static List<Path> javaFiles() throws IOException {
    var found = new ArrayList<Path>();
    for (Path folder : List.of(SERVER.resolve("src"), ROOT.resolve("release/src"))) {
      try (var files = Files.walk(folder)) {
        files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(found::add);
      }
    }
    return List.copyOf(found);
  }

  static List<Path> mainJavaFiles() throws IOException {
    Path main = SERVER.resolve("src/main");
    return javaFiles().stream().filter(file -> file.startsWith(main)).toList();
  }

  /// Every text file of the project: what git would track, found without git, since a source
  /// archive has none.
  static List<Path> trackedTextFiles() throws IOException {
    var found = new ArrayList<Path>();
    Files.walkFileTree(
        ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return NOT_TRACKED.contains(name(folder))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (attributes.isRegularFile() && !NOT_TRACKED.contains(name(file)) && isText(file)) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return List.copyOf(found);
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private static boolean isText(Path file) throws IOException {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file)));
      return true;
    } catch (CharacterCodingException binary) {
      return false;
    }
  }
}
