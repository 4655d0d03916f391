package dev.rustmend.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.embedding.CachingEmbedder;
import dev.rustmend.embedding.LazyEmbedder;
import dev.rustmend.kb.Guide;
import dev.rustmend.kb.ShippedBase;
import dev.rustmend.search.Embedder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is chosen for labelled descriptions. The bar lies in the middle between the worst
/// description with a template and the best without one, among those of the half `choose`.
class TemplateChoiceTest {
  @TempDir static Path cache;

  @Test
  void theBarPartsTheHalfThatItWasChosenOn() throws Exception {
    try (var embedder = LazyEmbedder.builtIn(cache)) {
      assertThat(wrong(new CachingEmbedder(embedder, cache), "choose")).isEmpty();
    }
  }

  @Test
  void ofTheOtherHalfAtMostOneIsWrong() throws Exception {
    try (var embedder = LazyEmbedder.builtIn(cache)) {
      assertThat(wrong(new CachingEmbedder(embedder, cache), "judge")).hasSizeLessThanOrEqualTo(1);
    }
  }

  @Test
  void byWordsAloneNothingIsChosenThatDoesNotFit() throws Exception {
    var choice = new TemplateChoice(templates(), Optional.empty());
    int chosen = 0;
    for (Labelled labelled : Labelled.all("descriptions.txt", "")) {
      Optional<Ranked> fitting = choice.fitting(choice.ranked(labelled.description()));
      if (fitting.isPresent()) {
        chosen++;
        assertThat(labelled.isRight(fitting)).as(labelled.description()).isTrue();
      }
    }
    assertThat(chosen).isGreaterThan(8);
  }

  private static List<String> wrong(Embedder embedder, String half) throws Exception {
    var choice = new TemplateChoice(templates(), Optional.of(embedder));
    var wrong = new ArrayList<String>();
    for (Labelled labelled : Labelled.all("descriptions.txt", half)) {
      List<Ranked> ranked = choice.ranked(labelled.description());
      if (!labelled.isRight(choice.fitting(ranked))) {
        wrong.add(labelled.description() + ": " + ranked.getFirst());
      }
    }
    return wrong;
  }

  private static List<Guide> templates() {
    return new ShippedBase().get().guides().stream().filter(Guide::isTemplate).toList();
  }
}
