package dev.rustmend.learn;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The log as it was read last, and what it comes to. It is read again when its file has changed,
/// by whatever process. Safe to use from any thread.
final class Memory {
  private final LearnedLog log;
  private final Clock clock;
  private final Map<String, Habits> byProject = new HashMap<>();
  private final List<Consumer<List<Event>>> listeners = new CopyOnWriteArrayList<>();
  private Optional<Object> stamp = Optional.empty();
  private LogContents contents = LogContents.EMPTY;
  private @Nullable Habits everywhere;

  Memory(LearnedLog log, Clock clock) {
    this.log = log;
    this.clock = clock;
  }

  /// What is known from the project at `root`.
  synchronized Habits of(String root) {
    refresh();
    return byProject.computeIfAbsent(root, project -> habits(project::equals));
  }

  /// What is known from all projects.
  synchronized Habits everywhere() {
    refresh();
    Habits known = everywhere;
    if (known == null) {
      known = habits(_ -> true);
      everywhere = known;
    }
    return known;
  }

  /// What the log says.
  synchronized LogContents contents() {
    refresh();
    return contents;
  }

  /// Writes events, and tells who listens.
  void append(List<Event> events) {
    log.append(events);
    if (!events.isEmpty()) {
      listeners.forEach(listener -> listener.accept(events));
    }
  }

  /// Has `listener` hear of each event from now on, on the thread that writes it.
  void listen(Consumer<List<Event>> listener) {
    listeners.add(listener);
  }

  private Habits habits(Predicate<String> project) {
    return Habits.of(contents.events(), project, clock.millis());
  }

  private void refresh() {
    Optional<Object> now = log.stamp();
    if (!now.equals(stamp)) {
      contents = log.read();
      stamp = now;
      byProject.clear();
      everywhere = null;
    }
  }
}
