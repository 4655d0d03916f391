package dev.rustmend.assist;

import dev.rustmend.candidate.Candidate;
import dev.rustmend.repair.Fix;
import dev.rustmend.repair.Problem;
import dev.rustmend.repair.Rejection;
import dev.rustmend.text.Patch;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.UnifiedDiff;
import dev.rustmend.verify.Verdict;
import dev.rustmend.workspace.Snapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the pipeline did for one problem: candidates, verdicts and their order, as Markdown.
final class Trace {
  private static final int DIFF_HEAD = 3;

  private Trace() {}

  static List<String> of(Problem problem, Snapshot snapshot) {
    var lines = new ArrayList<String>();
    lines.add("");
    lines.add("## What rustmend tried");
    lines.add("");
    if (problem.fixes().isEmpty() && problem.rejections().isEmpty()) {
      lines.add("No source had a proposal for this one.");
    }
    int place = 1;
    for (Fix fix : problem.fixes()) {
      lines.add(
          "%d. %s (from %s; %s)"
              .formatted(
                  place++, fix.provenTitle(), fix.origin().detail(), ProblemText.proof(fix)));
      lines.addAll(diff(fix, snapshot));
    }
    for (Rejection rejection : problem.rejections()) {
      lines.add("- " + rejected(rejection));
    }
    return lines;
  }

  private static String rejected(Rejection rejection) {
    Candidate candidate = rejection.candidate();
    return switch (rejection.verdict()) {
      case Verdict.Rejected(String why) ->
          "✗ %s (from %s): rejected, %s"
              .formatted(candidate.title(), candidate.origin().detail(), why);
      case Verdict.Unknown(String why) ->
          "? %s (from %s): not verified, %s"
              .formatted(candidate.title(), candidate.origin().detail(), why);
      case Verdict.Compiles _, Verdict.Advances _ -> candidate.title();
    };
  }

  private static List<String> diff(Fix fix, Snapshot snapshot) {
    var lines = new ArrayList<String>();
    lines.add("");
    lines.add("   ```diff");
    for (Path file : fix.patch().files()) {
      Optional<SourceText> before = snapshot.read(file, fix.patch());
      before.ifPresent(text ->
          diff(fix.patch(), file, text).stream()
              .skip(
                  fix.patch().files().size() == 1 && fix.patch().created().isEmpty()
                      ? DIFF_HEAD
                      : 0)
              .map(line -> "   " + line)
              .forEach(lines::add));
    }
    lines.add("   ```");
    return lines;
  }

  private static List<String> diff(Patch patch, Path file, SourceText before) {
    String name = String.valueOf(file.getFileName());
    SourceText after = patch.apply(file, before);
    return patch.creates(file)
        ? UnifiedDiff.ofNewFile(name, after)
        : UnifiedDiff.lines(name, before, after);
  }
}
