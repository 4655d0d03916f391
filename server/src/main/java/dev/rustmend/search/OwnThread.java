package dev.rustmend.search;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Runs what must not be interrupted on a thread of its own.
///
/// An interrupt closes the file that a thread is just using, and Lucene's writer gives itself up
/// when that happens to it. So the caller can be interrupted while it waits; the work goes on and
/// ends.
final class OwnThread {
  private OwnThread() {}

  /// Some work that reads or writes files.
  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException;
  }

  private record Outcome<T>(@Nullable T value, @Nullable Throwable failure) {}

  static <T> T call(String name, Work<T> work) throws IOException, InterruptedException {
    var outcome = new AtomicReference<@Nullable Outcome<T>>();
    Thread.ofVirtual().name(name).start(() -> outcome.set(run(work))).join();
    Outcome<T> ended = outcome.get();
    if (ended == null) {
      throw new IllegalStateException(name + " ended without an outcome");
    }
    T value = ended.value();
    if (value != null) {
      return value;
    }
    switch (ended.failure()) {
      case IOException e -> throw new IOException(e.getMessage(), e);
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case null, default -> throw new IllegalStateException(name, ended.failure());
    }
  }

  @SuppressWarnings("CatchingUnchecked")
  private static <T> Outcome<T> run(Work<T> work) {
    try {
      return new Outcome<>(work.run(), null);
    } catch (IOException | RuntimeException | Error e) {
      return new Outcome<>(null, e);
    }
  }
}
