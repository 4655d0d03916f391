package dev.rustmend.learn;

import dev.rustmend.diagnostic.DiagnosticKey;
import dev.rustmend.text.Difference;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextEdit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// What becomes of learned fixes that the user took: still there at the next commit, or taken back.
/// Used by one thread at a time.
final class Aftermath {
  private static final int MOST = 50;

  private final List<Taken> taken = new ArrayList<>();

  private record Taken(
      String recipe,
      DiagnosticKey error,
      Path file,
      SourceText before,
      List<String> lines,
      String head) {}

  /// Remembers a repair, if it was a learned fix that the user took.
  void remember(ErrorWatch.Ended ended, Episode episode) {
    Optional<SourceText> before = ended.error().seen().text(ended.file());
    Optional<SourceText> after = ended.gone().text(ended.file());
    if (!isWatched(episode.taken()) || before.isEmpty() || after.isEmpty()) {
      return;
    }
    List<String> lines =
        Difference.edits(before.get(), after.get()).stream()
            .map(TextEdit::newText)
            .flatMap(String::lines)
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .toList();
    taken.add(
        new Taken(
            episode.taken(),
            ended.error().key(),
            ended.file(),
            before.get(),
            lines,
            ended.gone().head()));
    if (taken.size() > MOST) {
      taken.removeFirst();
    }
  }

  /// What was learned here, or by others of the team.
  private static boolean isWatched(String origin) {
    return origin.startsWith("learned/") || origin.startsWith("team:");
  }

  /// What the next state says of those that are remembered.
  List<Event> next(Sighting sighting, String project, long at) {
    var events = new ArrayList<Event>();
    Iterator<Taken> each = taken.iterator();
    while (each.hasNext()) {
      Taken one = each.next();
      Optional<SourceText> text = sighting.text(one.file());
      boolean isBack =
          sighting.errors().containsKey(one.error())
              || text.filter(one.before()::equals).isPresent();
      boolean committed = !sighting.head().equals(one.head());
      if (isBack || committed) {
        each.remove();
        boolean kept = !isBack && text.filter(now -> holds(now, one.lines())).isPresent();
        Event.Feedback feedback = kept ? Event.Feedback.KEPT : Event.Feedback.UNDONE;
        events.add(new Event.Judged(Learning.newId(), at, project, one.recipe(), feedback));
      }
    }
    return events;
  }

  private static boolean holds(SourceText text, List<String> lines) {
    List<String> now = text.string().lines().map(String::strip).toList();
    return now.containsAll(lines);
  }
}
