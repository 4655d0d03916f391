package dev.rustmend.cargo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.cargo.CargoFailure.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every way in which cargo itself can fail and that can be brought about without a network, by the
/// real cargo. None may look like a program without errors.
class CargoFailureTest {
  @TempDir Path folder;

  @Test
  void noCargo() throws Exception {
    var nowhere = Map.of("PATH", folder.toString(), "CARGO_HOME", folder.toString());
    var crate = crate();
    var outcome =
        (CheckOutcome.Failed)
            new CargoProcess(nowhere).check(crate.request(CheckOptions.defaults()), d -> {});
    assertFailure(outcome.failure(), Kind.NO_CARGO, "no cargo on the PATH", "rustup.rs");
  }

  @Test
  void noManifest() throws Exception {
    var crate = crate();
    Files.delete(crate.root().resolve("Cargo.toml"));
    assertFailure(crate.failure(), Kind.NO_MANIFEST, "no Cargo.toml in " + crate.root());
  }

  @Test
  void brokenManifest() throws Exception {
    var failure = crate().file("Cargo.toml", "[package\nname = \"app\"\n").failure();
    assertFailure(failure, Kind.BAD_MANIFEST, "unclosed table");
  }

  @Test
  void wrongEdition() throws Exception {
    var failure =
        crate().file("Cargo.toml", "[package]\nname = \"app\"\nedition = \"2077\"\n").failure();
    assertFailure(failure, Kind.BAD_MANIFEST, "`2077` is unknown");
  }

  @Test
  void missingMember() throws Exception {
    var failure = crate().file("Cargo.toml", "[workspace]\nmembers = [\"gone\"]\n").failure();
    assertFailure(failure, Kind.BAD_MANIFEST, "failed to load manifest for workspace member");
  }

  @Test
  void versionNotFound() throws Exception {
    var crate = crate().manifest("[dependencies]\nother = { path = \"other\", version = \"9\" }\n");
    crate.file("other/src/lib.rs", "");
    crate.file("other/Cargo.toml", "[package]\nname = \"other\"\nversion = \"0.1.0\"\n");
    assertFailure(crate.failure(), Kind.RESOLVE, "requirement `other = \"^9\"`");
  }

  @Test
  void unknownFeature() throws Exception {
    assertFailure(
        crate().failure(TestCrate.withArguments("--features", "nope")),
        Kind.RESOLVE,
        "does not contain this feature: nope");
  }

  @Test
  void missingCrateWhileOffline() throws Exception {
    var crate = crate().manifest("[dependencies]\nsurely-not-there-rustmend = \"1\"\n");
    assertFailure(
        crate.failure(TestCrate.withArguments("--offline")),
        Kind.OFFLINE,
        "no matching package named `surely-not-there-rustmend` found",
        "cargo fetch");
  }

  @Test
  void unreachableSource() throws Exception {
    var crate =
        crate().manifest("[dependencies]\nother = { git = \"https://127.0.0.1:1/other\" }\n");
    var home = Map.of("CARGO_HOME", crate.root().resolve("home").toString());
    assertFailure(
        crate.failure(TestCrate.withEnvironment(home)),
        Kind.OFFLINE,
        "could not be fetched",
        "cargo fetch");
  }

  @Test
  void missingToolchain() throws Exception {
    var failure =
        crate()
            .file("rust-toolchain.toml", "[toolchain]\nchannel = \"1.3.0\"\n")
            .failure(TestCrate.withEnvironment(Map.of("RUSTUP_AUTO_INSTALL", "0")));
    assertFailure(failure, Kind.MISSING_TOOLCHAIN, "1.3.0", "rustup toolchain install");
    assertThat(failure.detail()).doesNotContain("Stack backtrace");
  }

  @Test
  void missingClippy() {
    assertFailure(
        Failures.of(1, "error: 'cargo-clippy' is not installed for the toolchain 'stable'.\n"),
        Kind.MISSING_COMPONENT,
        "rustup component add clippy");
    assertFailure(
        Failures.of(101, "error: no such command: `clippy`\n"),
        Kind.MISSING_COMPONENT,
        "rustup component add clippy");
  }

  @Test
  void failedBuildScript() throws Exception {
    var failure =
        crate()
            .file("build.rs", "fn main() { eprintln!(\"no libfoo\"); std::process::exit(3); }\n")
            .failure();
    assertFailure(failure, Kind.BUILD_SCRIPT, "The build script of app failed");
    assertThat(failure.detail()).contains("no libfoo");
  }

  @Test
  void wrongArgument() throws Exception {
    assertFailure(
        crate().failure(TestCrate.withArguments("--bogus")),
        Kind.OTHER,
        "unexpected argument '--bogus' found");
  }

  @Test
  void timeLimit() throws Exception {
    var crate = crate();
    crate.file(
        "build.rs", "fn main() { std::thread::sleep(std::time::Duration::from_secs(600)); }\n");
    var options =
        new CheckOptions(
            CheckOptions.Command.CHECK,
            List.of(),
            false,
            false,
            List.of(),
            Map.of(),
            Duration.ofSeconds(2));
    assertFailure(crate.failure(options), Kind.TIME_LIMIT, "more than 2 seconds");
  }

  @Test
  void lockHeldByAnotherCargo() {
    String errors = "    Blocking waiting for file lock on package cache\n";
    assertFailure(
        Failures.timeLimit(Duration.ofSeconds(9), errors), Kind.TIME_LIMIT, "Another cargo held");
  }

  @Test
  void rustcThatDies() throws Exception {
    var crate = crate();
    crate.file("dies", "#!/bin/sh\ncase \"$*\" in *main.rs*) kill -9 $$;; esac\nexec \"$@\"\n");
    assertThat(crate.root().resolve("dies").toFile().setExecutable(true)).isTrue();
    var wrapper = Map.of("RUSTC_WRAPPER", crate.root().resolve("dies").toString());
    assertFailure(
        crate.failure(TestCrate.withEnvironment(wrapper)), Kind.OTHER, "could not compile `app`");
  }

  private TestCrate crate() throws Exception {
    return TestCrate.in(folder).file("src/main.rs", "fn main() {}\n");
  }

  private static void assertFailure(CargoFailure failure, Kind kind, String... parts) {
    assertThat(failure.kind()).as(failure.toString()).isEqualTo(kind);
    assertThat(failure.sentence()).contains(parts).endsWith(".").doesNotContain("\n");
  }
}
