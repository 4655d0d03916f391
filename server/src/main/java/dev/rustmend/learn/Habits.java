package dev.rustmend.learn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// What all events of a log come to: the recipes that are known, with their evidence, and the
/// hashes of what `rustmend fix` wrote.
public final class Habits {
  private final Map<String, Habit> byId;
  private final List<Event.Learned> episodes;
  private final Set<String> written;

  private Habits(Map<String, Habit> byId, List<Event.Learned> episodes, Set<String> written) {
    this.byId = Map.copyOf(byId);
    this.episodes = List.copyOf(episodes);
    this.written = Set.copyOf(written);
  }

  /// What is known from the projects that `project` accepts (by their root folder), at the time
  /// `now` in milliseconds.
  public static Habits of(List<Event> events, Predicate<String> project, long now) {
    var fold = new Fold(now);
    for (Event event : LiveEvents.of(events)) {
      switch (event) {
        case Event.Learned learned when project.test(learned.episode().project()) ->
            fold.learned(learned);
        case Event.Judged judged when project.test(judged.project()) -> fold.judged(judged);
        case Event.Learned _, Event.Judged _, Event.Forgotten _ -> {}
        case Event.Imported imported -> fold.imported(imported);
        case Event.Written it -> fold.written.addAll(it.sha256());
      }
    }
    return new Habits(fold.habits(), List.copyOf(fold.episodes), fold.written);
  }

  /// All of them, trusted ones first, then the most special.
  public List<Habit> all() {
    return byId.values().stream().sorted(bestFirst()).toList();
  }

  /// Those that are offered, and so worth giving to others.
  public List<Habit> established() {
    return all().stream().filter(habit -> habit.isEstablished() && !habit.isMuted()).toList();
  }

  /// Those for errors with this code that are not muted, in the same order.
  List<Habit> about(String code) {
    return byId.values().stream()
        .filter(habit -> habit.recipe().code().equals(code) && !habit.isMuted())
        .sorted(bestFirst())
        .toList();
  }

  /// The one with this id, or with an id that ends so.
  public Optional<Habit> find(String id) {
    return Optional.ofNullable(byId.get(id))
        .or(() ->
            byId.values().stream()
                .filter(habit -> habit.recipe().id().endsWith("/" + id))
                .findFirst());
  }

  /// The episodes about errors with this code, newest first.
  List<Event.Learned> episodes(String code) {
    return episodes.stream()
        .filter(event -> event.episode().told().code().equals(code))
        .sorted(Comparator.comparingLong(Event.Learned::at))
        .toList()
        .reversed();
  }

  /// All episodes that are not forgotten, oldest first.
  public List<Event.Learned> episodes() {
    return episodes.stream().sorted(Comparator.comparingLong(Event.Learned::at)).toList();
  }

  /// How many repairs were recorded and are not forgotten.
  public int countOfEpisodes() {
    return episodes.size();
  }

  boolean wroteIt(String sha256) {
    return written.contains(sha256);
  }

  private static Comparator<Habit> bestFirst() {
    return Comparator.comparing((Habit habit) -> !habit.isTrusted())
        .thenComparing(habit -> !habit.isEstablished())
        .thenComparingInt(habit -> habit.recipe().generality())
        .thenComparingDouble(habit -> -habit.bound())
        .thenComparing(habit -> habit.recipe().id());
  }

  /// What the events so far come to. Confined to its thread.
  private static final class Fold {
    private final long now;
    private final Map<String, Recipe> recipes = new LinkedHashMap<>();
    private final Map<String, List<Event.Learned>> repairs = new LinkedHashMap<>();
    private final Map<String, Evidence> evidence = new LinkedHashMap<>();
    private final Map<String, Integer> taken = new LinkedHashMap<>();
    private final Map<String, Integer> offered = new LinkedHashMap<>();
    private final Map<String, Event.Imported> imported = new LinkedHashMap<>();
    private final List<Event.Learned> episodes = new ArrayList<>();
    private final Set<String> written = new HashSet<>();

    Fold(long now) {
      this.now = now;
    }

    void learned(Event.Learned event) {
      episodes.add(event);
      double weight = Evidence.weight(event.at(), now);
      event.recipes().forEach(recipe -> recipes.putIfAbsent(recipe.id(), recipe));
      event.hits().forEach(id -> hit(id, event));
      for (Event.Support support : event.supports()) {
        episodes.stream()
            .filter(earlier -> earlier.id().equals(support.event()))
            .findFirst()
            .ifPresent(earlier -> hit(support.recipe(), earlier));
      }
      event.misses().forEach(id -> add(id, 0, weight));
      event.episode().offered().forEach(id -> offered.merge(id, 1, Integer::sum));
      if (!event.episode().taken().isEmpty()) {
        taken.merge(event.episode().taken(), 1, Integer::sum);
      }
    }

    /// The same repair of the same text, done once more, is no second one.
    private void hit(String recipe, Event.Learned event) {
      List<Event.Learned> so = repairs.computeIfAbsent(recipe, _ -> new ArrayList<>());
      if (so.stream().noneMatch(other -> other.episode().repeats(event.episode()))) {
        so.add(event);
        add(recipe, Evidence.weight(event.at(), now), 0);
      }
    }

    void judged(Event.Judged event) {
      double weight = Evidence.weight(event.at(), now);
      switch (event.feedback()) {
        case TAKEN -> taken.merge(event.recipe(), 1, Integer::sum);
        case KEPT -> add(event.recipe(), weight / 2, 0);
        case UNDONE -> add(event.recipe(), 0, 2 * weight);
        case NOT_USEFUL -> add(event.recipe(), 0, 3 * weight);
      }
    }

    void imported(Event.Imported event) {
      recipes.put(event.recipe().id(), event.recipe());
      imported.put(event.recipe().id(), event);
    }

    private void add(String id, double good, double bad) {
      Evidence before = evidence.getOrDefault(id, Evidence.NONE);
      evidence.put(id, before.plus(good, bad));
    }

    Map<String, Habit> habits() {
      var habits = new LinkedHashMap<String, Habit>();
      recipes.forEach((id, recipe) -> {
        if (repairs.containsKey(id) || imported.containsKey(id)) {
          habits.put(
              id,
              new Habit(
                  recipe,
                  Objects.requireNonNullElse(repairs.get(id), List.<Event.Learned>of()).stream()
                      .sorted(Comparator.comparingLong(Event.Learned::at))
                      .toList(),
                  taken.getOrDefault(id, 0),
                  offered.getOrDefault(id, 0),
                  evidence.getOrDefault(id, Evidence.NONE),
                  Optional.ofNullable(imported.get(id))));
        }
      });
      return habits;
    }
  }
}
