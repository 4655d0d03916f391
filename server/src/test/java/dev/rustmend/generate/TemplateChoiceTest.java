package dev.rustmend.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.embedding.CachingEmbedder;
import dev.rustmend.embedding.LazyEmbedder;
import dev.rustmend.kb.Guide;
import dev.rustmend.kb.ShippedBase;
import dev.rustmend.search.Embedder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is chosen for labelled descriptions. The bar lies in the middle between the worst
/// description with a template and the best without one, among those of the half `choose`.
class TemplateChoiceTest {
  @TempDir static Path cache;

  private record Labelled(String half, List<String> templates, String description) {
    boolean isRight(Optional<Ranked> fitting) {
      return fitting
          .map(one -> templates.contains(one.template().id()))
          .orElse(templates.isEmpty());
    }
  }

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
    for (Labelled labelled : labelled("")) {
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
    for (Labelled labelled : labelled(half)) {
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

  private static List<Labelled> labelled(String half) throws IOException {
    try (InputStream in = TemplateChoiceTest.class.getResourceAsStream("descriptions.txt")) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && line.startsWith(half))
          .map(TemplateChoiceTest::read)
          .toList();
    }
  }

  private static Labelled read(String line) {
    List<String> parts = Pattern.compile(" \\| ").splitAsStream(line).toList();
    List<String> templates =
        parts.get(1).equals("none")
            ? List.of()
            : Pattern.compile(",").splitAsStream(parts.get(1)).toList();
    return new Labelled(parts.get(0), templates, parts.get(2));
  }
}
