package dev.rustmend.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.cargo.CheckOptions;
import dev.rustmend.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// rustc is called by itself where it says what cargo would say, and only there.
@Timeout(120)
class DirectCompilerTest {
  private static final String MAIN =
      """
      fn main() {
          let label = env!("CARGO_PKG_NAME");
          println!("{}", lable);
      }
      """;

  @TempDir Path folder;
  @TempDir Path elsewhere;

  @Test
  void behindTheFirstTrialRustcIsCalledByItself() throws Exception {
    try (var play = Playground.app(folder, MAIN)) {
      BaseCheck base = play.check();
      Diagnostic error = CargoOracleTest.error(base, "E0425");
      assertThat(play.judge(base, error, "src/main.rs", "lable", "label"))
          .isEqualTo(new Verdict.Compiles(1, 0));
      assertThat(play.cargo.calls()).hasValue(0);
      int checks = play.cargo.checks().get();

      assertThat(play.judge(base, error, "src/main.rs", "lable", "label.len()"))
          .isEqualTo(new Verdict.Compiles(1, 0));
      assertThat(play.judge(base, error, "src/main.rs", "lable", "label.size()"))
          .isInstanceOfSatisfying(
              Verdict.Rejected.class, verdict -> assertThat(verdict.why()).contains("E0599"));
      assertThat(play.cargo.calls()).hasValue(2);
      assertThat(play.cargo.checks()).hasValue(checks);
    }
  }

  @Test
  void aRepairThatWasTriedIsKnownWhenItIsSaved() throws Exception {
    try (var play = warm(MAIN)) {
      play.file("src/main.rs", MAIN.replace("lable", "label"));
      int checks = play.cargo.checks().get();
      int calls = play.cargo.calls().get();
      assertThat(play.errors()).isEmpty();
      assertThat(play.cargo.checks()).hasValue(checks);
      assertThat(play.cargo.calls()).hasValue(calls);
    }
  }

  @Test
  void aSavedProgramIsCompiledByRustcAloneAndTheReportIsCargos() throws Exception {
    try (var play = warm(MAIN)) {
      for (String text : List.of("unused", "lable.len()", "label.size()", "label")) {
        int checks = play.cargo.checks().get();
        play.file("src/main.rs", MAIN.replace("lable", text) + "fn idle() {}\n");
        BaseCheck direct = play.check();
        assertThat(play.cargo.checks()).as(text).hasValue(checks);
        assertThat(Set.copyOf(direct.checked().diagnostics())).isEqualTo(byCargo(play));
      }
    }
  }

  @Test
  void aSecondChangedCrateIsLeftToCargo() throws Exception {
    try (var play = library()) {
      warmLibrary(play);
      int checks = play.cargo.checks().get();
      play.file("below/src/lib.rs", "pub fn five() -> u8 {\n    fife()\n}\n");
      play.file("above/src/main.rs", "fn main() {\n    let _: u8 = below::six();\n}\n");
      assertThat(play.errors())
          .containsExactly("error[E0425]: cannot find function `fife` in this scope");
      assertThat(play.cargo.checks()).hasValue(checks + 1);
    }
  }

  @Test
  void aFileOfTwoCratesIsLeftToCargo() throws Exception {
    String shared = "pub fn five() -> u32 {\n    %s\n}\n";
    try (var play = library()) {
      play.file("below/src/shared.rs", shared.formatted("5"));
      play.file("below/src/lib.rs", "pub mod shared;\npub fn five() -> u8 {\n    5\n}\n");
      String above =
          "#[path = \"../../below/src/shared.rs\"]\nmod shared;\nfn main() {\n    shared::%s();\n}\n";
      play.file("above/src/main.rs", above.formatted("five"));
      play.check();
      play.file("above/src/main.rs", above.formatted("six"));
      assertThat(play.errors()).hasSize(1);
      play.file("above/src/main.rs", above.formatted("five"));
      assertThat(play.errors()).isEmpty();

      play.file("below/src/shared.rs", shared.formatted("\"5\""));
      assertThat(Set.copyOf(play.check().checked().diagnostics())).isEqualTo(byCargo(play));
    }
  }

