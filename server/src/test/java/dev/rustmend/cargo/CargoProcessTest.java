package dev.rustmend.cargo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.cargo.CheckOutcome.Checked;
import dev.rustmend.diagnostic.CrateId;
import dev.rustmend.diagnostic.Diagnostic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CargoProcessTest {
  @TempDir Path folder;

  @Test
  void errorsAreStreamedAndReturned() throws Exception {
    var crate = TestCrate.in(folder).file("src/main.rs", "fn main() { let _: String = 1; }\n");
    var checked = (Checked) crate.check();
    assertThat(checked.errors()).extracting(Diagnostic::codeText).containsExactly("E0308");
    assertThat(crate.streamed()).isEqualTo(checked.diagnostics());
    assertThat(checked.finished()).isEmpty();
    assertThat(checked.errors().getFirst().rendered())
        .startsWith("error[E0308]: mismatched types\n --> src/main.rs:1:29");
  }

  @Test
  void aLibraryAndItsTestsGiveOneErrorOnce() throws Exception {
    var crate =
        TestCrate.in(folder)
            .file(
                "src/lib.rs",
                "pub fn f() { let _: String = 1; }\n#[cfg(test)] mod t { fn g() { nope() } }\n");
    var options =
        new CheckOptions(
            CheckOptions.Command.CHECK,
            List.of(),
            false,
            true,
            List.of(),
            Map.of(),
            Duration.ofMinutes(1));
    var checked = (Checked) crate.check(options);
    assertThat(checked.errors())
        .extracting(Diagnostic::codeText)
        .containsExactlyInAnyOrder("E0308", "E0425");
  }

  @Test
  void cratesWithoutAnErrorAreFinished() throws Exception {
    var crate =
        TestCrate.in(folder)
            .file("build.rs", "fn main() {}\n")
            .file("src/lib.rs", "pub fn f() {}\n")
            .file("src/main.rs", "fn main() { nope(); }\n");
    var checked = (Checked) crate.check();
    assertThat(checked.finished())
        .extracting(CrateId::kind)
        .containsExactlyInAnyOrder("lib", "custom-build");
  }

  @Test
  void aCheckedCrateHasNoErrorAndKeepsItsWarnings() throws Exception {
    var crate = TestCrate.in(folder).file("src/main.rs", "fn main() { let x = 1; }\n");
    var checked = (Checked) crate.check();
    assertThat(checked.errors()).isEmpty();
    assertThat(checked.diagnostics())
        .extracting(Diagnostic::codeText)
        .containsExactly("unused_variables");
    var again = (Checked) crate.check();
    assertThat(again.diagnostics()).isEqualTo(checked.diagnostics());
  }

  @Test
  void clippyJudgesWhereItIsAskedTo() throws Exception {
    var crate =
        TestCrate.in(folder).file("src/main.rs", "fn main() { let x = 1; println!(\"{}\", x); }\n");
    var options =
        new CheckOptions(
            CheckOptions.Command.CLIPPY,
            List.of(),
            false,
            false,
            List.of("--", "-W", "clippy::pedantic"),
            Map.of(),
            Duration.ofMinutes(1));
    var checked = (Checked) crate.check(options);
    assertThat(checked.diagnostics())
        .extracting(Diagnostic::codeText)
        .contains("clippy::uninlined_format_args");
  }

  @Test
  void featuresAndVariablesOfTheUserCount() throws Exception {
    var crate =
        TestCrate.in(folder)
            .manifest("[features]\nextra = []\n")
            .file(
                "src/main.rs",
                "fn main() {}\n#[cfg(feature = \"extra\")] compile_error!(env!(\"SAYS\"));\n");
    var options =
        new CheckOptions(
            CheckOptions.Command.CHECK,
            List.of("extra"),
            true,
            false,
            List.of(),
            Map.of("SAYS", "hello"),
            Duration.ofMinutes(1));
    var checked = (Checked) crate.check(options);
    assertThat(checked.errors()).extracting(Diagnostic::message).containsExactly("hello");
    assertThat(((Checked) crate.check()).errors()).isEmpty();
  }

  @Test
  void flagsOfTheUsersConfigurationStay() throws Exception {
    var crate =
        TestCrate.in(folder)
            .file(".cargo/config.toml", "[build]\nrustflags = [\"--cfg\", \"special\"]\n")
            .file("src/main.rs", "#[cfg(special)] fn main() {}\n");
    assertThat(((Checked) crate.check()).errors()).isEmpty();
  }

  @Test
  void theLockFileStaysWhereItMustNotChange() throws Exception {
    var crate = TestCrate.in(folder).file("src/main.rs", "fn main() {}\n");
    CheckRequest free = crate.request(CheckOptions.defaults());
    var locked =
        new CheckRequest(
            free.directory(),
            free.manifest(),
            free.targetDirectory(),
            free.options(),
            free.paths(),
            free.environment(),
            CheckRequest.Lockfile.LOCKED);
    var failed = (CheckOutcome.Failed) crate.check(locked);
    assertThat(failed.failure().kind()).isEqualTo(CargoFailure.Kind.LOCKED);
    assertThat(Files.exists(crate.root().resolve("Cargo.lock"))).isFalse();
    assertThat(crate.check(free)).isInstanceOf(Checked.class);
    assertThat(crate.check(locked)).isInstanceOf(Checked.class);
  }

  @Test
  void theTargetDirectoryIsTheOneGivenWhateverTheUserHas() throws Exception {
    var crate =
        TestCrate.in(folder)
            .file(".cargo/config.toml", "[build]\nbuild-dir = \"users-own\"\n")
            .file("src/main.rs", "fn main() {}\n");
    crate.check(TestCrate.withArguments("--target-dir", "users-other"));
    assertThat(Files.exists(crate.root().resolve("target/debug"))).isTrue();
    assertThat(Files.exists(crate.root().resolve("users-own"))).isFalse();
    assertThat(Files.exists(crate.root().resolve("users-other"))).isFalse();
  }
}
