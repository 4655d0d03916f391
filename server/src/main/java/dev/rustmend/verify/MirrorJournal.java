package dev.rustmend.verify;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What the shadow holds, written down so that the next session need not compare contents and knows
/// which files a killed session left with the text of an editor in them.
///
/// One line for each change; the last one about a path counts. A line about a copy is written after
/// the copy stands, a line about an editor's text before: a crash between makes the next session
/// place the file once more, never believe in a file that is not there.
final class MirrorJournal implements AutoCloseable {
  private final Path file;
  private final Map<Path, Placed> entries;
  private final BufferedWriter writer;

  private MirrorJournal(Path file, Map<Path, Placed> entries, BufferedWriter writer) {
    this.file = file;
    this.entries = entries;
    this.writer = writer;
  }

  /// Reads the journal in `file`, drops what later lines overrule, and goes on with it.
  static MirrorJournal open(Path file) throws IOException {
    Map<Path, Placed> entries = read(file);
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try (BufferedWriter compact = Files.newBufferedWriter(fresh)) {
      for (var entry : entries.entrySet()) {
        compact.write(new JournalLine(entry.getKey(), Optional.of(entry.getValue())).text());
      }
    }
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    return new MirrorJournal(
        file, entries, Files.newBufferedWriter(file, StandardOpenOption.APPEND));
  }

  /// What the journal said when it was opened.
  Map<Path, Placed> entries() {
    return Map.copyOf(entries);
  }

  void placed(Path real, Placed placed) throws IOException {
    writer.write(new JournalLine(real, Optional.of(placed)).text());
  }

  /// The shadow no longer has anything for `real`.
  void forgotten(Path real) throws IOException {
    writer.write(new JournalLine(real, Optional.empty()).text());
  }

  /// Makes sure that all lines are in the file.
  void flush() throws IOException {
    writer.flush();
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  @Override
  public String toString() {
    return file.toString();
  }

  private static Map<Path, Placed> read(Path file) throws IOException {
    var entries = new HashMap<Path, Placed>();
    if (!Files.exists(file)) {
      return entries;
    }
    for (String line : Files.readAllLines(file)) {
      JournalLine.parse(line).ifPresent(parsed -> parsed.applyTo(entries));
    }
    return entries;
  }
}
