package dev.rustmend.cargo;

import java.nio.file.Path;
import java.util.Optional;

/// What the compiler of a folder is.
///
/// `cargo` and `rustc` are the first lines of `--version`. `release` (`1.95.0`), `host` (a target
/// triple) and `commit` are from `rustc -vV`; `commit` is empty for a compiler that its packager
/// built without one. `documentation` is the folder `share/doc/rust/html` of the component
/// `rust-docs`; `clippy` the first line of its version; `rustup` the program that chose the
/// toolchain.
public record ToolchainFacts(
    Path program,
    String cargo,
    String rustc,
    String release,
    String host,
    Optional<String> commit,
    Path sysroot,
    Optional<Path> documentation,
    Optional<String> clippy,
    Optional<Path> rustup) {

  /// What tells this compiler from others: version, commit, and the version of clippy.
  public String identity() {
    return rustc + commit.orElse("") + clippy.orElse("");
  }
}
