package dev.rustmend.verify;

import dev.rustmend.cargo.CheckOutcome.Checked;
import dev.rustmend.diagnostic.CrateId;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.DiagnosticKey;
import dev.rustmend.diagnostic.Phase;
import dev.rustmend.diagnostic.Span;
import dev.rustmend.text.Patch;
import dev.rustmend.text.TextEdit;
import dev.rustmend.text.TextRange;
import dev.rustmend.workspace.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What one compile of several changes tells about each of them.
///
/// An error that the group introduced is blamed on the change that wrote its place, if there is
/// just one; then that change has failed. Changes that only might have brought it are *unclear*.
/// For the others the compile counts as much as one of their own would, as long as the new errors
/// hide nothing from them that the errors which they stand for did not hide.
final class GroupReport {
  private final BaseCheck base;
  private final List<Change> changes;
  private final Patch patch;
  private final Snapshot then;
  private final Checked after;
  private final Comparison comparison;
  private final Bodies bodies;
  private final Map<CrateId, Map<DiagnosticKey, Long>> gone = new HashMap<>();
  private final Map<Diagnostic, Set<Change>> suspects = new LinkedHashMap<>();
  private final Map<Diagnostic, Change> culprits = new LinkedHashMap<>();

  /// `patch` is that of all `changes` together, `after` what the compiler said of `then`, the
  /// base's snapshot with it.
  GroupReport(BaseCheck base, List<Change> changes, Patch patch, Snapshot then, Checked after) {
    this.base = base;
    this.changes = changes;
    this.patch = patch;
    this.then = then;
    this.after = after;
    this.comparison = new Comparison(base, patch, then, after);
    this.bodies = new Bodies(then::read);
    comparison.introduced().forEach(this::blame);
  }

  /// Whether the group as a whole is fine: every target is gone and nothing was introduced.
  boolean holds() {
    return comparison.introduced().isEmpty()
        && changes.stream().allMatch(change -> remaining(change).isEmpty());
  }

  /// The verdict on each trial of `change`; empty when it has to be compiled without the others.
  Optional<Map<Trial, Verdict>> verdicts(Change change) {
    var verdicts = new LinkedHashMap<Trial, Verdict>();
    Optional<Diagnostic> brought =
        culprits.entrySet().stream()
            .filter(entry -> entry.getValue().equals(change))
            .map(Map.Entry::getKey)
            .findFirst();
    for (Trial trial : change.trials()) {
      if (brought.isPresent()) {
        verdicts.put(trial, Verdict.Rejected.introducing(brought.get()));
      } else if (!isClear(change, trial)) {
        return Optional.empty();
      } else {
        verdicts.put(trial, verdict(change, trial));
      }
    }
    return Optional.of(verdicts);
  }

  /// Changes that certainly or possibly brought an error, or did not remove theirs.
  Set<Change> blamed() {
    var blamed = new LinkedHashSet<Change>(culprits.values());
    suspects.values().forEach(blamed::addAll);
    changes.stream().filter(change -> !remaining(change).isEmpty()).forEach(blamed::add);
    return blamed;
  }

  private List<Diagnostic> remaining(Change change) {
    return change.targets().stream().filter(target -> !isGone(target)).toList();
  }

  private boolean isGone(Diagnostic target) {
    return target.isError() ? comparison.isGone(target) : warnings().gone().contains(target);
  }

  private Matching warnings() {
    return Matching.of(
        Judgment.warnings(base.checked()), Judgment.warnings(after), base.snapshot(), then, patch);
  }

  private Verdict verdict(Change change, Trial trial) {
    Diagnostic target = trial.target();
    int before = comparison.before(target);
    if (!isGone(target)) {
      return target.isError()
          ? Verdict.Rejected.remaining()
          : new Verdict.Rejected("the warning remains");
    }
    boolean only =
        changes.stream()
            .filter(other -> !other.equals(change))
            .flatMap(other -> other.targets().stream())
            .noneMatch(other -> other.crate().equals(target.crate()));
    int left = only || !target.isError() ? comparison.after(target) : before - own(change, target);
    return left == 0 && comparison.after(target) == 0
        ? new Verdict.Compiles(before, 0, doubt(target))
        : new Verdict.Advances(before, Math.max(left, 1));
  }

  private Optional<String> doubt(Diagnostic target) {
    return target.isError() ? Judgment.doubt(base, patch, then, after) : Optional.empty();
  }