  @Test
  void aLibraryThatCompilesAgainIsLeftToCargo() throws Exception {
    try (var play = library()) {
      warmLibrary(play);
      int checks = play.cargo.checks().get();
      play.file("below/src/lib.rs", "pub fn five() -> u8 {\n    fife()\n}\n");
      assertThat(Set.copyOf(play.check().checked().diagnostics())).isEqualTo(byCargo(play));
      assertThat(play.cargo.checks()).as("a library with an error").hasValue(checks);

      play.file("below/src/lib.rs", "pub fn five() -> u16 {\n    5\n}\n");
      assertThat(play.errors()).containsExactly("error[E0308]: mismatched types");
      assertThat(play.cargo.checks()).as("a library that others see").hasValue(checks + 1);
    }
  }

  @Test
  void theProgramOfALibraryIsCompiledWhenThatCompilesAgain() throws Exception {
    try (var play = new Playground(folder)) {
      play.file("Cargo.toml", Playground.PACKAGE.formatted("app"))
          .file("src/lib.rs", "pub fn five() -> u8 {\n    5\n}\n")
          .file("src/main.rs", "fn main() {\n    let _: u16 = app::five();\n}\n");
      play.check();
      play.file("src/lib.rs", "pub fn five() -> u8 {\n    4 + 1\n}\n");
      assertThat(play.errors()).containsExactly("error[E0308]: mismatched types");
      int checks = play.cargo.checks().get();
      play.file("src/lib.rs", "pub fn five() -> u8 {\n    fife()\n}\n");
      BaseCheck base = play.check();
      assertThat(play.cargo.checks()).as("a library with an error").hasValue(checks);
      play.judge(base, CargoOracleTest.error(base, "E0425"), "src/lib.rs", "fife()", "2 + 3");

      play.file("src/lib.rs", "pub fn five() -> u8 {\n    2 + 3\n}\n");
      assertThat(play.errors()).containsExactly("error[E0308]: mismatched types");
    }
  }

  @Test
  void aSignatureOfALibraryThatNobodyUsesIsLeftToRustc() throws Exception {
    try (var play = new Playground(folder)) {
      play.file("Cargo.toml", Playground.PACKAGE.formatted("app"))
          .file("src/lib.rs", "pub fn five() -> u8 {\n    \"5\"\n}\n");
      BaseCheck base = play.check();
      Diagnostic error = CargoOracleTest.error(base, "E0308");
      play.judge(base, error, "src/lib.rs", "\"5\"", "5");
      assertThat(play.judge(base, error, "src/lib.rs", "u8", "&'static str"))
          .isEqualTo(new Verdict.Compiles(1, 0));
      assertThat(play.cargo.calls()).hasValue(1);
    }
  }

