package dev.rustmend.proof;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// Does many pieces of work, several at a time.
final class Workers {
  private Workers() {}

  /// What is done with one piece by worker number `worker`.
  interface Work<T> {
    void on(T piece, int worker) throws InterruptedException;
  }

  /// Does `work` on all pieces, `jobs` at a time, and returns when all are done. The first failure
  /// ends the others and is thrown.
  static <T> void each(int jobs, Collection<T> pieces, Work<T> work, Prover.Listener listener)
      throws InterruptedException {
    var queue = new ConcurrentLinkedQueue<>(pieces);
    var done = new AtomicInteger();
    var failures = new ConcurrentLinkedQueue<RuntimeException>();
    List<Thread> threads = new ArrayList<>();
    for (int worker = 0; worker < jobs; worker++) {
      int number = worker;
      threads.add(
          Thread.ofVirtual()
              .name("prover-" + worker)
              .start(() -> {
                try {
                  for (T piece = queue.poll(); piece != null; piece = queue.poll()) {
                    work.on(piece, number);
                    listener.done(done.incrementAndGet(), pieces.size());
                  }
                } catch (InterruptedException _) {
                  Thread.currentThread().interrupt();
                } catch (RuntimeException e) {
                  failures.add(e);
                  queue.clear();
                }
              }));
    }
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } finally {
      threads.forEach(Thread::interrupt);
    }
    if (!failures.isEmpty()) {
      throw failures.element();
    }
  }
}
