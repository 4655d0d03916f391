package dev.rustmend.cli;

import dev.rustmend.cli.Paint.Ink;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.Span;
import dev.rustmend.diagnostic.Suggestion;
import dev.rustmend.repair.Fix;
import dev.rustmend.repair.Problem;
import dev.rustmend.repair.Rejection;
import dev.rustmend.text.Patch;
import dev.rustmend.text.ShownPath;
import dev.rustmend.verify.Verdict;
import dev.rustmend.workspace.Snapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A problem for people: rustc's own excerpt, then the fixes with their proof, each as a small
/// diff.
///
/// Where fixes were looked for, rustc's help that shows a suggestion as code is left out: the same
/// change stands below it, with what compiling it gave.
final class ProblemText {
  private static final Pattern PLACE = Pattern.compile("^(\\s*)--> .*$");
  private static final Pattern SECTION = Pattern.compile("^(help|note|warning|error)(\\[.*])?: .*");

  /// How much is told about the proposals that did not hold.
  enum Rejections {
    COUNTED,
    LISTED
  }

  private final Paint paint;
  private final Path root;
  private final Rejections rejections;

  /// Paths are shown relative to `root`, as rustc shows them.
  ProblemText(Paint paint, Path root, Rejections rejections) {
    this.paint = paint;
    this.root = root;
    this.rejections = rejections;
  }

  /// The colors that it uses.
  Paint paint() {
    return paint;
  }

  /// The lines of one problem, whose offsets refer to the texts of `snapshot`; `fixes` are those to
  /// show.
  List<String> lines(Problem problem, List<Fix> fixes, Snapshot snapshot) {
    Diagnostic diagnostic = problem.diagnostic();
    List<String> rendered = rendered(problem);
    int gutter = gutter(rendered);
    var lines = new ArrayList<>(Excerpt.lines(rendered, paint));
    for (Fix fix : fixes) {
      lines.addAll(fix(fix, diagnostic, snapshot, gutter));
    }
    lines.addAll(rejected(problem, fixes, gutter));
    return lines;
  }

  /// Headline and place, without an excerpt.
  List<String> head(Diagnostic diagnostic) {
    var lines = new ArrayList<String>();
    lines.addAll(Excerpt.lines(List.of(diagnostic.headline()), paint));
    place(diagnostic)
        .ifPresent(place -> lines.add("  " + paint.in(Ink.GUTTER, "-->") + " " + place));
    return lines;
  }

  /// `src/main.rs:4:20`, relative to the root where that is shorter.
  Optional<String> place(Diagnostic diagnostic) {
    return diagnostic
        .primary()
        .map(span -> shown(span.file()) + ":" + span.line() + ":" + span.column());
  }

  /// The title of a fix with its proof.
  String title(Fix fix) {
    Ink ink = fix.compiles() ? Ink.GOOD : fix.isOffered() ? Ink.PARTIAL : Ink.FAINT;
    String proven = fix.provenTitle();
    return paint.in(ink, proven.substring(0, 1))
        + paint.in(Ink.STRONG, proven.substring(1))
        + paint.in(Ink.FAINT, "  " + proof(fix.verdict()) + ", " + fix.sourceWord());
  }

  private List<String> fix(Fix fix, Diagnostic diagnostic, Snapshot snapshot, int gutter) {
    var lines = new ArrayList<String>();
    lines.add(" ".repeat(gutter + 1) + paint.in(Ink.GUTTER, "|"));
    lines.add(" ".repeat(gutter + 1) + title(fix));
    lines.addAll(diff(fix.patch(), diagnostic.primary().map(Span::file), snapshot, gutter));
    return lines;
  }

  /// The patch as small diffs; a file other than `here` is named first.
  List<String> diff(Patch patch, Optional<Path> here, Snapshot snapshot, int gutter) {
    var lines = new ArrayList<String>();
    var small = new SmallDiff(paint, gutter);
    for (Path file : patch.files()) {
      if (!here.equals(Optional.of(file))) {
        lines.add(" ".repeat(gutter) + paint.in(Ink.GUTTER, ":::") + " " + shown(file));
      }
      snapshot
          .read(file, patch)
          .ifPresent(text -> lines.addAll(small.lines(text, patch.edits(file))));
    }
    return lines;
  }

  private List<String> rejected(Problem problem, List<Fix> fixes, int gutter) {
    List<Rejection> rejected = problem.rejections();
    String indent = " ".repeat(gutter + 1);
    if (rejected.isEmpty()) {
      return fixes.isEmpty() && problem.diagnostic().isError()
          ? List.of(indent + paint.in(Ink.FAINT, "✗ no source proposes a fix"))
          : List.of();
    }
    return switch (rejections) {
      case LISTED -> rejected.stream().map(rejection -> indent + rejection(rejection)).toList();
      case COUNTED -> List.of(indent + paint.in(Ink.FAINT, counted(problem, fixes)));
    };
  }

  private String counted(Problem problem, List<Fix> fixes) {
    int count = problem.rejections().size();
    String proposals = Count.of(count, "proposal");
    String what = fixes.isEmpty() ? "✗ no fix: " + proposals : proposals;
    return "%s did not hold%s"
        .formatted(
            what,
            place(problem.diagnostic()).map(at -> ", see: rustmend explain " + at).orElse(""));
  }

  /// One proposal that did not hold, and why.
  String rejection(Rejection rejection) {
    return paint.in(Ink.ERROR, "✗")
        + " "
        + rejection.candidate().title()
        + paint.in(Ink.FAINT, "  " + proof(rejection.verdict()));
  }

  private static String proof(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Compiles _ -> "compiles";
      case Verdict.Advances advances ->
          "%d → %s".formatted(advances.errorsBefore(), Count.of(advances.errorsAfter(), "error"));
      case Verdict.Rejected rejected -> rejected.why();
      case Verdict.Unknown unknown -> "not verified: " + unknown.why();
    };
  }

  /// A path as rustc would print it.
  String shown(Path file) {
    return ShownPath.of(file, root);
  }

  private static List<String> rendered(Problem problem) {
    List<String> lines = problem.diagnostic().rendered().stripTrailing().lines().toList();
    boolean judged = !problem.fixes().isEmpty() || !problem.rejections().isEmpty();
    Set<String> told =
        problem.diagnostic().suggestions().stream()
            .map(Suggestion::message)
            .map(message -> "help: " + message.lines().findFirst().orElse(""))
            .collect(Collectors.toSet());
    var kept = new ArrayList<String>();
    boolean keep = true;
    for (String line : lines) {
      if (SECTION.matcher(line).matches()) {
        keep = !judged || !told.contains(line);
      }
      if (keep) {
        kept.add(line);
      }
    }
    while (!kept.isEmpty() && kept.getLast().strip().matches("\\|?")) {
      kept.removeLast();
    }
    return kept;
  }

  /// The width of the line numbers' column: rustc indents the arrow by it.
  private static int gutter(List<String> rendered) {
    for (String line : rendered) {
      Matcher place = PLACE.matcher(line);
      if (place.matches()) {
        return Math.max(2, place.group(1).length());
      }
    }
    return 2;
  }
}
