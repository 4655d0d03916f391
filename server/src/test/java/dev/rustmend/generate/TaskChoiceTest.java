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

/// Which task is chosen for labelled descriptions, and for those of templates that have none.
class TaskChoiceTest {
  @TempDir static Path cache;

  @Test
  void ofTheHalfThatTheBarWasChosenOnNothingIsWrong() throws Exception {
    try (var embedder = LazyEmbedder.builtIn(cache)) {
      assertThat(wrong(Optional.of(new CachingEmbedder(embedder, cache)), "choose")).isEmpty();
    }
  }

  @Test
  void ofTheOtherHalfAtMostOneIsWrong() throws Exception {
    try (var embedder = LazyEmbedder.builtIn(cache)) {
      assertThat(wrong(Optional.of(new CachingEmbedder(embedder, cache)), "judge"))
          .hasSizeLessThanOrEqualTo(1);
    }
  }

  @Test
  void byWordsAloneNothingIsChosenWhereNothingFits() throws Exception {
    var choice = new TaskChoice(tasks(), Optional.empty());
    for (Labelled labelled : Labelled.all("tasks.txt", "")) {
      if (labelled.fitting().isEmpty()) {
        assertThat(TaskChoice.fitting(choice.ranked(labelled.description()))).isEmpty();
      }
    }
  }

  private static List<String> wrong(Optional<Embedder> embedder, String half) throws Exception {
    var choice = new TaskChoice(tasks(), embedder);
    var wrong = new ArrayList<String>();
    var all = new ArrayList<>(Labelled.all("tasks.txt", half));
    all.addAll(
        Labelled.all("descriptions.txt", half).stream()
            .filter(each -> each.fitting().isEmpty())
            .toList());
    for (Labelled labelled : all) {
      List<Ranked> ranked = choice.ranked(labelled.description());
      if (!labelled.isRight(TaskChoice.fitting(ranked))) {
        wrong.add(
            "%s: %s %.3f"
                .formatted(
                    labelled.description(), ranked.getFirst().id(), ranked.getFirst().score()));
      }
    }
    return wrong;
  }

  private static List<Guide> tasks() {
    return new ShippedBase().get().guides().stream().filter(each -> !each.isTemplate()).toList();
  }
}
