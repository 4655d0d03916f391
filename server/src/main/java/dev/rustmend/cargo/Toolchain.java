package dev.rustmend.cargo;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where cargo is.
///
/// Which toolchain answers to `cargo` is left to rustup, whose proxy reads `RUSTUP_TOOLCHAIN`,
/// `rust-toolchain.toml` and the default, in this order, in the folder where it is started. So
/// rustmend judges with the compiler that a shell in that folder would run.
public record Toolchain(Path cargo) {

  /// The first `cargo` on the `PATH` of `environment`, else the one in cargo's home (`CARGO_HOME`,
  /// or `.cargo` in the user's home): an editor that was not started from a shell may lack the
  /// latter on its `PATH`.
  public static Optional<Toolchain> find(Map<String, String> environment) {
    return folders(environment).stream()
        .map(folder -> folder.resolve(executable("cargo")))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst()
        .map(Toolchain::new);
  }

  /// The program of that name beside cargo, such as `rustc` or `rustup`, or empty.
  public Optional<Path> sibling(String program) {
    return Optional.of(cargo.resolveSibling(executable(program))).filter(Files::isExecutable);
  }

  private static List<Path> folders(Map<String, String> environment) {
    var folders = new ArrayList<Path>(path(environment));
    String home = environment.getOrDefault("CARGO_HOME", "");
    folders.add(
        home.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".cargo", "bin")
            : Path.of(home, "bin").toAbsolutePath());
    return folders;
  }

  /// The folders of the `PATH` of `environment`.
  static List<Path> path(Map<String, String> environment) {
    return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .filter(entry -> !entry.isEmpty())
        .map(entry -> Path.of(entry).toAbsolutePath())
        .toList();
  }

  private static String executable(String program) {
    return File.separatorChar == '\\' ? program + ".exe" : program;
  }
}
