package dev.rustmend.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/// Workers that share a list of jobs, each at its own workplace.
final class Crew {
  private final List<Workplace> workplaces;

  Crew(List<Workplace> workplaces) {
    this.workplaces = List.copyOf(workplaces);
  }

  /// What is done with one item at one workplace.
  interface Task<T, R> {
    R run(T item, Workplace workplace) throws InterruptedException;
  }

  /// Runs `task` on every item and returns the results in the order of the items. The first failure
  /// stops all workers and is thrown; an interrupt of the caller stops them too.
  <T, R> List<R> work(List<T> items, Task<T, R> task) throws InterruptedException {
    var next = new AtomicInteger();
    var results = new AtomicReferenceArray<Optional<R>>(items.size());
    var failures = new ConcurrentLinkedQueue<RuntimeException>();
    together(workplace -> {
      try {
        for (int i = next.getAndIncrement(); i < items.size(); i = next.getAndIncrement()) {
          results.set(i, Optional.of(task.run(items.get(i), workplace)));
        }
      } catch (RuntimeException e) {
        next.set(items.size());
        failures.add(e);
      }
    });
    if (!failures.isEmpty()) {
      throw failures.element();
    }
    return IntStream.range(0, items.size()).mapToObj(i -> results.get(i).orElseThrow()).toList();
  }

  /// What one worker does until there is nothing left.
  private interface Shift {
    void run(Workplace workplace) throws InterruptedException;
  }

  private void together(Shift shift) throws InterruptedException {
    var workers = new ArrayList<Thread>();
    for (Workplace workplace : workplaces) {
      workers.add(
          Thread.ofVirtual()
              .name("bench-worker-" + workers.size())
              .start(() -> untilInterrupted(shift, workplace)));
    }
    try {
      for (Thread worker : workers) {
        worker.join();
      }
    } finally {
      // Those that are still at work are interrupted because the caller was.
      workers.forEach(Thread::interrupt);
    }
  }

  private static void untilInterrupted(Shift shift, Workplace workplace) {
    try {
      shift.run(workplace);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
