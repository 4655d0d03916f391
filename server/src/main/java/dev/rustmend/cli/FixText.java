package dev.rustmend.cli;

import dev.rustmend.cli.Paint.Ink;
import dev.rustmend.repair.AuditRecord;
import dev.rustmend.repair.FixOutcome;
import dev.rustmend.repair.Withheld;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/// What the loop of `fix` did, for people.
final class FixText {
  private static final String KEPT = "kept";
  private final Paint paint;
  private final ProblemText problems;

  FixText(Paint paint, ProblemText problems) {
    this.paint = paint;
    this.problems = problems;
  }

  /// Headline, place and proof of one fix; for one that was taken back, also why.
  List<String> record(AuditRecord record) {
    var lines = new ArrayList<>(problems.head(record.diagnostic()));
    lines.add("   " + problems.title(record.fix()));
    if (!record.outcome().equals(KEPT)) {
      lines.add("   " + paint.in(Ink.WARNING, "taken back") + ": " + record.outcome());
    }
    return lines;
  }

  /// Why a verified fix was not taken, and how to take it.
  String withheld(Withheld withheld) {
    return "   %s: “%s” %s; take it in the editor or with --interactive"
        .formatted(paint.in(Ink.WARNING, "left for you"), withheld.fix().title(), withheld.why());
  }

  /// Changed files, as a unified diff with paths relative to the root.
  List<String> diff(SortedMap<Path, FixOutcome.Change> changes) {
    var lines = new ArrayList<String>();
    changes.forEach((file, change) -> lines.addAll(diff(file, change)));
    return lines;
  }

  private List<String> diff(Path file, FixOutcome.Change change) {
    return change.diff(problems.shown(file)).stream().map(this::colored).toList();
  }

  private String colored(String line) {
    Ink ink =
        line.startsWith("---") || line.startsWith("+++")
            ? Ink.STRONG
            : line.startsWith("@@")
                ? Ink.CODE
                : line.startsWith("+") ? Ink.ADDED : line.startsWith("-") ? Ink.REMOVED : Ink.PLAIN;
    return paint.in(ink, line);
  }

  /// How many errors are gone and how many are left; `time` is what it took.
  String summary(FixOutcome outcome, Duration time) {
    long before = outcome.before().errors();
    long left = outcome.after().errors();
    Ink ink = left == 0 ? Ink.GOOD : Ink.ERROR;
    String errors =
        before == 0 ? "no errors" : Count.of(before, "error") + " → " + (left == 0 ? "none" : left);
    return paint.in(ink, left == 0 ? "✓" : "✗")
        + paint.in(Ink.STRONG, " " + errors)
        + how(outcome)
        + paint.in(Ink.FAINT, "  " + CheckText.cost(time, outcome.compiles()));
  }

  private static String how(FixOutcome outcome) {
    long kept = kept(outcome);
    return kept == 0
        ? ""
        : ": %s to %s in %s"
            .formatted(
                Count.of(kept, "fix"),
                Count.of(outcome.changes().size(), "file"),
                Count.of(outcome.rounds(), "round"));
  }

  static long kept(FixOutcome outcome) {
    return outcome.audit().stream().filter(record -> record.outcome().equals(KEPT)).count();
  }
}
