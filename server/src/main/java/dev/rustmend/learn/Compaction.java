package dev.rustmend.learn;

import java.util.List;

/// Which events of a log are still needed.
final class Compaction {
  private static final long DAY = 86_400_000L;
  private static final long KEPT_DAYS = 730;

  private Compaction() {}

  /// `events` without what was forgotten, without what `fix` wrote more than a day ago, and without
  /// what is older than two years.
  static List<Event> of(List<Event> events, long now) {
    return LiveEvents.of(events).stream().filter(event -> isNeeded(event, now)).toList();
  }

  private static boolean isNeeded(Event event, long now) {
    return switch (event) {
      case Event.Learned _, Event.Judged _ -> now - event.at() < KEPT_DAYS * DAY;
      case Event.Written _ -> now - event.at() < DAY;
      case Event.Imported _, Event.Forgotten _ -> true;
    };
  }
}
