package dev.rustmend.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rustmend.cargo.CheckOptions;
import dev.rustmend.diagnostic.Diagnostic;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Checks of one tree that changes: what the compiler sees is what the editor shows.
@Timeout(120)
class ShadowOracleTest {
  /// Waits for the file that `HOLD` names, once it has said that it runs by making another.
  private static final String WAITING_BUILD =
      """
      fn main() {
          println!("cargo:rerun-if-env-changed=HOLD");
          if let Ok(hold) = std::env::var("HOLD") {
              std::fs::write(format!("{hold}.runs"), "").unwrap();
              while !std::path::Path::new(&hold).exists() {
                  std::thread::sleep(std::time::Duration::from_millis(5));
              }
          }
      }
      """;

  @TempDir Path folder;

  @Test
  void aTextThatComesBackGivesTheSameErrors() throws Exception {
    try (var play = Playground.app(folder, "mod lib;\nfn main() { lib::f(); }\n")) {
      play.file("src/lib.rs", "pub fn f() {}\n");
      assertThat(play.errors()).isEmpty();
      for (int round = 0; round < 3; round++) {
        play.type("src/lib.rs", "pub fn g%d() {}\n".formatted(round));
        assertThat(play.errors()).hasSize(1);
        play.close("src/lib.rs")
            .type(
                "src/main.rs", "mod lib;\nfn main() { lib::f(); let _ = %d; }\n".formatted(round));
        assertThat(play.errors()).as("round %d", round).isEmpty();
        play.close("src/main.rs");
      }
    }
  }

  @Test
  void filesOfTheDiskComeAndGo() throws Exception {
    try (var play = Playground.app(folder, "mod more;\nfn main() { more::f(); }\n")) {
      assertThat(play.errors()).anyMatch(error -> error.contains("E0583"));
      play.file("src/more.rs", "pub fn f() {}\n");
      assertThat(play.errors()).isEmpty();
      play.delete("src/more.rs").file("src/more/mod.rs", "pub fn f() { x }\n");
      assertThat(play.errors())
          .containsExactly("error[E0425]: cannot find value `x` in this scope");
      play.type("src/more/mod.rs", "pub fn f() {}\n");
      assertThat(play.errors()).isEmpty();
      int compiles = play.oracle().compiles();
      play.file("src/more/mod.rs", "pub fn f() {}\n");
      assertThat(play.errors()).isEmpty();
      assertThat(play.oracle().compiles()).as("saving what was checked").isEqualTo(compiles);
    }
  }

  @Test
  void aBufferWithoutAFileIsCompiled() throws Exception {
    try (var play = Playground.app(folder, "mod fresh;\nfn main() { fresh::f(); }\n")) {
      play.type("src/fresh.rs", "pub fn f() { y }\n");
      BaseCheck base = play.check();
      Diagnostic error = CargoOracleTest.error(base, "E0425");
      assertThat(error.primary().orElseThrow().file()).isEqualTo(play.real.resolve("src/fresh.rs"));
      assertThat(play.judge(base, error, "src/fresh.rs", "y", "()"))
          .isEqualTo(new Verdict.Compiles(1, 0));
      assertThat(play.real.resolve("src/fresh.rs")).doesNotExist();
    }
  }

  @Test
  void aPatchOfTheManifestIsJudgedLikeAnyOther() throws Exception {
    try (var play = new Playground(folder).at("app")) {
      play.file("app/Cargo.toml", Playground.PACKAGE.formatted("app") + "[dependencies]\n")
          .file("app/src/main.rs", "fn main() { other::f(); }\n")
          .file("app/other/Cargo.toml", Playground.PACKAGE.formatted("other"))
          .file("app/other/src/lib.rs", "pub fn f() {}\n");
      BaseCheck base = play.check();
      Diagnostic error = base.checked().errors().getFirst();
      String dependency = "[dependencies]\nother = { path = \"other\" }\n";
      assertThat(play.judge(base, error, "app/Cargo.toml", "[dependencies]\n", dependency))
          .isEqualTo(new Verdict.Compiles(1, 0));
      assertThat(play.judge(base, error, "app/Cargo.toml", "[dependencies]\n", "[dependencies\n"))
          .isInstanceOf(Verdict.Unknown.class);
      assertThat(play.errors()).hasSize(1);
    }
  }

