package dev.rustmend.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.candidate.Origin;
import dev.rustmend.candidate.Origin.Source;
import dev.rustmend.diagnostic.Applicability;
import dev.rustmend.text.Patch;
import dev.rustmend.text.TextEdit;
import dev.rustmend.verify.Licence;
import dev.rustmend.verify.Verdict;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RankingTest {
  @Test
  void withTheSameProofAModelsFixIsTheLast() {
    Fix small = fix("small", Source.MODEL, new Verdict.Compiles(1, 0), "x");
    Fix large = fix("long", Source.RECIPE, new Verdict.Compiles(1, 0), "x".repeat(900));
    assertThat(sorted(small, large)).containsExactly("long", "small");
    Fix more = fix("leaves more", Source.RUSTC, new Verdict.Advances(4, 3), "x");
    Fix fewer = fix("leaves fewer", Source.MODEL, new Verdict.Advances(4, 1), "x");
    assertThat(sorted(fewer, more)).containsExactly("leaves more", "leaves fewer");
  }

  @Test
  void aModelsFixThatCompilesIsBeforeOneThatOnlyAdvances() {
    Fix compiles = fix("compiles", Source.MODEL, new Verdict.Compiles(2, 0), "x".repeat(900));
    Fix advances = fix("advances", Source.RUSTC, new Verdict.Advances(2, 1), "x");
    assertThat(sorted(advances, compiles)).containsExactly("compiles", "advances");
  }

  private static Stream<String> sorted(Fix... fixes) {
    return Stream.of(fixes).sorted(Ranking.bestFirst()).map(Fix::title);
  }

  private static Fix fix(String title, Source source, Verdict verdict, String text) {
    return new Fix(
        title,
        title,
        new Origin(source, "any"),
        verdict,
        Patch.of(Path.of("main.rs"), TextEdit.insert(0, text)),
        Applicability.MAYBE_INCORRECT,
        Map.of(),
        false,
        Licence.model(),
        0);
  }
}
