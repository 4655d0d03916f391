package dev.rustmend.learn;

import dev.rustmend.search.Passage;
import dev.rustmend.search.PassageKind;
import dev.rustmend.text.OneLine;
import dev.rustmend.text.SourceText;
import java.util.List;
import java.util.Optional;

/// What was learned as passages of the index: one for each recipe that is not muted.
final class LearnedPassages {
  private static final int SHOWN = 70;
  private static final String EDITION = "2024";

  private LearnedPassages() {}

  static List<Passage> of(Habits habits) {
    return habits.all().stream()
        .filter(habit -> !habit.isMuted())
        .map(LearnedPassages::passage)
        .toList();
  }

  private static Passage passage(Habit habit) {
    Recipe recipe = habit.recipe();
    Optional<Episode> last =
        habit.repairs().isEmpty()
            ? Optional.empty()
            : Optional.of(habit.repairs().getLast().episode());
    String title = title(habit);
    String body =
        "Learned from %s. %s\n\n```\n%s\n```\n"
            .formatted(
                times(habit),
                last.map(it -> "The last one was in `%s`.".formatted(it.file())).orElse(""),
                recipe.lines());
    String code = last.map(it -> String.join("\n", PastRepairs.diff(it))).orElse("");
    return new Passage(
        recipe.id(),
        PassageKind.LEARNED,
        title,
        List.of(),
        recipe.code().isEmpty() ? List.of() : List.of(recipe.code()),
        last.map(it -> List.of(it.told().message())).orElse(List.of()),
        last.map(it -> it.told().primaryLabels()).orElse(List.of()),
        List.of(),
        body,
        code,
        EDITION,
        "",
        SourceText.of(String.join("\0", title, body, code)).sha256());
  }

  private static String title(Habit habit) {
    if (habit.title().isPresent()) {
      return habit.title().get();
    }
    String change = habit.recipe().lines().lines().toList().getLast().strip();
    return "Your own repair%s: %s"
        .formatted(
            habit.recipe().code().isEmpty() ? "" : " of " + habit.recipe().code(),
            OneLine.of(change, SHOWN));
  }

  private static String times(Habit habit) {
    int count = habit.repairs().size();
    return count == 0
        ? "an imported entry"
        : count == 1 ? "one repair of yours" : count + " repairs of yours";
  }
}
