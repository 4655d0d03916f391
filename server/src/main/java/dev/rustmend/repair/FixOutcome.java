package dev.rustmend.repair;

import dev.rustmend.cargo.CargoFailure;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.UnifiedDiff;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// What the loop of `fix` came to. Nothing has been written: `changes` holds each changed file with
/// its text before and after, for the caller to write. `withheld` are the verified fixes that take
/// something from the program, so that a person has to decide; `model` is what a language model
/// made of the errors that nothing else repaired.
public record FixOutcome(
    Report before,
    Report after,
    SortedMap<Path, Change> changes,
    List<AuditRecord> audit,
    List<Withheld> withheld,
    List<ModelAttempt> model,
    int rounds,
    int compiles,
    Optional<CargoFailure> failure) {

  /// A file's text before and after; nothing before when the file is new.
  public record Change(Optional<SourceText> old, SourceText after) {

    /// The text before; no text when the file is new.
    public SourceText before() {
      return old.orElseGet(() -> SourceText.of(""));
    }

    /// Whether the file was not there before.
    public boolean isNew() {
      return old.isEmpty();
    }

    /// The change as a unified diff in which the file is called `name`.
    public List<String> diff(String name) {
      return isNew()
          ? UnifiedDiff.ofNewFile(name, after)
          : UnifiedDiff.lines(name, before(), after);
    }
  }

  public FixOutcome {
    changes = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(changes)));
    audit = List.copyOf(audit);
    withheld = List.copyOf(withheld);
    model = List.copyOf(model);
  }

  /// What is left to write for somebody who has written the changes of `earlier`, which the same
  /// run had come to before.
  public SortedMap<Path, Change> changesSince(FixOutcome earlier) {
    var paths = new TreeSet<Path>(changes.keySet());
    paths.addAll(earlier.changes.keySet());
    var since = new TreeMap<Path, Change>();
    for (Path path : paths) {
      Optional<Change> now = Optional.ofNullable(changes.get(path));
      Optional<Change> then = Optional.ofNullable(earlier.changes.get(path));
      Optional<SourceText> written = then.map(Change::after).or(() -> now.flatMap(Change::old));
      SourceText wanted = now.map(Change::after).or(() -> then.map(Change::before)).orElseThrow();
      if (!written.equals(Optional.of(wanted))) {
        since.put(path, new Change(written, wanted));
      }
    }
    return since;
  }

  /// What cargo's failure was and what to do, for people; empty when cargo did its work.
  public Optional<String> failureSentence() {
    return failure.map(CargoFailure::sentence);
  }

  /// Whether no error is left.
  public boolean isClean() {
    return failure.isEmpty() && after.errors() == 0;
  }
}
