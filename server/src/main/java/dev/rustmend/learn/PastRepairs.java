package dev.rustmend.learn;

import dev.rustmend.text.SourceText;
import dev.rustmend.text.UnifiedDiff;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The user's own past repairs of one kind of error, for an explanation.
final class PastRepairs {
  private static final int SHOWN = 3;
  private static final int MOST_LINES = 16;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  private PastRepairs() {}

  /// A section about the newest of `episodes`, which are newest first; empty where there are none.
  static String markdown(List<Event.Learned> episodes) {
    var lines = new ArrayList<String>();
    for (Event.Learned event : episodes.stream().limit(SHOWN).toList()) {
      Episode episode = event.episode();
      lines.add("");
      lines.add(
          "`%s`, %s%s: %s"
              .formatted(
                  episode.file(),
                  DAY.format(Instant.ofEpochMilli(event.at()).atZone(ZoneId.systemDefault())),
                  episode.commit().isEmpty() ? "" : ", commit `" + shortId(episode) + "`",
                  episode.told().message().replace("\n", " ")));
      lines.add("");
      lines.add("```diff");
      lines.addAll(diff(episode));
      lines.add("```");
    }
    return lines.isEmpty()
        ? ""
        : "\n## As you repaired it before\n" + String.join("\n", lines) + "\n";
  }

  private static String shortId(Episode episode) {
    return episode.commit().substring(0, Math.min(8, episode.commit().length()));
  }

  /// The lines that differ in all files of the episode, without the headers.
  static List<String> diff(Episode episode) {
    var lines = new ArrayList<String>();
    lines.addAll(diff(episode.file(), episode.before(), episode.after()));
    episode.others().forEach(it -> lines.addAll(diff(it.file(), it.before(), it.after())));
    return lines.stream().limit(MOST_LINES).toList();
  }

  private static List<String> diff(String file, String before, String after) {
    return UnifiedDiff.lines(file, SourceText.of(before), SourceText.of(after)).stream()
        .filter(
            line -> !line.startsWith("@@") && !line.startsWith("---") && !line.startsWith("+++"))
        .toList();
  }
}
