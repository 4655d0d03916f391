package dev.rustmend.bench;

import java.util.concurrent.atomic.AtomicInteger;

/// Hears how a benchmark goes on. Called from several threads, never two calls at once.
public interface BenchListener {

  /// `done` of `total` steps of `stage` are done; `detail` names the step that ended last.
  void progress(String stage, int done, int total, String detail);

  /// One more of `total` steps is done, `done` before it; for workers that share the count.
  default void step(String stage, AtomicInteger done, int total, String detail) {
    synchronized (done) {
      progress(stage, done.incrementAndGet(), total, detail);
    }
  }

  /// Hears nothing.
  static BenchListener silent() {
    return (_, _, _, _) -> {};
  }
}