  @Test
  void aPatchOfAnotherTextIsNotJudged() throws Exception {
    try (var play = Playground.app(folder, "fn main() { let _: u8 = x; }\n")) {
      BaseCheck base = play.check();
      Diagnostic error = CargoOracleTest.error(base, "E0425");
      Trial trial = play.trial(base, error, "src/main.rs", "x;", "1;");
      play.oracle().compareWithRealTree(base);
      play.file("src/main.rs", "fn main() { let _: u8 = y; }\n");
      assertThat(play.judge(base, trial)).containsEntry(trial, new Verdict.Compiles(1, 0));
      play.check();
      assertThat(play.judge(base, trial))
          .containsEntry(trial, new Verdict.Unknown("the files changed since they were checked"));
    }
  }

  @Test
  void aFileThatChangesNothingMayComeWhileFixesAreJudged() throws Exception {
    try (var play = Playground.app(folder, "fn main() { let _: u8 = x; }\n")) {
      BaseCheck base = play.check();
      Diagnostic error = CargoOracleTest.error(base, "E0425");
      // rust-analyzer starts as well, and its cargo is the first to write this
      play.file("Cargo.lock", "version = 4\n\n[[package]]\nname = \"app\"\nversion = \"0.1.0\"\n");
      assertThat(play.judge(base, error, "src/main.rs", "x;", "1;"))
          .isEqualTo(new Verdict.Compiles(1, 0));
    }
  }

  @Test
  void aChangeThatBringsAnotherErrorIsNoneOfThese() throws Exception {
    try (var play = Playground.app(folder, "mod other;\nfn main() { let _: u8 = x; }\n")) {
      play.file("src/other.rs", "");
      BaseCheck base = play.check();
      Trial trial =
          play.trial(base, CargoOracleTest.error(base, "E0425"), "src/main.rs", "x;", "1;");
      play.file("src/other.rs", "pub fn f() { y }\n");
      assertThat(play.judge(base, trial))
          .containsEntry(trial, new Verdict.Unknown("the files changed since they were checked"));
    }
  }

  @Test
  void clippyJudgesItsLints() throws Exception {
    CheckOptions clippy =
        new CheckOptions(
            CheckOptions.Command.CLIPPY,
            List.of(),
            false,
            true,
            List.of(),
            Map.of(),
            CheckOptions.defaults().timeLimit());
    try (var play =
        Playground.app(
            folder, "fn main() { let v = vec![1]; if v.len() == 0 { println!(); } }\n")) {
      BaseCheck base = play.options(clippy).check();
      Diagnostic lint = base.checked().diagnostics().getFirst();
      assertThat(lint.codeText()).isEqualTo("clippy::len_zero");
      assertThat(play.judge(base, lint, "src/main.rs", "v.len() == 0", "v.is_empty()"))
          .isEqualTo(new Verdict.Compiles(0, 0));
      assertThat(play.oracle().fidelity()).isEqualTo(new Fidelity.Faithful());
    }
  }

  @Test
  void errorsThatOneCompileCanNotTellApartAreJudgedAlone() throws Exception {
    String program =
        """
        mod m { pub fn take(_: u8) {} pub fn give() -> u8 { missing } }
        fn f() { m::take(m::give()); }
        fn g() { let _: u8 = absent; }
        fn main() { f(); g(); }
        """;
    try (var play = Playground.app(folder, program)) {
      BaseCheck base = play.check();
      Diagnostic missing = base.checked().errors().get(0);
      Diagnostic absent = base.checked().errors().get(1);
      // the new signature breaks `f`, which neither patch touches
      Trial bad = play.trial(base, missing, "src/main.rs", "u8 { missing }", "u16 { 1 }");
      Trial good = play.trial(base, absent, "src/main.rs", "absent", "2");
      var verdicts = play.judge(base, bad, good);
      assertThat(verdicts.get(bad))
          .isEqualTo(new Verdict.Rejected("introduces E0308: mismatched types"));
      assertThat(verdicts.get(good)).isEqualTo(new Verdict.Advances(2, 1));
      assertThat(play.oracle().judgeTogether(base, List.of(bad, good)).held())
          .containsExactly(good);
    }
  }

