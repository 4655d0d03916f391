package dev.rustmend.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// The toolchain that judges a benchmark: its version and where its documentation is. `version` is
/// the first line of `rustc -vV`, `commit` tells two builds of one version apart.
public record RustToolchain(String version, String commit, Path documentation) {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  /// The toolchain that `rustc` on the path stands for. Throws [IOException], with a sentence for
  /// people, when there is no rustc or it has no documentation.
  public static RustToolchain find() throws IOException, InterruptedException {
    Path here = Path.of("").toAbsolutePath();
    List<String> facts = rustc(here, "-vV").lines().toList();
    String commit =
        facts.stream()
            .filter(line -> line.startsWith("commit-hash: "))
            .map(line -> line.substring("commit-hash: ".length()))
            .findFirst()
            .orElse("unknown");
    Path sysroot = Path.of(rustc(here, "--print", "sysroot").strip());
    Path documentation = sysroot.resolve("share/doc/rust/html");
    if (!Files.isDirectory(documentation)) {
      throw new IOException(
          "the toolchain has no documentation in "
              + documentation
              + "; add it with `rustup component add rust-docs`");
    }
    return new RustToolchain(facts.isEmpty() ? "rustc" : facts.getFirst(), commit, documentation);
  }

  /// The first line of `rustc -vV`. Throws [IOException], with a sentence for people, when there is
  /// no rustc.
  static String compiler() throws IOException, InterruptedException {
    return rustc(Path.of("").toAbsolutePath(), "-vV").lines().findFirst().orElse("rustc");
  }

  private static String rustc(Path folder, String... arguments)
      throws IOException, InterruptedException {
    var command = new java.util.ArrayList<>(List.of("rustc"));
    command.addAll(List.of(arguments));
    ToolRun run;
    try {
      run = ToolRun.of(folder, LIMIT, command);
    } catch (java.io.UncheckedIOException e) {
      throw new IOException("rustc can not be run; install it with rustup", e);
    }
    if (run.exitCode() != 0) {
      throw new IOException("rustc failed: " + run.output().strip());
    }
    return run.output();
  }
}
