package dev.rustmend.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Makes what a release consists of, from a checkout whose server was built. Java runs it from
/// source: `java release/src/main/java/dev/rustmend/release/Release.java`, and then one of
///
///     platform                          this platform's word, such as linux-x86_64
///     image OUT                         the program for this platform with a Java runtime
///     universal OUT                     the program for a Java of the user's, on every platform
///     tree OUT BOM [--classes=FOLDER]   all that an archive holds; FOLDER has the archives of loaded
///                                       classes to take in place of training runs
///     recipes VERSION ARCHIVES OUT      the files of package managers
public final class Release {
  /// What every file of a release is dated to: the build's own date for reproducible output.
  private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");

  private static final String CLASSES = "--classes=";

  private Release() {}

  /// Runs one of the commands above. Exits with 3 and one sentence when it can not be done.
  public static void main(String[] arguments) throws IOException, InterruptedException {
    try {
      run(List.of(arguments));
    } catch (ReleaseFailure e) {
      System.err.println("release: " + e.getMessage());
      System.exit(3);
    }
  }

  private static void run(List<String> arguments) throws IOException, InterruptedException {
    Path sources = sources();
    var image = new Image(sources, TIME);
    switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
      case "platform" -> System.out.println(Platform.here().word());
      case "image" -> image.create(folder(arguments, 1), Platform.here());
      case "universal" -> image.createUniversal(folder(arguments, 1));
      case "tree" -> {
        var tree = new Tree(sources, folder(arguments, 1), Platform.here(), folder(arguments, 2));
        tree.create(image, classes(arguments));
      }
      case "recipes" -> {
        Path templates = sources.resolve("release/packages");
        try (var files = Files.list(templates)) {
          new Recipes(word(arguments, 1), folder(arguments, 2))
              .write(files.sorted().toList(), folder(arguments, 3));
        }
      }
      default ->
          throw new ReleaseFailure(
              "say what to make: platform, image, universal, tree or recipes (see Release.java)");
    }
  }

  private static String word(List<String> arguments, int index) {
    if (index >= arguments.size()) {
      throw new ReleaseFailure("an argument is missing after " + arguments.getLast());
    }
    return arguments.get(index);
  }

  private static Path folder(List<String> arguments, int index) {
    return Path.of(word(arguments, index)).toAbsolutePath().normalize();
  }

  private static Optional<Path> classes(List<String> arguments) {
    return arguments.stream()
        .filter(it -> it.startsWith(CLASSES))
        .map(it -> it.substring(CLASSES.length()))
        .filter(it -> !it.isBlank())
        .map(Path::of)
        .findFirst();
  }

  /// The checkout: the folder above that has the server's sources.
  private static Path sources() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isRegularFile(at.resolve("release/launcher").resolve(Image.OPTIONS))) {
        return at;
      }
    }
    throw new ReleaseFailure("run this inside of a checkout of rustmend");
  }
}
