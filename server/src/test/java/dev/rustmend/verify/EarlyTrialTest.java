package dev.rustmend.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.cargo.CheckOutcome;
import dev.rustmend.cargo.CheckOutcome.Checked;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.text.Patch;
import dev.rustmend.text.TextEdit;
import dev.rustmend.workspace.Snapshot;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A trial may be compiled while cargo still compiles the state that it is for.
@Timeout(120)
class EarlyTrialTest {
  private static final String GOOD =
      """
      fn main() {
          let label = "a";
          let count: u32 = 1;
          println!("{} {}", label, count);
      }
      """;

  @TempDir Path folder;

  @Test
  void whatWasBegunBesideCargoIsNotCompiledAgain() throws Exception {
    try (var play = warm()) {
      play.file("src/main.rs", GOOD.replace(", label", ", lable"));
      BaseCheck base = whileCargoRuns(play, error -> offer(play, error, "lable", "label"));
      assertThat(play.cargo.calls()).hasValue(1);

      Diagnostic error = CargoOracleTest.error(base, "E0425");
      assertThat(play.judge(base, error, "src/main.rs", "lable", "label"))
          .isEqualTo(new Verdict.Compiles(1, 0));
      assertThat(play.cargo.calls()).hasValue(1);
    }
  }

  @Test
  void theCheckSaysWhatTheUsersTextsSayAllTheSame() throws Exception {
    try (var play = warm()) {
      play.file("src/main.rs", GOOD.replace(", label", ", lable"));
      BaseCheck base = whileCargoRuns(play, error -> offer(play, error, "lable", "label"));

      assertThat(base.checked().errors()).extracting(Diagnostic::codeText).containsExactly("E0425");
      play.file("src/main.rs", GOOD);
      assertThat(play.errors()).isEmpty();
      play.file("src/main.rs", GOOD.replace("= 1", "= \"1\""));
      assertThat(play.errors()).containsExactly("error[E0308]: mismatched types");
    }
  }

  @Test
  void ofSeveralErrorsEachGetsItsOwnVerdict() throws Exception {
    try (var play = warm()) {
      play.file("src/main.rs", GOOD.replace(", label", ", lable").replace("= 1", "= \"1\""));
      BaseCheck base = whileCargoRuns(play, error -> offer(play, error, "lable", "label"));

      Trial name =
          play.trial(base, CargoOracleTest.error(base, "E0425"), "src/main.rs", "lable", "label");
      Trial type =
          play.trial(base, CargoOracleTest.error(base, "E0308"), "src/main.rs", "\"1\"", "1");
      Map<Trial, Verdict> verdicts = play.judge(base, name, type);
      assertThat(verdicts)
          .containsEntry(name, new Verdict.Advances(2, 1))
          .containsEntry(type, new Verdict.Advances(2, 1));
    }
  }

  @Test
  void aWrongTrialIsRejectedHoweverEarlyItIs() throws Exception {
    try (var play = warm()) {
      play.file("src/main.rs", GOOD.replace(", label", ", lable"));
      BaseCheck base = whileCargoRuns(play, error -> offer(play, error, "lable", "label.size()"));

      Diagnostic error = CargoOracleTest.error(base, "E0425");
      assertThat(play.judge(base, error, "src/main.rs", "lable", "label.size()"))
          .isInstanceOf(Verdict.Rejected.class);
      assertThat(play.cargo.calls()).hasValue(1);
    }
  }

  @Test
  void aFileOfTwoCratesIsNeverTouchedWhileCargoRuns() throws Exception {
    String shared = "pub fn five() -> u32 {\n    let five = 5;\n    five\n}\n";
    try (var play = Playground.app(folder, "#[path = \"shared.rs\"]\nmod shared;\n" + CALL)) {
      play.file("src/bin/other.rs", "#[path = \"../shared.rs\"]\nmod shared;\n" + CALL);
      play.file("src/shared.rs", shared);
      makeWarm(play, "src/shared.rs", shared);

      play.file("src/shared.rs", shared.replace("    five\n", "    fife\n"));
      Snapshot disk = Snapshot.ofDisk();
      CheckOutcome outcome =
          play.oracle().check(disk, error -> tryAhead(play, disk, error, "fife", "five"));
      assertThat(play.cargo.calls()).hasValue(0);
      assertThat(((Checked) outcome).errors()).isNotEmpty().allMatch(Diagnostic::isError);
    }
  }

  private static final String CALL = "fn main() {\n    println!(\"{}\", shared::five());\n}\n";

  private Playground warm() throws Exception {
    Playground play = Playground.app(folder, GOOD);
    makeWarm(play, "src/main.rs", GOOD);
    return play;
  }

  /// Two checks, so that one has told how cargo calls the compiler, and a faithful shadow.
  private static void makeWarm(Playground play, String file, String text) throws Exception {
    BaseCheck first = play.check();
    assertThat(play.oracle().compareWithRealTree(first)).isEqualTo(new Fidelity.Faithful());
    play.file(file, text + "// again\n");
    play.check();
  }

  /// Checks the disk; the first error is handed to `offering` while cargo runs, and what that began
  /// is waited for.
  private static BaseCheck whileCargoRuns(Playground play, Consumer<Offer> offering)
      throws InterruptedException {
    Snapshot disk = Snapshot.ofDisk();
    var first = new CountDownLatch(1);
    CheckOutcome outcome =
        play.oracle()
            .check(
                disk,
                error -> {
                  if (first.getCount() > 0) {
                    first.countDown();
                    offering.accept(new Offer(disk, error));
                    while (play.cargo.calls().get() == 0) {
                      Thread.onSpinWait();
                    }
                  }
                });
    return new BaseCheck(disk, (Checked) outcome);
  }

  private record Offer(Snapshot disk, Diagnostic error) {}

  private static void offer(Playground play, Offer offer, String old, String fresh) {
    tryAhead(play, offer.disk(), offer.error(), old, fresh);
  }

  private static void tryAhead(
      Playground play, Snapshot disk, Diagnostic error, String old, String fresh) {
    Path file = error.primary().orElseThrow().file();
    int start = disk.read(file).orElseThrow().string().indexOf(old);
    Patch patch = Patch.of(file, TextEdit.replace(start, start + old.length(), fresh));
    try {
      play.oracle().tryAhead(disk, new Trial(error, patch));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
