package dev.rustmend.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.candidate.Candidate;
import dev.rustmend.candidate.CandidateSource;
import dev.rustmend.candidate.Origin;
import dev.rustmend.diagnostic.Applicability;
import dev.rustmend.diagnostic.CrateId;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.Level;
import dev.rustmend.text.Patch;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextEdit;
import dev.rustmend.verify.FileDamage;
import dev.rustmend.verify.Verdict;
import dev.rustmend.workspace.Snapshot;
import dev.rustmend.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EffortTest {
  private static final String PROGRAM =
      "use std::fmt;\n\nfn main() {\n    let x: u8 = 'a';\n    println!(\"{x}\");\n}\n";

  private static final Diagnostic TARGET =
      new Diagnostic(
          Level.ERROR,
          Optional.empty(),
          "mismatched types",
          List.of(),
          List.of(),
          List.of(),
          "",
          new CrateId("app 0.1.0", "app", "bin"));

  @TempDir Path folder;

  @Test
  void withLittleEffortItStopsBehindTheFirstThatCompilesAndLeavesWarningsAlone() throws Exception {
    try (var crate = Crate.of(folder, PROGRAM)) {
      Report report = report(crate, Effort.FIRST_THAT_COMPILES);
      Problem error = error(report);
      assertThat(titles(error)).containsExactly("Write b'a'");
      assertThat(error.rejections())
          .extracting(rejection -> rejection.candidate().title())
          .containsExactly("Write 'b'");
      assertThat(report.problems())
          .filteredOn(problem -> !problem.diagnostic().isError())
          .isNotEmpty()
          .allMatch(problem -> problem.fixes().isEmpty() && problem.rejections().isEmpty());
    }
  }

  @Test
  void withAllEffortEveryProposalIsJudgedThoseForWarningsAsWell() throws Exception {
    try (var crate = Crate.of(folder, PROGRAM)) {
      Report report = report(crate, Effort.EVERYTHING);
      Problem error = error(report);
      assertThat(titles(error)).containsExactly("Write b'a'", "Write b'a' as u8");
      assertThat(error.rejections()).hasSize(1);
      assertThat(report.problems())
          .filteredOn(problem -> !problem.diagnostic().isError())
          .anyMatch(problem -> !problem.fixes().isEmpty() || !problem.rejections().isEmpty());
    }
  }

  @Test
  void proposalsAreTriedByTheirSizeAndPenaltyWhatHasPlaceholdersLast() {
    Candidate small = candidate(TARGET, "small", "a", 0, Applicability.MAYBE_INCORRECT);
    Candidate large = candidate(TARGET, "large", "a".repeat(20), 0, Applicability.MAYBE_INCORRECT);
    Candidate penalized = candidate(TARGET, "penalized", "b", 40, Applicability.MAYBE_INCORRECT);
    Candidate stub = candidate(TARGET, "stub", "c", 0, Applicability.HAS_PLACEHOLDERS);
    assertThat(Stream.of(stub, penalized, large, small).sorted(Ranking.likeliestFirst()))
        .containsExactly(small, large, penalized, stub);
  }

  @Test
  void aPenaltyOutweighsTheSizeOfAFixThatCompilesToo() {
    var workspace = new Workspace();
    workspace.put(Path.of("/made-up/a.rs"), 1, SourceText.of(""));
    var repairs = new Repairs(workspace.snapshot(), new LossGuard(new FileDamage()));
    Candidate large = candidate(TARGET, "large", "a".repeat(20), 0, Applicability.MAYBE_INCORRECT);
    Candidate penalized = candidate(TARGET, "penalized", "b", 40, Applicability.MAYBE_INCORRECT);
    repairs.propose(TARGET, List.of(penalized, large));
    for (Candidate each : List.of(penalized, large)) {
      repairs.record(Repairs.trial(each), new Verdict.Compiles(1, 0));
    }
    assertThat(titles(repairs.problems().getFirst())).containsExactly("large", "penalized");
  }

  private static Report report(Crate crate, Effort effort) throws InterruptedException {
    CandidateSource source = (diagnostic, snapshot) -> proposals(crate, diagnostic);
    var pipeline =
        new RepairPipeline(
            crate.root,
            crate.session().oracle(),
            List.of(source),
            10,
            new LossGuard(new FileDamage()));
    return pipeline.repair(Snapshot.ofDisk(), effort, _ -> {}).report();
  }

  private static List<Candidate> proposals(Crate crate, Diagnostic diagnostic) {
    Path main = crate.root.resolve("src/main.rs");
    if (!diagnostic.isError()) {
      Patch patch = Patch.of(main, TextEdit.replace(0, 13, "use std::fmt as _;"));
      return List.of(candidate(diagnostic, "Import it without a name", patch, 0));
    }
    int start = PROGRAM.indexOf("'a'");
    return Stream.of("b'a' as u8", "b'a'", "'b'")
        .map(text ->
            candidate(
                diagnostic,
                "Write " + text,
                Patch.of(main, TextEdit.replace(start, start + 3, text)),
                0))
        .toList();
  }

  private static Candidate candidate(
      Diagnostic target, String title, String text, int penalty, Applicability applicability) {
    Patch patch = Patch.of(Path.of("/made-up/a.rs"), TextEdit.insert(0, text));
    Candidate made = candidate(target, title, patch, penalty);
    return new Candidate(
        target, title, patch, made.origin(), applicability, made.admits(), penalty);
  }

  private static Candidate candidate(Diagnostic target, String title, Patch patch, int penalty) {
    return new Candidate(
        target,
        title,
        patch,
        new Origin(Origin.Source.RECIPE, "kb:test"),
        Applicability.MAYBE_INCORRECT,
        Set.of(),
        penalty);
  }

  private static Problem error(Report report) {
    return report.problems().stream()
        .filter(problem -> problem.diagnostic().isError())
        .findFirst()
        .orElseThrow();
  }

  private static List<String> titles(Problem problem) {
    return problem.fixes().stream().map(Fix::title).toList();
  }
}
