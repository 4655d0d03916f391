package dev.rustmend.learn;

import dev.rustmend.workspace.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What is known about the commits of one history, in a file of the cache, so that a run that was
/// ended goes on from there. Used by one thread at a time.
final class HistoryNotes {
  private static final String PAIR = "pair ";

  private final Path file;
  private final Map<String, String> known = new LinkedHashMap<>();

  /// What the compiler said of a commit.
  enum State {
    CLEAN,
    ERRORS,
    /// cargo can not even begin: a dependency is not on this machine, a manifest is broken.
    UNUSABLE
  }

  HistoryNotes(Path file) {
    this.file = file;
    try {
      if (Files.exists(file)) {
        Files.readString(file).lines().forEach(this::add);
      }
    } catch (IOException e) {
      known.clear(); // only work is lost
    }
  }

  private void add(String line) {
    int at = line.lastIndexOf('\t');
    if (at > 0) {
      known.put(line.substring(0, at), line.substring(at + 1));
    }
  }

  Optional<State> state(Commit commit) {
    return switch (known.getOrDefault(commit.id(), "")) {
      case "CLEAN" -> Optional.of(State.CLEAN);
      case "ERRORS" -> Optional.of(State.ERRORS);
      case "UNUSABLE" -> Optional.of(State.UNUSABLE);
      default -> Optional.empty();
    };
  }

  void put(Commit commit, State state) {
    known.put(commit.id(), state.name());
    write();
  }

  /// Whether everything was learned from what `commit` changed.
  boolean isDone(Commit commit) {
    return known.containsKey(PAIR + commit.id());
  }

  void done(Commit commit) {
    known.put(PAIR + commit.id(), "done");
    write();
  }

  private void write() {
    var text = new StringBuilder();
    known.forEach((key, value) -> text.append(key).append('\t').append(value).append('\n'));
    try {
      AtomicFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(
          file + " can not be written; make the cache folder writable or name another one", e);
    }
  }
}
