package dev.rustmend.bench;

import dev.rustmend.bench.FixesBenchRequest.Baselines;
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
    Measurement measurement = Measurement.of(method, scratch);
    return new Attempt(
        measurement.errorsBefore(),
        measurement.errorsAfter(),
        measurement.seconds(),
        measurement.steps().compiles(),
        Attempt.Origin.MEASURED,
        measurement.steps().trail(),
        measurement.steps().uses(),
        scratch.read(),
        measurement.steps().model());
  }
}
