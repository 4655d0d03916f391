package dev.rustmend.verify;

import dev.rustmend.cargo.CheckOutcome.Checked;
import dev.rustmend.diagnostic.CrateId;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.Phase;
import dev.rustmend.diagnostic.Span;
import dev.rustmend.text.Patch;
import dev.rustmend.text.TextRange;
import dev.rustmend.workspace.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The errors before a patch against those after it: which are gone, and which of the new ones the
/// patch introduced and which it only revealed.
///
/// A new error is *revealed* when an error that is gone could have hidden it: one of an earlier
/// phase, in the same body or outside of all bodies; or when its crate was not compiled before,
/// because a crate that it needs was broken. One that points at what the patch wrote is always
/// *introduced*. rustc 1.95 reports errors of different bodies independently of each other, and
/// keeps lints and the privacy of fields for crates without any error.
final class Comparison {
  private final BaseCheck base;
  private final Checked after;
  private final Patch patch;
  private final Matching errors;
  private final Bodies bodies;
  private final List<Diagnostic> revealed = new ArrayList<>();
  private final List<Diagnostic> introduced = new ArrayList<>();

  /// Compares `base` with what the compiler said of `then`, the snapshot with `patch` made.
  Comparison(BaseCheck base, Patch patch, Snapshot then, Checked after) {
    this.base = base;
    this.after = after;
    this.patch = patch;
    this.bodies = new Bodies(base.snapshot()::read);
    this.errors =
        Matching.of(base.checked().errors(), after.errors(), base.snapshot(), then, patch);
    for (Diagnostic fresh : errors.fresh()) {
      (isRevealed(fresh) ? revealed : introduced).add(fresh);
    }
  }

  /// Errors that the patch brought.
  List<Diagnostic> introduced() {
    return List.copyOf(introduced);
  }

  /// Errors that the compiler could only report now.
  List<Diagnostic> revealed() {
    return List.copyOf(revealed);
  }

  /// Errors that were there before and are not there now.
  Set<Diagnostic> gone() {
    return errors.gone();
  }

  /// Whether `target`, an error of the base, is really gone: not there in another guise at its
  /// place, and not merely unseen because its crate was not compiled.
  boolean isGone(Diagnostic target) {
    return errors.gone().contains(target)
        && wasCompiled(after, target.crate())
        && errors.fresh().stream().noneMatch(now -> isInItsPlace(target, now));
  }

  /// How many errors the crate of `target` had.
  int before(Diagnostic target) {
    return count(base.checked(), target.crate());
  }

  /// How many errors the crate of `target` has now.
  int after(Diagnostic target) {
    return count(after, target.crate());
  }

  /// Whether the crate was compiled to its end, or to its errors.
  static boolean wasCompiled(Checked checked, CrateId crate) {
    return checked.finished().contains(crate) || count(checked, crate) > 0;
  }

  private static int count(Checked checked, CrateId crate) {
    return (int) checked.errors().stream().filter(error -> error.crate().equals(crate)).count();
  }

  private boolean isInItsPlace(Diagnostic target, Diagnostic now) {
    return now.codeText().equals(target.codeText())
        && target.primary().isPresent()
        && now.primary().isPresent()
        && isAt(target.primary().get(), now.primary().get());
  }

  private boolean isAt(Span old, Span now) {
    TextRange mapped = patch.map(old.file(), old.range());
    return old.file().equals(now.file())
        && (mapped.overlaps(now.range()) || mapped.equals(now.range()));
  }

  private boolean isRevealed(Diagnostic fresh) {
    if (spans(fresh).anyMatch(this::isWritten)) {
      return false;
    }
    return !wasCompiled(base.checked(), fresh.crate())
        || errors.gone().stream().anyMatch(old -> hid(old, fresh));
  }

  private boolean isWritten(Span span) {
    return patch.written(span.file()).stream().anyMatch(span.range()::overlaps);
  }

  private static Stream<Span> spans(Diagnostic diagnostic) {
    return Stream.concat(
        diagnostic.spans().stream(),
        diagnostic.notes().stream().flatMap(note -> note.spans().stream()));
  }

  private boolean hid(Diagnostic old, Diagnostic fresh) {
    if (!old.crate().equals(fresh.crate()) || Phase.of(old).compareTo(Phase.of(fresh)) >= 0) {
      return false;
    }
    Optional<TextRange> body = old.primary().flatMap(bodies::around);
    return Phase.of(fresh) == Phase.LINT
        || body.isEmpty()
        || endedTheParser(old)
        || fresh.primary().filter(now -> isInBody(old, body.get(), now)).isPresent();
  }

  private boolean isInBody(Diagnostic old, TextRange body, Span now) {
    return old.primary()
        .filter(span -> span.file().equals(now.file()))
        .map(span -> patch.map(span.file(), body))
        .filter(mapped -> mapped.encloses(now.range()))
        .isPresent();
  }

  /// A parse error that the parser recovered from hides no more than any other; one that it did not
  /// recover from is alone with its like.
  private boolean endedTheParser(Diagnostic error) {
    return Phase.of(error) == Phase.PARSE
        && base.checked().errors().stream()
            .filter(other -> other.crate().equals(error.crate()))
            .allMatch(other -> Phase.of(other) == Phase.PARSE);
  }
}
