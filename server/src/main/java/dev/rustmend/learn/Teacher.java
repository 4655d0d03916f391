package dev.rustmend.learn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What is learned from one more episode beside those that are known. Safe to use from any thread.
final class Teacher {
  private static final int COMPARED = 8;

  private final RecipeMaker maker = new RecipeMaker();

  /// The event of an episode: the recipes that it gives alone and together with the last ones of
  /// its kind, and which recipes would have made this repair, or were offered and would not.
  Event.Learned learn(String id, long at, Episode episode, Habits known) {
    Map<String, Recipe> made = new LinkedHashMap<>();
    maker.of(episode).forEach(recipe -> made.put(recipe.id(), recipe));
    known.episodes(episode.told().code()).stream()
        .limit(COMPARED)
        .map(earlier -> maker.common(earlier.episode(), episode))
        .forEach(common -> common.ifPresent(recipe -> made.put(recipe.id(), recipe)));
    var hits = new ArrayList<String>(made.keySet());
    var misses = new ArrayList<String>();
    for (Habit habit : known.all()) {
      String recipe = habit.recipe().id();
      if (!habit.recipe().code().equals(episode.told().code()) || made.containsKey(recipe)) {
        continue;
      }
      if (maker.repairs(habit.recipe(), episode)) {
        hits.add(recipe);
      } else if (episode.offered().contains(recipe)) {
        misses.add(recipe);
      }
    }
    List<Event.Support> supports =
        made.values().stream()
            .filter(recipe -> known.find(recipe.id()).isEmpty())
            .flatMap(recipe -> supports(recipe, known))
            .toList();
    return new Event.Learned(id, at, episode, List.copyOf(made.values()), hits, misses, supports);
  }

  /// The earlier episodes that a new recipe repairs as well.
  private Stream<Event.Support> supports(Recipe recipe, Habits known) {
    return known.episodes(recipe.code()).stream()
        .limit(COMPARED)
        .filter(earlier -> maker.repairs(recipe, earlier.episode()))
        .map(earlier -> new Event.Support(recipe.id(), earlier.id()));
  }
}
