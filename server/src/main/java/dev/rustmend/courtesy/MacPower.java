package dev.rustmend.courtesy;

import dev.rustmend.cargo.Tools;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/// What macOS's `pmset` says, asked for at most once in ten seconds, since a process must be
/// started for it.
final class MacPower implements Power {
  private static final long GOOD_FOR = Duration.ofSeconds(10).toNanos();
  private static final Duration LIMIT = Duration.ofSeconds(2);

  private final Path program;
  private final LongSupplier nanos;
  private Source known = Source.UNKNOWN;
  private long until;

  /// `program` is macOS's own, and `nanos` is [System#nanoTime], but for tests.
  MacPower(Path program, LongSupplier nanos) {
    this.program = program;
    this.nanos = nanos;
    this.until = nanos.getAsLong();
  }

  @Override
  public synchronized Source source() throws InterruptedException {
    long now = nanos.getAsLong();
    if (now - until >= 0) {
      known = ask();
      until = now + GOOD_FOR;
    }
    return known;
  }

  private Source ask() throws InterruptedException {
    try {
      var command = List.of(program.toString(), "-g", "batt");
      Tools.Run run = new Tools(Map.of()).run(Path.of("/"), command, Map.of(), LIMIT);
      if (!run.succeeded()) {
        return Source.UNKNOWN;
      }
      return run.output().contains("'Battery Power'") ? Source.BATTERY : Source.MAINS;
    } catch (UncheckedIOException e) {
      return Source.UNKNOWN;
    }
  }
}
