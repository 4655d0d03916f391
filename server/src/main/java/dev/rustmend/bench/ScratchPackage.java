package dev.rustmend.bench;

import dev.rustmend.cargo.Cargo;
import dev.rustmend.cargo.CheckOptions;
import dev.rustmend.cargo.CheckOutcome;
import dev.rustmend.cargo.CheckRequest;
import dev.rustmend.cargo.PathMap;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.text.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A Cargo package without dependencies that methods repair in place: one whose single source file
/// is replaced for each program, so that a thousand programs need no thousand packages, or the copy
/// of a whole crate. One worker owns it at a time.
final class ScratchPackage {
  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final Duration LIMIT_OF_TESTS = Duration.ofMinutes(3);
  private static final List<String> SOURCE_FOLDERS = List.of("src", "tests", "examples");

  private final Path folder;
  private final Targets targets;
  private final Cargo cargo;

  /// What of the package cargo compiles.
  enum Targets {
    /// What `cargo check` without arguments does: library and binaries.
    DEFAULT,
    /// Tests and examples as well.
    ALL;

    /// The arguments for cargo.
    List<String> flags() {
      return switch (this) {
        case DEFAULT -> List.of();
        case ALL -> List.of("--all-targets");
      };
    }
  }

  private ScratchPackage(Path folder, Targets targets, Cargo cargo) {
    this.folder = folder;
    this.targets = targets;
    this.cargo = cargo;
  }

  /// Makes a package of one file in `folder`, or takes the one that is there.
  static ScratchPackage in(Path folder, Edition edition, Cargo cargo) {
    try {
      Files.createDirectories(folder.resolve("src"));
      Files.writeString(folder.resolve("Cargo.toml"), manifest(edition));
      return new ScratchPackage(folder.toRealPath(), Targets.DEFAULT, cargo);
    } catch (IOException e) {
      throw new UncheckedIOException("can not make a package in " + folder, e);
    }
  }

  /// The package that is in `folder`, with all its targets.
  static ScratchPackage whole(Path folder, Cargo cargo) {
    try {
      return new ScratchPackage(folder.toRealPath(), Targets.ALL, cargo);
    } catch (IOException e) {
      throw new UncheckedIOException("there is no package in " + folder, e);
    }
  }

  // The empty table [workspace] keeps cargo from looking for a workspace above the cache folder.
  private static String manifest(Edition edition) {
    return """
    [package]
    name = "scratch"
    version = "0.1.0"
    edition = "%s"

    [workspace]
    """
        .formatted(edition.value());
  }

  /// Where the package is, as an absolute path without symbolic links.
  Path folder() {
    return folder;
  }

  /// What of it cargo compiles.
  Targets targets() {
    return targets;
  }

  /// The source file of a package of one file.
  Path mainFile() {
    return folder.resolve("src/main.rs");
  }

  /// Puts `source` in place of the program of one file that was there.
  void write(String source) {
    write(Map.of(mainFile(), SourceText.of(source)));
  }

  /// The program of one file as it is now.
  String read() {
    return text(mainFile()).string();
  }

  /// Writes those of `texts` that differ from what is there, so that the others look untouched.
  void write(Map<Path, SourceText> texts) {
    for (var entry : texts.entrySet()) {
      Path file = entry.getKey();
      try {
        if (!Files.exists(file) || !text(file).equals(entry.getValue())) {
          Files.write(file, entry.getValue().bytes());
        }
      } catch (IOException e) {
        throw new UncheckedIOException("can not write " + file, e);
      }
    }
  }

  /// Every Rust file of the package as it is now, by its absolute path.
  SortedMap<Path, SourceText> texts() {
    var texts = new TreeMap<Path, SourceText>();
    for (String name : SOURCE_FOLDERS) {
      Path root = folder.resolve(name);
      if (Files.isDirectory(root)) {
        try (Stream<Path> files = Files.walk(root)) {
          files
              .filter(file -> file.toString().endsWith(".rs"))
              .forEach(file -> texts.put(file, text(file)));
        } catch (IOException e) {
          throw new UncheckedIOException("can not read " + root, e);
        }
      }
    }
    return texts;
  }

  private static SourceText text(Path file) {
    try {
      return SourceText.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException("can not read " + file, e);
    }
  }

  /// The errors of a plain `cargo check` of the program as it is now. Throws
  /// [IllegalStateException] where cargo can not tell.
  List<Diagnostic> errors() throws InterruptedException {
    var options =
        new CheckOptions(
            CheckOptions.Command.CHECK,
            List.of(),
            false,
            targets == Targets.ALL,
            List.of("--offline"),
            Map.of(),
            LIMIT);
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
      case CheckOutcome.Checked checked -> checked.errors();
      case CheckOutcome.Failed(var failure) ->
          throw new IllegalStateException(failure.sentence() + "\n" + failure.detail());
    };
  }

  /// Runs a command of cargo's in the package.
  ToolRun cargo(List<String> arguments) throws InterruptedException {
    var command = new java.util.ArrayList<>(List.of("cargo"));
    command.addAll(arguments);
    return ToolRun.of(folder, LIMIT, command);
  }

  /// Runs the package's own tests, those of its documentation included. Its build folder is the one
  /// of [#errors].
  TestRun test() throws InterruptedException {
    return TestRun.of(
        ToolRun.of(
            folder, LIMIT_OF_TESTS, List.of("cargo", "test", "--offline", "--no-fail-fast")));
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
