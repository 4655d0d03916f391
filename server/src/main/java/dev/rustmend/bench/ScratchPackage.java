package dev.rustmend.bench;

import dev.rustmend.cargo.Cargo;
import dev.rustmend.cargo.CheckOptions;
import dev.rustmend.cargo.CheckOutcome;
import dev.rustmend.cargo.CheckRequest;
import dev.rustmend.cargo.PathMap;
import dev.rustmend.diagnostic.Diagnostic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A Cargo package without dependencies whose one source file is replaced for each program, so that
/// a thousand programs need no thousand packages. One worker owns it at a time.
final class ScratchPackage {
  private static final Duration LIMIT = Duration.ofMinutes(1);
  private final Path folder;
  private final Cargo cargo;

  private ScratchPackage(Path folder, Cargo cargo) {
    this.folder = folder;
    this.cargo = cargo;
  }

  /// Makes the package in `folder`, or takes the one that is there.
  static ScratchPackage in(Path folder, Edition edition, Cargo cargo) {
    try {
      Files.createDirectories(folder.resolve("src"));
      Files.writeString(folder.resolve("Cargo.toml"), manifest(edition));
      return new ScratchPackage(folder.toRealPath(), cargo);
    } catch (IOException e) {
      throw new UncheckedIOException("can not make a package in " + folder, e);
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

  /// The one source file.
  Path mainFile() {
    return folder.resolve("src/main.rs");
  }

  /// Puts `source` in place of the program that was there.
  void write(String source) {
    try {
      Files.writeString(mainFile(), source);
    } catch (IOException e) {
      throw new UncheckedIOException("can not write " + mainFile(), e);
    }
  }

  /// The program as it is now.
  String read() {
    try {
      return Files.readString(mainFile());
    } catch (IOException e) {
      throw new UncheckedIOException("can not read " + mainFile(), e);
    }
  }

  /// The errors of a plain `cargo check` of the program as it is now.
  List<Diagnostic> errors() throws InterruptedException {
    var options =
        new CheckOptions(
            CheckOptions.Command.CHECK,
            List.of(),
            false,
            false,
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
