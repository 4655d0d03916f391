package dev.rustmend.cli;

import dev.rustmend.learn.Episode;
import dev.rustmend.learn.Event;
import dev.rustmend.learn.Habit;
import dev.rustmend.learn.Habits;
import dev.rustmend.learn.Learning;
import dev.rustmend.learn.LogFailure;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;

/// What the `kb` commands have in common where they are about learned recipes.
final class Learned {
  private static final String PREFIX = "learned/";
  private static final int SHOWN = 8;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;

  private Learned() {}

  /// Whether `id` is that of a learned recipe.
  static boolean isId(String id) {
    return id.startsWith(PREFIX);
  }

  /// What `work` makes of everything that was learned. Throws [CommandFailure] where the log can
  /// not be used.
  static <T> T with(Wiring wiring, Function<Learning, T> work) {
    try {
      return work.apply(wiring.learning());
    } catch (LogFailure e) {
      throw new CommandFailure(Exit.ENVIRONMENT, e.sentence(), e);
    }
  }

  /// The recipe `id`. Throws [CommandFailure] where there is none.
  static Habit find(Habits habits, String id) {
    return habits
        .find(id)
        .orElseThrow(() ->
            new CommandFailure(
                Exit.USAGE,
                "nothing was learned as `%s`; `rustmend kb list --learned` prints the ids"
                    .formatted(id)));
  }

  /// One line about a recipe: what it is worth, how often it repaired, what it writes.
  static String line(Habit habit) {
    return "%s  %-11s %s, %d taken  %s"
        .formatted(
            habit.recipe().id(),
            habit.word(),
            Count.of(habit.repairs().size(), "repair"),
            habit.taken(),
            change(habit));
  }

  /// One line about a recorded repair: when and where it was, what rustc said, what recipes say it.
  static String line(Event.Learned event) {
    Episode episode = event.episode();
    String where = episode.commit().isEmpty() ? "" : " in " + episode.commit().substring(0, SHOWN);
    return "%s  %-7s %s%s: %s  %s"
        .formatted(
            DAY.format(Instant.ofEpochMilli(event.at()).atZone(ZoneId.systemDefault())),
            episode.told().code().isEmpty() ? "-" : episode.told().code(),
            episode.file(),
            where,
            episode.told().message().replace("\n", " "),
            event.hits().isEmpty() ? why(episode) : String.join(" ", event.hits()));
  }

  private static String why(Episode episode) {
    return episode.others().isEmpty()
        ? "(no recipe says it)"
        : "(no recipe says it: it is in several files)";
  }

  private static String change(Habit habit) {
    List<String> lines = habit.recipe().lines().lines().toList();
    return lines.getLast();
  }
}
