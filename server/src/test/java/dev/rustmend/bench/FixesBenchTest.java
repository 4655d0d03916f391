package dev.rustmend.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.bench.FixesReport.Case;
import dev.rustmend.bench.FixesReport.Outcome;
import dev.rustmend.cargo.CargoProcess;
import dev.rustmend.model.ChatEndpoint;
import dev.rustmend.model.ChatServer;
import dev.rustmend.model.EndpointModel;
import dev.rustmend.model.LanguageModel;
import dev.rustmend.repair.Models;
import dev.rustmend.repair.Sessions;
import dev.rustmend.repair.TestModels;
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

  /// Nothing repairs it without knowing what was meant.
  private static final BrokenProgram MEANT =
      program("book/a#6", "let n: u32 = \"seven\";\nprintln!(\"{}\", n + 1);", "E0308");

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
  void withAModelItTellsWhatTheModelRepairedAndWhatThatCost() throws Exception {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("RUSTMEND_CACHE_DIR", folder.resolve("shadows").toString());
    Settings settings = Settings.defaults().with(TestModels.named("some.gguf", false));
    FixesReport report;
    try (ChatServer server = ChatServer.start();
        var sessions =
            Sessions.create(
                settings,
                _ -> settings,
                environment,
                new Models(_ ->
                    Optional.<LanguageModel>of(
                        EndpointModel.of(
                            ChatEndpoint.of(server.address(), "coder", Optional.empty())))))) {
      String repaired = MEANT.source().replace("\"seven\"", "\"seven\".len() as u32");
      String item = repaired.substring(repaired.indexOf("fn main")).strip();
      server.thenSay("Item 1\n```rust\n%s\n```".formatted(item));
      report =
          FixesBench.withModel(new CargoProcess(environment), sessions)
              .run(
                  request(FixesBenchRequest.Baselines.CACHED),
                  TOOLCHAIN,
                  List.of(CONVERSION, MEANT),
                  BenchListener.silent());
    }
    assertThat(report.methods()).endsWith("rustmend", "rustmend + model");
    Case meant = report.cases().get(1);
    assertThat(meant.outcome("rustmend").repaired()).isFalse();
    assertThat(meant.outcome("rustmend").model()).isEqualTo(ModelCost.NONE);
    Outcome asked = meant.outcome("rustmend + model");
    assertThat(asked.repaired()).isTrue();
    assertThat(asked.model().answers()).isEqualTo(1);
    assertThat(asked.model().tokens()).isEqualTo(120);
    assertThat(asked.trail()).anyMatch(line -> line.contains("answer 1.1.1: Rewrite"));
    assertThat(new FixesMarkdown(report).text())
        .contains(
            "## By source, rustmend + model",
            "| model | 50.0 % (9.5–90.5) | ",
            "| 1 | 100.0 % (20.7–100.0) | 1, 1 | 120, 120 | ");
    assertThat(FixesJson.of(report)).contains("\"rung\": \"model\"", "\"tokens\": 120");
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
        Optional.empty(),
        OptionalInt.empty(),
        1,
        Set.of(),
        Optional.empty(),
        2,
        baselines,
        folder.resolve("bench"));
  }

  private static BrokenProgram program(String id, String example, String... named) {
    return BrokenProgram.of(
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