  @Test
  void oneRemedyForSeveralErrorsIsCompiledOnce() throws Exception {
    String program = "fn a(_: Rc<u8>) {}\nfn b(_: Rc<u8>) {}\nfn main() { let _ = (a, b); }\n";
    try (var play = Playground.app(folder, program)) {
      BaseCheck base = play.check();
      List<Diagnostic> errors = base.checked().errors();
      assertThat(errors).hasSize(2);
      String imported = "use std::rc::Rc;\n\nfn a(";
      Trial first = play.trial(base, errors.get(0), "src/main.rs", "fn a(", imported);
      Trial second = play.trial(base, errors.get(1), "src/main.rs", "fn a(", imported);
      play.oracle().compareWithRealTree(base);
      int compiles = play.oracle().compiles();
      assertThat(play.judge(base, first, second))
          .containsEntry(first, new Verdict.Compiles(2, 0))
          .containsEntry(second, new Verdict.Compiles(2, 0));
      assertThat(play.oracle().compiles() - compiles).isEqualTo(1);
    }
  }

  @Test
  void anInterruptedCheckLeavesAShadowThatWorks() throws Exception {
    Path hold = folder.toRealPath().resolve("hold");
    CheckOptions held =
        new CheckOptions(
            CheckOptions.Command.CHECK,
            List.of(),
            false,
            false,
            List.of(),
            Map.of("HOLD", hold.toString()),
            CheckOptions.defaults().timeLimit());
    try (var play = Playground.app(folder, "fn main() { x }\n")) {
      play.file("build.rs", WAITING_BUILD).options(held);
      play.oracle();
      Thread check = Thread.ofVirtual().name("check").start(() -> interrupted(play));
      awaitFile(Path.of(hold + ".runs"));
      check.interrupt();
      check.join();
      Files.writeString(hold, "");
      play.type("src/main.rs", "fn main() {}\n");
      assertThat(play.errors()).isEmpty();
    }
  }

  private static void interrupted(Playground play) {
    assertThatThrownBy(play::check).isInstanceOf(InterruptedException.class);
  }

  @Test
  void theUsersCargoAndOursNeverWaitForEachOther() throws Exception {
    Path hold = folder.toRealPath().resolve("hold");
    try (var play = Playground.app(folder, "fn main() { x }\n")) {
      play.file("build.rs", WAITING_BUILD);
      var builder = new ProcessBuilder("cargo", "check").directory(play.real.toFile());
      builder.environment().put("HOLD", hold.toString());
      Path output = folder.resolve("output");
      Process users = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
      try {
        awaitFile(Path.of(hold + ".runs"));
        BaseCheck base = play.check();
        Diagnostic error = CargoOracleTest.error(base, "E0425");
        assertThat(play.judge(base, error, "src/main.rs", "x", ""))
            .isEqualTo(new Verdict.Compiles(1, 0));
        assertThat(users.isAlive()).isTrue();
        Files.writeString(hold, "");
        assertThat(users.waitFor(60, TimeUnit.SECONDS)).isTrue();
      } finally {
        users.destroyForcibly();
      }
      assertThat(Files.readString(output, StandardCharsets.UTF_8))
          .contains("E0425")
          .doesNotContain("Blocking");
    }
  }

  private static void awaitFile(Path file) {
    while (!Files.exists(file)) {
      Thread.onSpinWait();
    }
  }

  @Test
  void twoOraclesOnOneTreeDoNotMeet() throws Exception {
    try (var one = Playground.app(folder, "fn main() { x }\n");
        var two = new Playground(folder)) {
      assertThat(one.errors()).hasSize(1);
      two.type("src/main.rs", "fn main() {}\n");
      assertThat(two.errors()).isEmpty();
      assertThat(one.errors()).hasSize(1);
    }
  }
}
