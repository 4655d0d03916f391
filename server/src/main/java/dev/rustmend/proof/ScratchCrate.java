package dev.rustmend.proof;

import dev.rustmend.cargo.Cargo;
import dev.rustmend.cargo.CheckOptions;
import dev.rustmend.cargo.CheckOutcome;
import dev.rustmend.cargo.CheckRequest;
import dev.rustmend.cargo.PathMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A package without dependencies whose sources are replaced for each program, so that a thousand
/// programs need no thousand packages. One worker owns it at a time.
public final class ScratchCrate {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final Path folder;
  private final String edition;
  private final Cargo cargo;
  private final Set<Path> written = new HashSet<>();

  private ScratchCrate(Path folder, String edition, Cargo cargo) {
    this.folder = folder;
    this.edition = edition;
    this.cargo = cargo;
  }

  /// Makes the package in `folder`, or takes the one that is there. Throws [UncheckedIOException]
  /// when that can not be done.
  public static ScratchCrate in(Path folder, String edition, Cargo cargo) {
    try {
      Files.createDirectories(folder.resolve("src"));
      clear(folder.resolve("src"));
      Files.writeString(folder.resolve("Cargo.toml"), manifest(edition));
      return new ScratchCrate(folder.toRealPath(), edition, cargo);
    } catch (IOException e) {
      throw new UncheckedIOException("can not make a package in " + folder, e);
    }
  }

  /// Deletes the program that an earlier run has left: one of its files may be what the next
  /// program is told to lack.
  private static void clear(Path sources) throws IOException {
    try (Stream<Path> left = Files.walk(sources)) {
      for (Path path : left.filter(Files::isRegularFile).toList()) {
        Files.delete(path);
      }
    }
  }

  // The empty table [workspace] keeps cargo from looking for a workspace above the cache folder.
  private static String manifest(String edition) {
    return """
    [package]
    name = "scratch"
    version = "0.1.0"
    edition = "%s"

    [workspace]
    """
        .formatted(edition);
  }

  /// Where the package is, as an absolute path without symbolic links.
  public Path folder() {
    return folder;
  }

  /// Puts these files, by their path below the folder, in place of those that were written before;
  /// a `Cargo.toml` among them replaces the package's own for as long.
  public void write(Map<String, String> files) {
    try {
      for (Path old : written) {
        Files.deleteIfExists(old);
      }
      if (written.remove(folder.resolve("Cargo.toml"))) {
        Files.writeString(folder.resolve("Cargo.toml"), manifest(edition));
      }
      written.clear();
      for (var file : files.entrySet()) {
        Path path = folder.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue());
        written.add(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("can not write a program in " + folder, e);
    }
  }

  /// What a plain run of cargo says of the program as it is now. Throws [IllegalStateException]
  /// when cargo itself fails.
  public CheckOutcome.Checked check(CheckOptions.Command command) throws InterruptedException {
    var options =
        new CheckOptions(command, List.of(), false, false, List.of("--offline"), Map.of(), LIMIT);
    var request =
        new CheckRequest(
            folder,
            Optional.empty(),
            folder.resolve("target"),
            options,
            new OwnPaths(folder),
            Map.of(),
            CheckRequest.Lockfile.MAY_CHANGE);
    return switch (cargo.check(request, _ -> {})) {
      case CheckOutcome.Checked checked -> checked;
      case CheckOutcome.Failed(var failure) ->
          throw new IllegalStateException(failure.sentence() + "\n" + failure.detail());
    };
  }

  /// The compiler sees the package where it is: nothing to translate.
  private record OwnPaths(Path folder) implements PathMap {
    @Override
    public Path toUser(Path reported) {
      return reported;
    }

    @Override
    public String textToUser(String text) {
      return text;
    }

    @Override
    public boolean editable(Path userPath) {
      return userPath.startsWith(folder);
    }
  }
}
