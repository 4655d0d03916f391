package dev.rustmend.proof;

import dev.rustmend.cargo.Cargo;
import dev.rustmend.cargo.CheckOptions;
import dev.rustmend.cargo.CheckOutcome;
import dev.rustmend.cargo.CheckRequest;
import dev.rustmend.cargo.Compiled;
import dev.rustmend.cargo.CompilerCall;
import dev.rustmend.cargo.PathMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// A Cargo package that is compiled where it is, by a plain run of cargo without network, with the
/// build folder in it. `folder` is absolute and without symbolic links.
public record PlainPackage(Path folder, Cargo cargo) {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final String MANIFEST = "Cargo.toml";

  /// No two programs have anything in common.
  private static final Map<String, String> NOT_INCREMENTAL = Map.of("CARGO_INCREMENTAL", "0");

  /// What of a package is compiled.
  public enum Targets {
    /// What `cargo check` without arguments does: library and binaries.
    DEFAULT,
    /// Tests and examples as well.
    ALL;

    /// The arguments for cargo.
    public List<String> flags() {
      return switch (this) {
        case DEFAULT -> List.of();
        case ALL -> List.of("--all-targets");
      };
    }
  }

  /// Makes a package without dependencies in `folder`, or takes the one that is there. Throws
  /// [UncheckedIOException] when that can not be done.
  public static PlainPackage make(Path folder, String edition, Cargo cargo) {
    try {
      Files.createDirectories(folder.resolve("src"));
      var made = new PlainPackage(folder.toRealPath(), cargo);
      made.writeManifest(edition);
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException("can not make a package in " + folder, e);
    }
  }

  /// Writes a manifest without dependencies. Its empty table `[workspace]` keeps cargo from looking
  /// for a workspace above the folder.
  void writeManifest(String edition) throws IOException {
    Files.writeString(
        folder.resolve(MANIFEST),
        """
        [package]
        name = "scratch"
        version = "0.1.0"
        edition = "%s"

        [workspace]
        """
            .formatted(edition));
  }

  /// What cargo says of the package as it is now. Throws [IllegalStateException] when cargo itself
  /// fails.
  public CheckOutcome.Checked check(CheckOptions.Command command, Targets targets)
      throws InterruptedException {
    return checked(cargo.check(request(command, targets), _ -> {}));
  }

  /// The same for the default targets; `onCall` gets the calls of the compiler that cargo makes.
  CheckOutcome.Checked check(CheckOptions.Command command, Consumer<CompilerCall> onCall)
      throws InterruptedException {
    return checked(cargo.check(request(command, Targets.DEFAULT), _ -> {}, onCall));
  }

  /// What the compiler says when it is called as in `learned`; empty where only cargo can tell.
  Optional<Compiled> compile(LearnedCalls.Learned learned) throws InterruptedException {
    return cargo.compile(
        learned.call(),
        request(CheckOptions.Command.CHECK, Targets.DEFAULT),
        learned.crate(),
        folder.resolve("target"),
        () -> {});
  }

  private CheckRequest request(CheckOptions.Command command, Targets targets) {
    var options =
        new CheckOptions(
            command,
            List.of(),
            false,
            targets == Targets.ALL,
            List.of("--offline"),
            NOT_INCREMENTAL,
            LIMIT);
    return new CheckRequest(
        folder,
        Optional.empty(),
        folder.resolve("target"),
        options,
        PathMap.unchanged(path -> path.startsWith(folder)),
        Map.of(),
        CheckRequest.Lockfile.MAY_CHANGE);
  }

  private static CheckOutcome.Checked checked(CheckOutcome outcome) {
    return switch (outcome) {
      case CheckOutcome.Checked checked -> checked;
      case CheckOutcome.Failed(var failure) ->
          throw new IllegalStateException(failure.sentence() + "\n" + failure.detail());
    };
  }
}
