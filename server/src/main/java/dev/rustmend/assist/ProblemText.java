package dev.rustmend.assist;

import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.Level;
import dev.rustmend.diagnostic.Note;
import dev.rustmend.diagnostic.Span;
import dev.rustmend.repair.Fix;
import dev.rustmend.repair.Problem;
import dev.rustmend.verify.Verdict;
import dev.rustmend.workspace.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The parts of an explanation that come from the problem itself, as lines of Markdown.
final class ProblemText {
  private static final int NOTES = 3;
  private static final int NOTE_LINES = 3;
  private static final int DIFF = 10;
  private static final int OTHERS = 4;
  private static final Pattern NOISE =
      Pattern.compile(
          "^`#\\[|^`-[WDF] |^this error originates in|full name for the type|full type name|consider using `--verbose`"
              + "|^the trait `[^`]*` is not implemented for `[^`]*`$|^add `#\\[derive|^the lint level is|^for more information about");

  private ProblemText() {}

  /// The notes and helps that rustc adds, without those that only introduce a suggestion or speak
  /// about rustc itself.
  static List<String> notes(Diagnostic diagnostic, Snapshot snapshot) {
    return diagnostic.notes().stream()
        .filter(note -> note.level() == Level.NOTE || note.level() == Level.HELP)
        .filter(note -> !note.message().isBlank() && !NOISE.matcher(note.message()).find())
        .limit(NOTES)
        .map(note -> note(note, diagnostic, snapshot))
        .distinct()
        .toList();
  }

  private static String note(Note note, Diagnostic diagnostic, Snapshot snapshot) {
    String message =
        note.message()
            .lines()
            .limit(NOTE_LINES)
            .map(String::strip)
            .reduce((one, other) -> one + (one.endsWith(":") ? " " : ", ") + other)
            .orElse("");
    long more = note.message().lines().count() - NOTE_LINES;
    return "- %s%s%s"
        .formatted(
            message,
            more > 0 ? " and %d more".formatted(more) : "",
            at(note, diagnostic, snapshot));
  }

  /// Where a note points at: the first of its places that is the user's own.
  private static String at(Note note, Diagnostic diagnostic, Snapshot snapshot) {
    return note.spans().stream()
        .filter(Span::editable)
        .findFirst()
        .map(span -> {
          String code = Story.code(span, snapshot);
          String line = Story.line(span, diagnostic.primary().map(Span::file));
          return " (" + line + (code.isEmpty() ? "" : ", " + code) + ")";
        })
        .orElse("");
  }

  /// The best fix with its change, then `use` (when to take it), then the titles of the others;
  /// what was tried and does not hold, in one line.
  static List<String> fixes(Problem problem, Snapshot snapshot, Optional<String> use) {
    var lines = new ArrayList<String>();
    List<Fix> fixes = problem.fixes();
    if (!fixes.isEmpty()) {
      Fix best = fixes.getFirst();
      lines.add("");
      lines.add("**%s** (%s)".formatted(best.provenTitle(), proof(best)));
      lines.add("");
      lines.addAll(Changes.of(best, snapshot, DIFF));
    }
    use.ifPresent(text -> {
      lines.add("");
      lines.add(text);
    });
    List<Fix> others = others(fixes, snapshot);
    if (!others.isEmpty()) {
      lines.add("");
      lines.add("Or:");
      others.stream().limit(OTHERS).map(ProblemText::item).distinct().forEach(lines::add);
    }
    if (fixes.isEmpty() && !problem.rejections().isEmpty()) {
      lines.add("");
      lines.add(rejected(problem));
    }
    return lines;
  }

  /// The fixes that come to another text than all before them; without the best.
  private static List<Fix> others(List<Fix> fixes, Snapshot snapshot) {
    var different = new ArrayList<Fix>();
    for (Fix fix : fixes) {
      if (different.stream().noneMatch(known -> Changes.same(known, fix, snapshot))) {
        different.add(fix);
      }
    }
    return different.isEmpty() ? different : different.subList(1, different.size());
  }

  private static String item(Fix fix) {
    return "- %s (%s)".formatted(fix.provenTitle(), proof(fix));
  }

  static String proof(Fix fix) {
    return switch (fix.verdict()) {
      case Verdict.Compiles _ -> "the crate compiles";
      case Verdict.Advances(_, int after) ->
          after == 1 ? "1 error remains" : after + " errors remain";
      case Verdict.Rejected(String why) -> why;
      case Verdict.Unknown(String why) -> "not verified: " + why;
    };
  }

  private static String rejected(Problem problem) {
    int count = problem.rejections().size();
    Verdict first = problem.rejections().getFirst().verdict();
    Optional<String> why =
        switch (first) {
          case Verdict.Rejected(String reason) -> Optional.of(reason);
          case Verdict.Unknown(String reason) -> Optional.of("not verified: " + reason);
          case Verdict.Compiles _, Verdict.Advances _ -> Optional.empty();
        };
    String proposals = count == 1 ? "1 proposal was tried" : count + " proposals were tried";
    return proposals + " and rejected" + why.map(reason -> " (" + reason + ")").orElse("") + ".";
  }
}