  /// How many errors of the target's crate are gone because of `change`: its targets, and errors
  /// that equal one of them in all but the place.
  private int own(Change change, Diagnostic target) {
    Set<DiagnosticKey> keys = new LinkedHashSet<>();
    change.targets().forEach(t -> keys.add(DiagnosticKey.of(t, base.snapshot()::read)));
    return keys.stream()
        .mapToInt(key -> goneOf(target.crate()).getOrDefault(key, 0L).intValue())
        .sum();
  }

  /// How many errors of `crate` are gone, by what they are but for the place.
  private Map<DiagnosticKey, Long> goneOf(CrateId crate) {
    return gone.computeIfAbsent(
        crate,
        some ->
            comparison.gone().stream()
                .filter(error -> error.crate().equals(some))
                .collect(
                    Collectors.groupingBy(
                        error -> DiagnosticKey.of(error, base.snapshot()::read),
                        Collectors.counting())));
  }

  private boolean isClear(Change change, Trial trial) {
    Diagnostic target = trial.target();
    if (!Comparison.wasCompiled(after, target.crate())
        || suspects.values().stream().anyMatch(some -> some.contains(change))) {
      return false;
    }
    if (!target.isError()) {
      return comparison.introduced().isEmpty() && warnings().fresh().isEmpty();
    }
    return comparison.introduced().stream().allMatch(error -> isHarmless(error, change));
  }

  /// Whether `error`, which another change brought, hides nothing from `change` that was not hidden
  /// before.
  private boolean isHarmless(Diagnostic error, Change change) {
    Optional<Span> place = error.primary();
    Optional<TextRange> body = place.flatMap(bodies::around);
    if (body.isPresent() && !isIn(change, place.get(), body.get())) {
      return true;
    }
    Change culprit = culprits.get(error);
    return culprit != null
        && culprit.targets().stream()
            .allMatch(target -> Phase.of(error).compareTo(Phase.of(target)) >= 0);
  }

  private void blame(Diagnostic error) {
    Set<Change> writers = writersOf(error.primary().stream());
    Set<Change> related = writersOf(spans(error));
    if (writers.size() == 1 && related.equals(writers)) {
      culprits.put(error, writers.iterator().next());
      return;
    }
    Set<Change> near = related.isEmpty() ? neighbors(error) : related;
    suspects.put(error, near.isEmpty() ? Set.copyOf(changes) : near);
  }

  private static Stream<Span> spans(Diagnostic error) {
    return Stream.concat(
        error.spans().stream(), error.notes().stream().flatMap(note -> note.spans().stream()));
  }

  private Set<Change> writersOf(Stream<Span> spans) {
    var writers = new LinkedHashSet<Change>();
    spans.forEach(span ->
        changes.stream()
            .filter(change -> written(change, span).anyMatch(w -> isAt(w, span.range())))
            .forEach(writers::add));
    return writers;
  }

  /// What a change deleted leaves an empty range, which overlaps nothing.
  private static boolean isAt(TextRange written, TextRange error) {
    return written.isEmpty() ? written.touches(error) : written.overlaps(error);
  }

  private Set<Change> neighbors(Diagnostic error) {
    Optional<Span> place = error.primary();
    Optional<TextRange> body = place.flatMap(bodies::around);
    var neighbors = new LinkedHashSet<Change>();
    if (body.isPresent()) {
      changes.stream()
          .filter(change -> isIn(change, place.get(), body.get()))
          .forEach(neighbors::add);
    }
    return neighbors;
  }

  /// Whether `change` writes into `body`, or means to cure something there.
  private boolean isIn(Change change, Span place, TextRange body) {
    boolean writes = written(change, place).anyMatch(body::touches);
    return writes
        || change.targets().stream()
            .flatMap(target -> target.primary().stream())
            .filter(span -> span.file().equals(place.file()))
            .anyMatch(span -> body.touches(patch.map(span.file(), span.range())));
  }

  /// What `change` wrote into the file of `span`, in offsets of the text after all changes.
  private Stream<TextRange> written(Change change, Span span) {
    List<TextEdit> own = change.patch().edits(span.file());
    List<TextEdit> all = patch.edits(span.file());
    List<TextRange> ranges = patch.written(span.file());
    var written = new ArrayList<TextRange>();
    for (int i = 0; i < all.size(); i++) {
      if (own.contains(all.get(i))) {
        written.add(ranges.get(i));
      }
    }
    return written.stream();
  }
}
