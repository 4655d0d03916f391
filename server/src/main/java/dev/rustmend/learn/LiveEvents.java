package dev.rustmend.learn;

import java.util.ArrayList;
import java.util.List;

/// The events that still count once what was to be forgotten is gone.
final class LiveEvents {
  private LiveEvents() {}

  /// `events` without those that a later one forgets, and without the latter. To forget a recipe is
  /// to forget the repairs that it is known from.
  static List<Event> of(List<Event> events) {
    var live = new ArrayList<Event>();
    for (Event event : events) {
      if (event instanceof Event.Forgotten forgotten) {
        forgotten.what().forEach(what -> live.removeIf(earlier -> isAbout(earlier, what)));
      } else {
        live.add(event);
      }
    }
    return List.copyOf(live);
  }

  private static boolean isAbout(Event event, String what) {
    return switch (event) {
      case Event.Learned learned ->
          learned.hits().contains(what)
              || what.equals(Event.Forgotten.PROJECT + learned.episode().project());
      case Event.Judged judged ->
          judged.recipe().equals(what) || what.equals(Event.Forgotten.PROJECT + judged.project());
      case Event.Imported imported -> imported.recipe().id().equals(what);
      case Event.Forgotten _, Event.Written _ -> false;
    };
  }
}
