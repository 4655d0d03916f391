package dev.rustmend.learn;

import dev.rustmend.workspace.AtomicFile;
import dev.rustmend.workspace.DataFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The log of what was learned: a file of lines to which events are appended, and the only truth
/// about them; all else can be made of it again.
///
/// Only its owner can read it. What [#append] has returned from is on the disk. Processes take
/// turns by the lock of a file beside it, which stays when the log is replaced. A line that a crash
/// has torn, one that is there twice and one that is not ours are left out and told of. Safe to use
/// from any thread.
public final class LearnedLog {
  private static final String NAME = "learned.jsonl";
  private static final String LOCK = "learned.lock";
  private static final int SHOWN = 40;

  private final Path folder;

  /// The log in `folder`, which need not exist yet.
  public LearnedLog(Path folder) {
    this.folder = folder;
  }

  /// The folder for what was learned: `RUSTMEND_LEARNED_DIR`, else `learned` in the user's
  /// [DataFolder].
  public static Path locate(Map<String, String> environment) {
    return DataFolder.locate(environment, "RUSTMEND_LEARNED_DIR", "learned");
  }

  /// The file of the log.
  public Path file() {
    return folder.resolve(NAME);
  }

  /// What tells one state of the file from another without reading it; empty where there is none.
  Optional<Object> stamp() {
    try {
      BasicFileAttributes now = Files.readAttributes(file(), BasicFileAttributes.class);
      return Optional.of(
          List.of(now.size(), now.lastModifiedTime(), String.valueOf(now.fileKey())));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// Puts `events` behind all others, so that they are on the disk when this returns. Throws
  /// [LogFailure] when that can not be done.
  public void append(List<Event> events) {
    if (events.isEmpty()) {
      return;
    }
    locked(() -> {
      try (FileChannel log =
          FileChannel.open(file(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        var text = new StringBuilder(endsInALine(log) ? "" : "\n");
        events.forEach(event -> text.append(LogLine.of(EventJson.of(event))).append('\n'));
        ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
        long at = log.size();
        while (bytes.hasRemaining()) {
          at += log.write(bytes, at);
        }
        log.force(true);
      }
    });
  }

  /// Everything that can be read. Throws [LogFailure] when the file itself can not.
  public LogContents read() {
    try {
      return Files.exists(file())
          ? contents(Files.readString(file(), StandardCharsets.UTF_8))
          : LogContents.EMPTY;
    } catch (java.nio.charset.MalformedInputException e) {
      return readLeniently();
    } catch (IOException e) {
      throw failure("read", e);
    }
  }

  /// Replaces the log, in one step that a crash can not tear, by what `keep` makes of its events.
  /// Damaged lines go; events of a kind that this version does not know stay. Throws [LogFailure].
  public void compact(UnaryOperator<List<Event>> keep) {
    locked(() -> {
      LogContents contents = read();
      var text = new StringBuilder();
      contents.unknown().forEach(line -> text.append(line).append('\n'));
      keep.apply(contents.events())
          .forEach(event -> text.append(LogLine.of(EventJson.of(event))).append('\n'));
      AtomicFile.write(file(), text.toString().getBytes(StandardCharsets.UTF_8));
    });
  }

  private LogContents readLeniently() {
    try {
      return contents(new String(Files.readAllBytes(file()), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw failure("read", e);
    }
  }

  private static LogContents contents(String text) {
    var events = new ArrayList<Event>();
    var problems = new ArrayList<String>();
    var unknown = new ArrayList<String>();
    var seen = new HashSet<String>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      Optional<String> json = LogLine.event(line);
      if (line.isBlank()) {
        continue;
      }
      if (json.isEmpty()) {
        boolean torn = line.startsWith("{\"sum\":");
        problems.add(
            "line %d is %s and is left out: %s"
                .formatted(i + 1, torn ? "torn" : "not one of rustmend's", shown(line)));
        continue;
      }
      Optional<Event> event = EventJson.read(json.get());
      if (event.isEmpty()) {
        unknown.add(line);
        problems.add("line %d is of another version and is left alone".formatted(i + 1));
      } else if (!seen.add(event.get().id())) {
        problems.add("line %d is there twice and counts once".formatted(i + 1));
      } else {
        events.add(event.get());
      }
    }
    return new LogContents(events, problems, unknown, lines.size());
  }

  private static String shown(String line) {
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN - 1) + "…";
  }

  private static boolean endsInALine(FileChannel log) throws IOException {
    if (log.size() == 0) {
      return true;
    }
    ByteBuffer last = ByteBuffer.allocate(1);
    return log.read(last, log.size() - 1) == 1 && last.get(0) == '\n';
  }

  private interface Work {
    void run() throws IOException;
  }

  /// Runs `work` while no other process writes. Threads of one process take turns by the monitor.
  private synchronized void locked(Work work) {
    try {
      Files.createDirectories(folder);
      create(file());
      create(folder.resolve(LOCK));
      try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE);
          FileLock _ = channel.lock()) {
        work.run();
      }
    } catch (IOException e) {
      throw failure("written", e);
    }
  }

  /// Makes an empty file that only its owner can read, where there is none.
  private static void create(Path file) throws IOException {
    if (Files.exists(file)) {
      return;
    }
    boolean posix = Files.getFileStore(file.getParent()).supportsFileAttributeView("posix");
    try {
      if (posix) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      } else {
        Files.createFile(file);
      }
    } catch (java.nio.file.FileAlreadyExistsException e) {
      return; // another process was faster
    }
    if (posix) {
      try (FileChannel parent = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
        parent.force(true);
      }
    }
  }

  private LogFailure failure(String what, IOException e) {
    return new LogFailure(
        "%s can not be %s (%s); make it readable and writable, or name another folder in RUSTMEND_LEARNED_DIR"
            .formatted(file(), what, e.getClass().getSimpleName()),
        e);
  }
}
