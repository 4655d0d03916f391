package dev.rustmend.verify;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One line of the [MirrorJournal]: a real path, and what the shadow has for it, if anything.
///
/// Fields are separated by tabs: kind (`D`, `C`, `L`, `T`, `-`), path, time placed, size, time
/// modified, inode, target of a link. Tabs, line breaks and backslashes in paths are escaped.
record JournalLine(Path real, Optional<Placed> placed) {
  private static final int FIELDS = 7;

  /// The line with its line break.
  String text() {
    return placed.map(this::text).orElseGet(() -> line("-", 0, Stamp.NONE, ""));
  }

  private String text(Placed thing) {
    return switch (thing.what()) {
      case Mirrored.Folder() -> line("D", thing.modified(), Stamp.NONE, "");
      case Mirrored.Copy(Stamp stamp) -> line("C", thing.modified(), stamp, "");
      case Mirrored.Link(Path target, Stamp stamp) ->
          line("L", thing.modified(), stamp, escape(target.toString()));
      case Mirrored.Text() -> line("T", thing.modified(), Stamp.NONE, "");
    };
  }

  private String line(String kind, long placed, Stamp stamp, String target) {
    return String.join(
        "\t",
        kind,
        escape(real.toString()),
        Long.toString(placed),
        Long.toString(stamp.size()),
        Long.toString(stamp.modified()),
        escape(stamp.inode()),
        target + "\n");
  }

  /// The line that `text` holds; empty when a crash cut it short.
  static Optional<JournalLine> parse(String text) {
    List<String> fields = List.of(text.split("\t", -1));
    if (fields.size() != FIELDS) {
      return Optional.empty();
    }
    try {
      Path real = Path.of(unescape(fields.get(1)));
      return fields.getFirst().equals("-")
          ? Optional.of(new JournalLine(real, Optional.empty()))
          : what(fields)
              .map(what ->
                  new JournalLine(
                      real, Optional.of(new Placed(what, Long.parseLong(fields.get(2))))));
    } catch (NumberFormatException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  void applyTo(Map<Path, Placed> entries) {
    if (placed.isPresent()) {
      entries.put(real, placed.get());
    } else {
      entries.remove(real);
    }
  }

  private static Optional<Mirrored> what(List<String> fields) {
    Stamp stamp =
        new Stamp(
            Long.parseLong(fields.get(3)), Long.parseLong(fields.get(4)), unescape(fields.get(5)));
    return switch (fields.getFirst()) {
      case "D" -> Optional.of(new Mirrored.Folder());
      case "C" -> Optional.of(new Mirrored.Copy(stamp));
      case "L" -> Optional.of(new Mirrored.Link(Path.of(unescape(fields.get(6))), stamp));
      case "T" -> Optional.of(new Mirrored.Text());
      default -> Optional.empty();
    };
  }

  private static String escape(String text) {
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
  }

  private static String unescape(String text) {
    var plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        i++;
        c = text.charAt(i);
        plain.append(c == 't' ? '\t' : c == 'n' ? '\n' : c);
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
