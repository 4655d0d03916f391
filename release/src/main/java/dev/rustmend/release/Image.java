package dev.rustmend.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/// The program in one folder, as every package of it has it: `rustmend-server.jar`, the libraries
/// in `lib`, the options of the JVM, and mostly a Java runtime.
///
/// `sources` is the checkout, whose server was built; `time` is what the files are dated to.
record Image(Path sources, Instant time) {
  static final String JAR = "rustmend-server.jar";
  static final String LIBRARIES = "lib";
  static final String RUNTIME = "runtime";
  static final String OPTIONS = "jvm.options";

  private static final String EMBEDDING_MODEL = "langchain4j-embeddings";
  private static final String EMBEDDING_RUNTIME = "ai/onnxruntime/native";

  /// Makes the image of `platform` in `folder`, which is emptied first.
  void create(Path folder, Platform platform) throws IOException, InterruptedException {
    copy(folder, _ -> true, platform.wanted());
    JavaRuntime.create(
        folder.resolve(RUNTIME), folder.resolve(JAR), jars(folder.resolve(LIBRARIES)));
  }

  /// Makes the image that runs on a Java of the user's on every platform, without what computes
  /// vectors: its native libraries alone have thirty megabytes.
  void createUniversal(Path folder) throws IOException {
    copy(
        folder,
        jar -> !jar.startsWith(EMBEDDING_MODEL),
        entry -> !Platform.isNative(entry) || !entry.startsWith(EMBEDDING_RUNTIME));
  }

  private void copy(Path folder, Predicate<String> wantedJars, Predicate<String> wantedEntries)
      throws IOException {
    Path built = sources.resolve("server/target");
    if (!Files.isRegularFile(built.resolve(JAR))) {
      throw new ReleaseFailure("there is no server yet: run `mvn package -DskipTests` first");
    }
    delete(folder);
    Files.createDirectories(folder.resolve(LIBRARIES));
    var copy =
        new JarCopy(entry -> wantedEntries.test(entry) && !ClientParts.isUnused(entry), time);
    copy.copy(built.resolve(JAR), folder.resolve(JAR));
    for (Path jar : jars(built.resolve(LIBRARIES))) {
      if (wantedJars.test(jar.getFileName().toString())) {
        copy.copy(jar, folder.resolve(LIBRARIES).resolve(jar.getFileName()));
      }
    }
    Files.copy(
        sources.resolve("release/launcher").resolve(OPTIONS),
        folder.resolve(OPTIONS),
        StandardCopyOption.REPLACE_EXISTING);
  }

  /// The jars in `folder` by name.
  static List<Path> jars(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  /// Deletes `folder` with all that is in it.
  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
