package dev.rustmend.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

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
  /// stops all workers and is thrown; so does an interrupt of the caller.
  <T, R> List<R> work(List<T> items, Task<T, R> task) throws InterruptedException {
    var shift = new Shift<>(items, task);
    var workers = new ArrayList<Thread>();
    for (Workplace workplace : workplaces) {
      workers.add(
          Thread.ofVirtual()
              .name("bench-worker-" + workers.size())
              .start(() -> shift.run(workplace)));
    }
    try {
      for (Thread worker : workers) {
        worker.join();
      }
    } finally {
      workers.forEach(Thread::interrupt);
    }
    return shift.results();
  }

  /// One list of items on its way through the crew.
  private static final class Shift<T, R> {
    private final List<T> items;
    private final Task<T, R> task;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReferenceArray<Optional<R>> results;
    private final List<RuntimeException> failures = new ArrayList<>();

    Shift(List<T> items, Task<T, R> task) {
      this.items = items;
      this.task = task;
      this.results = new AtomicReferenceArray<>(items.size());
    }

    void run(Workplace workplace) {
      try {
        for (int i = next.getAndIncrement(); i < items.size(); i = next.getAndIncrement()) {
          results.set(i, Optional.of(task.run(items.get(i), workplace)));
        }
      } catch (InterruptedException e) {
        next.set(items.size());
      } catch (RuntimeException e) {
        next.set(items.size());
        synchronized (failures) {
          failures.add(e);
        }
      }
    }

    List<R> results() {
      synchronized (failures) {
        if (!failures.isEmpty()) {
          throw failures.getFirst();
        }
      }
      var list = new ArrayList<R>();
      for (int i = 0; i < results.length(); i++) {
        list.add(results.get(i).orElseThrow());
      }
      return List.copyOf(list);
    }
  }
}