  /// What other crates see of a function is not always its signature alone.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "pub const fn five() -> usize {\n    fife()\n}\n",
        "pub async fn five() -> usize {\n    fife()\n}\n",
        "pub fn five() -> impl Sized {\n    fife()\n}\n"
      })
  void aBodyThatOtherCratesSeeIsLeftToCargo(String text) throws Exception {
    try (var play = library()) {
      play.file("above/src/main.rs", "fn main() {\n    let _ = below::five();\n}\n");
      play.file("below/src/lib.rs", text);
      BaseCheck base = play.check();
      Diagnostic error = CargoOracleTest.error(base, "E0425");
      play.judge(base, error, "below/src/lib.rs", "fife()", "4");
      assertThat(play.judge(base, error, "below/src/lib.rs", "fife()", "5"))
          .isEqualTo(new Verdict.Compiles(1, 0));
      assertThat(play.cargo.calls()).hasValue(0);
    }
  }

  /// Two checks and a trial, so that cargo has told how it calls the compiler.
  private Playground warm(String main) throws Exception {
    Playground play = Playground.app(folder, main);
    BaseCheck base = play.check();
    Diagnostic error = CargoOracleTest.error(base, "E0425");
    play.judge(base, error, "src/main.rs", "lable", "label.len()");
    play.judge(base, error, "src/main.rs", "lable", "label");
    return play;
  }

  /// Checked with an error and without.
  private static void warmLibrary(Playground play) throws Exception {
    play.check();
    play.file("below/src/lib.rs", "pub fn five() -> u8 {\n    5\n}\n");
    play.check();
  }

  /// What cargo says of the tree in a shadow of its own.
  private Set<Diagnostic> byCargo(Playground play) throws Exception {
    try (var other = play.elsewhere(elsewhere)) {
      return Set.copyOf(other.check().checked().diagnostics());
    }
  }

  @Test
  void aChangedManifestMakesItCargosTurnAgain() throws Exception {
    try (var play = Playground.app(folder, MAIN)) {
      BaseCheck base = play.check();
      play.judge(base, CargoOracleTest.error(base, "E0425"), "src/main.rs", "lable", "label.len()");
      play.file("Cargo.toml", Playground.PACKAGE.formatted("renamed"));
      BaseCheck after = play.check();
      Diagnostic error = CargoOracleTest.error(after, "E0425");
      assertThat(play.judge(after, error, "src/main.rs", "lable", "label"))
          .isEqualTo(new Verdict.Compiles(1, 0));
      assertThat(play.cargo.calls()).hasValue(0);
    }
  }

  @Test
  void aSignatureThatOtherCratesSeeIsLeftToCargo() throws Exception {
    try (var play = library()) {
      BaseCheck base = play.check();
      Diagnostic error = CargoOracleTest.error(base, "E0308");
      play.judge(base, error, "below/src/lib.rs", "\"5\"", "1");
      assertThat(play.judge(base, error, "below/src/lib.rs", "\"5\"", "5"))
          .isEqualTo(new Verdict.Compiles(1, 0));
      assertThat(play.cargo.calls()).as("a change in a body").hasValue(1);
      play.judge(base, error, "below/src/lib.rs", "u8", "&'static str");
      assertThat(play.cargo.calls()).as("a change of a signature").hasValue(1);
    }
  }

  @Test
  void whatWasSettledAheadIsNotFoundOutAgain() throws Exception {
    try (var play = Playground.app(folder, MAIN.replace("lable", "label"))) {
      play.oracle().settle(play.check());
      play.file("src/main.rs", MAIN);
      BaseCheck base = play.check();
      int checks = play.cargo.checks().get();
      assertThat(
              play.judge(
                  base, CargoOracleTest.error(base, "E0425"), "src/main.rs", "lable", "label"))
          .isEqualTo(new Verdict.Compiles(1, 0));
      assertThat(play.cargo.checks()).as("the real tree is not checked").hasValue(checks);
    }
  }

  @Test
  void noCompilerOutlivesTheSession() throws Exception {
    Path id = folder.resolve("id");
    try (var play = Playground.app(folder, MAIN).options(wrappedBy(lingering(id)))) {
      BaseCheck base = play.check();
      Diagnostic error = CargoOracleTest.error(base, "E0425");
      play.judge(base, error, "src/main.rs", "lable", "label");
      assertThat(play.judge(base, error, "src/main.rs", "lable", "label.len()"))
          .isEqualTo(new Verdict.Compiles(1, 0));
      assertThat(runs(id)).isTrue();
    }
    assertThat(runs(id)).isFalse();
  }

  /// Whether the process runs; one that has ended and was not collected yet has no command.
  private static boolean runs(Path id) throws IOException {
    return ProcessHandle.of(Long.parseLong(Files.readString(id).strip()))
        .flatMap(process -> process.info().command())
        .isPresent();
  }

  /// A compiler that is called by itself writes its process id there, and does not end by itself.
  private Path lingering(Path id) throws IOException {
    Path wrapper =
        Files.writeString(
            folder.resolve("wrapper"),
            """
            #!/bin/sh
            case "$*" in
              *"/direct "*) echo $$ > '%s'; "$@"; exec sleep 600 ;;
              *) exec "$@" ;;
            esac
            """
                .formatted(id));
    Files.setPosixFilePermissions(wrapper, PosixFilePermissions.fromString("rwxr-xr-x"));
    return wrapper;
  }

  private static CheckOptions wrappedBy(Path wrapper) {
    return new CheckOptions(
        CheckOptions.Command.CHECK,
        List.of(),
        false,
        false,
        List.of(),
        Map.of("RUSTC_WRAPPER", wrapper.toString()),
        Duration.ofMinutes(2));
  }

  private Playground library() throws Exception {
    return new Playground(folder)
        .file("Cargo.toml", "[workspace]\nmembers = [\"below\", \"above\"]\nresolver = \"2\"\n")
        .file("below/Cargo.toml", Playground.PACKAGE.formatted("below"))
        .file("below/src/lib.rs", "pub fn five() -> u8 {\n    \"5\"\n}\n")
        .file(
            "above/Cargo.toml",
            Playground.PACKAGE.formatted("above")
                + "[dependencies]\nbelow = { path = \"../below\" }\n")
        .file("above/src/main.rs", "fn main() {\n    let _: u8 = below::five();\n}\n");
  }
}
