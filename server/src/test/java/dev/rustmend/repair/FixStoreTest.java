package dev.rustmend.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.candidate.Origin;
import dev.rustmend.candidate.Origin.Source;
import dev.rustmend.diagnostic.Applicability;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.operation.Scene;
import dev.rustmend.text.Patch;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextEdit;
import dev.rustmend.verify.Licence;
import dev.rustmend.verify.Verdict;
import dev.rustmend.workspace.Snapshot;
import dev.rustmend.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FixStoreTest {
  private static final Path FILE = Path.of("/none/main.rs");
  private static final Diagnostic ERROR =
      Scene.of("fn main() { a(); b(); }").error("cannot find function `a`", "a").diagnostic();
  private static final Diagnostic OTHER =
      Scene.of("fn main() { a(); b(); }").error("cannot find function `b`", "b").diagnostic();

  private final FixStore store = new FixStore();

  @Test
  void theFixesStayWhileTheSameTextsAreCheckedOnceMore() {
    Report checked = report(true, List.of(fixed(ERROR)));
    store.put(checked);
    store.put(report(false, List.of(bare(ERROR))));
    assertThat(store.find(snapshot())).contains(checked);
    Report again = report(true, List.of(bare(ERROR)));
    store.put(again);
    assertThat(store.find(snapshot())).contains(again);
  }

  @Test
  void anErrorThatIsNewEndsThem() {
    store.put(report(true, List.of(fixed(ERROR))));
    Report growing = report(false, List.of(bare(ERROR), bare(OTHER)));
    store.put(growing);
    assertThat(store.find(snapshot())).contains(growing);
  }

  @Test
  void growingFixesTakeThePlaceOfOlderOnes() {
    store.put(report(true, List.of(fixed(ERROR))));
    Report growing = report(false, List.of(fixed(ERROR)));
    store.put(growing);
    assertThat(store.find(snapshot())).contains(growing);
  }

  private static Report report(boolean complete, List<Problem> problems) {
    return new Report(
        Path.of("/none"),
        snapshot(),
        problems,
        complete,
        Optional.empty(),
        Optional.empty(),
        Duration.ZERO,
        0);
  }

  private static Snapshot snapshot() {
    var workspace = new Workspace();
    workspace.put(FILE, 1, SourceText.of("fn main() { a(); b(); }"));
    return workspace.snapshot();
  }

  private static Problem bare(Diagnostic diagnostic) {
    return new Problem(diagnostic, List.of(), List.of());
  }

  private static Problem fixed(Diagnostic diagnostic) {
    var fix =
        new Fix(
            "any",
            "any",
            new Origin(Source.RUSTC, "any"),
            new Verdict.Compiles(1, 0),
            Patch.of(FILE, TextEdit.insert(0, "x")),
            Applicability.MAYBE_INCORRECT,
            Map.of(),
            false,
            Licence.model(),
            0);
    return new Problem(diagnostic, List.of(fix), List.of());
  }
}
