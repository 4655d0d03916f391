package dev.rustmend.generate;

import dev.rustmend.kb.Guide;
import dev.rustmend.search.Embedder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Ranks tasks by how well they fit a description, for which no template is near enough: those that
/// share most words with it are compared by what they mean. The bar was found on labelled
/// descriptions, see `TaskChoiceTest`.
public record TaskChoice(List<Guide> tasks, Optional<Embedder> embedder) {
  /// How many are compared by what they mean, which takes time.
  private static final int COMPARED = 12;

  /// What a task must reach, with an embedder and by words alone. Its project is small, and
  /// somebody who wanted something larger is better told that there is nothing.
  static final double BAR = 0.87;

  static final double BAR_BY_WORDS = 0.75;

  private static final String NAME = "task-of-the-base";

  public TaskChoice {
    tasks = List.copyOf(tasks);
  }

  /// The tasks that come into question, the one that fits best first.
  public List<Ranked> ranked(String description) throws InterruptedException {
    List<Guide> near =
        new TemplateChoice(tasks, Optional.empty())
            .ranked(description).stream().limit(COMPARED).map(Ranked::template).toList();
    return new TemplateChoice(near, embedder).ranked(description);
  }

  /// The task that fits, as a whole project, unless none does.
  public Optional<Guide> fitting(String description) throws InterruptedException {
    return fitting(ranked(description)).map(best -> project(best.template()));
  }

  /// The best, where it is good enough.
  static Optional<Ranked> fitting(List<Ranked> ranked) {
    return ranked.stream()
        .findFirst()
        .filter(best -> best.meaning() > 0 ? best.score() >= BAR : best.score() >= BAR_BY_WORDS);
  }

  /// A task has one file and needs nothing but the standard library.
  private static Guide project(Guide task) {
    String manifest =
        """
        [package]
        name = "%s"
        version = "0.1.0"
        edition = "2024"
        """
            .formatted(NAME);
    var files = new ArrayList<>(task.files());
    files.add(new Guide.SourceFile("Cargo.toml", manifest, 1));
    return new Guide(task.id(), task.title(), task.keywords(), task.asked(), task.prose(), files);
  }
}
