package dev.rustmend.service;

import dev.rustmend.service.ServiceFailure.Kind;
import java.util.concurrent.Semaphore;

/// The turns of those who compile: a few at once, some more waiting, the rest refused. Safe to use
/// from any thread.
public final class Builds {
  private final Semaphore turns;
  private final Semaphore places;

  public Builds(Limits limits) {
    this.turns = new Semaphore(limits.builds(), true);
    this.places = new Semaphore(limits.builds() + limits.waiting());
  }

  /// A turn, until it is closed.
  public interface Turn extends AutoCloseable {
    @Override
    void close();
  }

  /// Waits for a turn. Throws [ServiceFailure] when too many wait already.
  public Turn turn(ProgressListener progress) throws InterruptedException {
    if (!places.tryAcquire()) {
      throw new ServiceFailure(
          Kind.BUSY, "too many builds are waiting; try again in a few seconds");
    }
    try {
      if (!turns.tryAcquire()) {
        progress.progress("waiting for other builds", 0, 0);
        turns.acquire();
      }
    } catch (InterruptedException e) {
      places.release();
      throw e;
    }
    return () -> {
      turns.release();
      places.release();
    };
  }
}
