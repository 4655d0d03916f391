package dev.rustmend.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.bench.FixesReport.Case;
import dev.rustmend.bench.FixesReport.Outcome;
import dev.rustmend.cargo.CargoProcess;
import dev.rustmend.repair.Sessions;
import dev.rustmend.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole benchmark on programs of our own, with the real cargo.
class FixesBenchTest {
  private static final RustToolchain TOOLCHAIN =
      new RustToolchain("rustc of this machine", "any", Path.of("doc"));

  /// rustc's only suggestion is right.
  private static final BrokenProgram CONVERSION =
      program("book/a#1", "let name: String = \"Ferris\"; println!(\"{name}\");", "E0308");

  /// A denied lint without a suggestion: `cargo fix` compiles it with the lint turned down.
  private static final BrokenProgram DENIED =
      program("book/a#2", "#![deny(non_ascii_idents)]\nlet größe = 1;");

  /// rustc proposes to delete the value, which loses a part of the program.
  private static final BrokenProgram LOSSY =
      program("book/a#3", "while true { break 5 * 3; }", "E0571");

  private static final BrokenProgram SOUND = program("book/a#4", "let sound = 1;");
  private static final BrokenProgram OTHER_CODE = program("book/a#5", "let a: i32 = b;", "E0001");

  @TempDir Path folder;

  @Test
  void comparesTheMethods() throws InterruptedException {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("RUSTMEND_CACHE_DIR", folder.resolve("shadows").toString());
    var cargo = new CargoProcess(environment);
    var heard = new ArrayList<String>();
    FixesReport report;
    try (var sessions = Sessions.create(Settings.defaults(), environment)) {
      report =
          new FixesBench(cargo, sessions)
              .run(
                  request(FixesBenchRequest.Baselines.CACHED),
                  TOOLCHAIN,
                  List.of(CONVERSION, DENIED, LOSSY, SOUND, OTHER_CODE),
                  (stage, done, total, _) -> heard.add(stage + " " + done + "/" + total));
    }

    assertThat(report.cases())
        .extracting(Case::id)
        .containsExactly("book/a#1", "book/a#2", "book/a#3");
    assertThat(report.found()).isEqualTo(5);
    Case conversion = report.cases().getFirst();
    assertThat(conversion.code()).isEqualTo("E0308");
    assertThat(conversion.outcome("rustmend").repaired()).isTrue();
    assertThat(conversion.outcome("rustmend").compiles()).isPositive();
    assertThat(conversion.outcome("first suggestion").source()).contains("\"Ferris\".to_string()");
    Case denied = report.cases().get(1);
    assertThat(denied.outcomes().values()).extracting(Outcome::errorsAfter).containsOnly(1);
    Outcome lossy = report.cases().get(2).outcome("first suggestion");
    assertThat(lossy.compilesNow()).isTrue();
    assertThat(lossy.losses()).isNotEmpty();
    assertThat(lossy.repaired()).isFalse();
    assertThat(heard).contains("reproducing 5/5", "repairing 3/3");
  }

  @Test
  void keepsTheResultsOfBaselinesUntilAskedForFreshOnes() throws InterruptedException {
    var cargo = new CargoProcess(System.getenv());
    var bench = new FixesBench(cargo, List.of(new FirstSuggestion()));

    assertThat(isCached(bench, FixesBenchRequest.Baselines.CACHED)).isFalse();
    assertThat(isCached(bench, FixesBenchRequest.Baselines.CACHED)).isTrue();
    assertThat(isCached(bench, FixesBenchRequest.Baselines.FRESH)).isFalse();
  }

  @Test
  void aMethodThatBreaksDownDoesNotEndTheRun() throws InterruptedException {
    var bench = new FixesBench(new CargoProcess(System.getenv()), List.of(new Breaking()));

    FixesReport report =
        bench.run(
            request(FixesBenchRequest.Baselines.CACHED),
            TOOLCHAIN,
            List.of(CONVERSION),
            BenchListener.silent());

    Outcome outcome = report.cases().getFirst().outcome("breaking");
    assertThat(outcome.errorsAfter()).isEqualTo(1);
    assertThat(outcome.trail().getFirst()).contains("broke down", "on purpose");
  }

  private boolean isCached(FixesBench bench, FixesBenchRequest.Baselines baselines)
      throws InterruptedException {
    return bench
        .run(request(baselines), TOOLCHAIN, List.of(CONVERSION), BenchListener.silent())
        .cases()
        .getFirst()
        .outcome("first suggestion")
        .cached();
  }

  private FixesBenchRequest request(FixesBenchRequest.Baselines baselines) {
    return new FixesBenchRequest(
        Optional.empty(), OptionalInt.empty(), 1, Set.of(), 2, baselines, folder.resolve("bench"));
  }

  private static BrokenProgram program(String id, String example, String... named) {
    return new BrokenProgram(
        id,
        Book.BOOK,
        new TreeSet<>(List.of(named)),
        Edition.E2024,
        ExampleProgram.of(example),
        Optional.empty());
  }

  private static final class Breaking implements Method {
    @Override
    public String name() {
      return "breaking";
    }

    @Override
    public String revision() {
      return "";
    }

    @Override
    public Steps repair(ScratchPackage scratch) {
      throw new IllegalStateException("on purpose");
    }
  }
}
