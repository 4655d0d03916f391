package dev.rustmend.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.text.SourceText;
import dev.rustmend.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UndoTest {
  private static final String GOOD =
      """
      fn main() {
          let total: u32 = 40 + 2;
          println!("{total}");
      }
      """;

  @TempDir Path folder;

  @Test
  void theEditThatBroughtAnErrorCanBeTakenBackAndNothingTakesItByItself() throws Exception {
    try (var crate = Crate.of(folder, GOOD)) {
      var workspace = new Workspace();
      Path main = crate.root.resolve("src/main.rs");
      workspace.put(main, 1, SourceText.of(GOOD));
      crate.session().run(workspace.snapshot(), _ -> {});
      workspace.put(main, 2, SourceText.of(GOOD.replace("40 + 2", "forty() + 2")));

      Report report = crate.session().run(workspace.snapshot(), _ -> {});

      List<Fix> undo = undos(report);
      assertThat(undo)
          .extracting(Fix::provenTitle)
          .containsExactly("✓ Undo the edit at line 2: restore `let total: u32 = 40 + 2;`");
      assertThat(undo.getFirst().preferred()).isFalse();
      assertThat(undo.getFirst().patch().apply(main, workspace.snapshot().read(main).orElseThrow()))
          .isEqualTo(SourceText.of(GOOD));
      FixOutcome loop =
          new FixLoop(crate.session())
              .run(workspace.snapshot(), FixRequest.everything(), FixChooser.best(), _ -> {});
      assertThat(loop.changes()).isEmpty();
    }
  }

  @Test
  void aFileThatWasBrokenFromTheBeginningHasNothingToGoBackTo() throws Exception {
    try (var crate = Crate.of(folder, GOOD)) {
      var workspace = new Workspace();
      workspace.put(
          crate.root.resolve("src/main.rs"), 1, SourceText.of(GOOD.replace("40", "forty()")));

      assertThat(undos(crate.session().run(workspace.snapshot(), _ -> {}))).isEmpty();
    }
  }

  private static List<Fix> undos(Report report) {
    return report.problems().stream()
        .flatMap(problem -> problem.fixes().stream())
        .filter(fix -> fix.originName().equals("undo"))
        .toList();
  }
}
