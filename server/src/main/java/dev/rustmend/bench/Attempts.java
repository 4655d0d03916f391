package dev.rustmend.bench;

import dev.rustmend.bench.FixesBenchRequest.Baselines;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Lets methods try programs, measures them, and keeps the results of the baselines.
final class Attempts {
  private final ResultCache cache;
  private final Baselines baselines;

  Attempts(ResultCache cache, Baselines baselines) {
    this.cache = cache;
    this.baselines = baselines;
  }

  Attempt of(Method method, BrokenProgram program, Workplace workplace)
      throws InterruptedException {
    List<String> key = List.of(method.name(), method.revision(), program.contentHash());
    boolean keeps = !method.revision().isEmpty();
    if (keeps && baselines == Baselines.CACHED) {
      Optional<Attempt> known = cache.get("attempt-2", key, Attempt.class);
      if (known.isPresent()) {
        return known.get().cached();
      }
    }
    Attempt attempt = measured(method, workplace.with(program));
    if (keeps) {
      cache.put("attempt-2", key, attempt);
    }
    return attempt;
  }

  private static Attempt measured(Method method, ScratchPackage scratch)
      throws InterruptedException {
    int before = scratch.errors().size();
    long start = System.nanoTime();
    Method.Steps steps = steps(method, scratch);
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Attempt(
        before,
        scratch.errors().size(),
        seconds,
        steps.compiles(),
        Attempt.Origin.MEASURED,
        steps.trail(),
        steps.uses(),
        scratch.read());
  }

  /// A method that breaks down has done nothing for this program, and the benchmark goes on.
  private static Method.Steps steps(Method method, ScratchPackage scratch)
      throws InterruptedException {
    try {
      return method.repair(scratch);
    } catch (RuntimeException e) {
      var trail = new ArrayList<String>();
      trail.add("broke down: " + e);
      Arrays.stream(e.getStackTrace()).limit(8).forEach(frame -> trail.add("  at " + frame));
      return new Method.Steps(-1, trail);
    }
  }
}
