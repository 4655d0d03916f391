package dev.rustmend.knowledge;

import dev.rustmend.workspace.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// Which sources an index holds and in which state, kept in a file beside it, so that what is known
/// is not read again. Only a saving of work: each line names a passage that must be in the index,
/// so that a file that outlived its index is noticed.
final class Contents {
  private static final char TAB = '\t';

  /// What was written of one source. `witness` is the id of one of its passages; empty when it has
  /// none.
  record Line(String fingerprint, String witness) {}

  private final Path file;
  private final Map<String, Line> lines = new ConcurrentHashMap<>();

  private Contents(Path file) {
    this.file = file;
  }

  /// Reads the file; one that is missing or damaged says that nothing is known.
  static Contents read(Path folder) {
    var contents = new Contents(folder.resolve("contents.txt"));
    try {
      Files.readString(contents.file).lines().forEach(contents::add);
    } catch (IOException e) {
      contents.lines.clear();
    }
    return contents;
  }

  private void add(String line) {
    int first = line.indexOf(TAB);
    int second = line.indexOf(TAB, first + 1);
    if (first > 0 && second > 0) {
      lines.put(
          line.substring(0, first),
          new Line(line.substring(first + 1, second), line.substring(second + 1)));
    }
  }

  Optional<Line> of(String source) {
    return Optional.ofNullable(lines.get(source));
  }

  /// The sources that are known, in their order.
  java.util.List<String> sources() {
    return java.util.List.copyOf(new TreeMap<>(lines).keySet());
  }

  void clear() throws IOException {
    lines.clear();
    write();
  }

  void put(String source, Line line) throws IOException {
    lines.put(source, line);
    write();
  }

  void remove(String source) throws IOException {
    lines.remove(source);
    write();
  }

  private void write() throws IOException {
    var text = new StringBuilder();
    new TreeMap<>(lines)
        .forEach((source, line) ->
            text.append(source)
                .append(TAB)
                .append(line.fingerprint())
                .append(TAB)
                .append(line.witness())
                .append('\n'));
    AtomicFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
