package dev.rustmend.cli;

import dev.rustmend.repair.AuditRecord;
import dev.rustmend.repair.FixListener;
import dev.rustmend.repair.FixOutcome;
import dev.rustmend.repair.ModelSample;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// Writes what `fix` has come to before it asks a language model, so that it is not lost when
/// somebody loses patience with the model. What the model adds is written on top of it.
final class SettledFixes {
  private final Writer writer;
  private @Nullable FixOutcome settled;

  /// Writes changed files, or only looks at them.
  interface Writer {
    void write(SortedMap<Path, FixOutcome.Change> changes) throws InterruptedException;
  }

  SettledFixes(Writer writer) {
    this.writer = writer;
  }

  /// A listener for the loop; `shown` hears all that it hears, of what was settled after it was
  /// written.
  FixListener before(FixListener shown) {
    return new FixListener() {
      @Override
      public void tried(AuditRecord record) {
        shown.tried(record);
      }

      @Override
      public void answered(ModelSample sample) {
        shown.answered(sample);
      }

      @Override
      public void settled(FixOutcome soFar) throws InterruptedException {
        // before it is written: an interrupt counts only when all of it is
        settled = soFar;
        writer.write(soFar.changes());
        shown.settled(soFar);
      }
    };
  }

  /// What was written before a model was asked; empty when none was asked, or nothing was changed.
  Optional<FixOutcome> written() {
    return Optional.ofNullable(settled).filter(outcome -> !outcome.changes().isEmpty());
  }

  /// Writes what is not written yet of `outcome`.
  void finish(FixOutcome outcome) throws InterruptedException {
    writer.write(written().map(outcome::changesSince).orElseGet(outcome::changes));
  }
}
