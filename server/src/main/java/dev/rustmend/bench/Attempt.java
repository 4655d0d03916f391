package dev.rustmend.bench;

import dev.rustmend.syntax.Damage;
import dev.rustmend.syntax.ProgramShape;
import dev.rustmend.text.SourceText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one method made of one broken program.
///
/// Errors are counted by a plain `cargo check` before and after, which `seconds` and `compiles`
/// leave out of account; `seconds` is the wall-clock time of the method alone. `compiles` is how
/// often the method ran the compiler, -1 where that can not be seen from outside. `trail` says step
/// by step what the method did; `source` is the program that it left. `model` is what a language
/// model cost; results in the cache from before there was one have none.
record Attempt(
    int errorsBefore,
    int errorsAfter,
    double seconds,
    int compiles,
    Origin origin,
    List<String> trail,
    List<RecipeUse> uses,
    String source,
    @Nullable ModelCost model) {

  /// Whether it was measured in this run or comes from the cache.
  enum Origin {
    MEASURED,
    CACHED
  }

  Attempt {
    trail = List.copyOf(trail);
    uses = List.copyOf(uses);
  }

  /// This attempt, judged as a repair of `program`; `behavior` is what the result does.
  FixesReport.Outcome outcome(BrokenProgram program, Behavior behavior) {
    List<Damage> losses =
        ProgramShape.losses(SourceText.of(program.source()), SourceText.of(source)).stream()
            .filter(damage -> !damage.kind().isForTheErrorToJudge())
            .toList();
    return new FixesReport.Outcome(
        errorsBefore,
        errorsAfter,
        losses.stream().map(Damage::phrase).toList(),
        seconds,
        compiles,
        origin == Origin.CACHED,
        trail,
        uses,
        source,
        model == null ? ModelCost.NONE : model,
        behavior);
  }

  /// The same, marked as measured by an earlier run.
  Attempt cached() {
    return new Attempt(
        errorsBefore, errorsAfter, seconds, compiles, Origin.CACHED, trail, uses, source, model);
  }
}
