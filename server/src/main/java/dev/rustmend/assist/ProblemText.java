package dev.rustmend.assist;

import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.Level;
import dev.rustmend.diagnostic.Note;
import dev.rustmend.diagnostic.Span;
import dev.rustmend.repair.Fix;
import dev.rustmend.repair.Problem;
import dev.rustmend.text.SourceText;
import dev.rustmend.verify.Verdict;
import dev.rustmend.workspace.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The parts of an explanation that come from the problem itself, as lines of Markdown.
final class ProblemText {
  private static final int SHOWN = 48;
  private static final int NOTES = 4;
  private static final String ERROR_INDEX = "https://doc.rust-lang.org/error_codes/";
  private static final String CLIPPY_LINTS =
      "https://rust-lang.github.io/rust-clippy/stable/index.html#";

  private ProblemText() {}

  /// One list item for each place that rustc labels, in the order of the lines.
  static List<String> places(Diagnostic diagnostic, Snapshot snapshot) {
    return diagnostic.spans().stream()
        .filter(span -> span.label().isPresent() || span.primary())
        .sorted((a, b) -> Integer.compare(a.line(), b.line()))
        .map(span -> place(span, snapshot))
        .distinct()
        .toList();
  }

  private static String place(Span span, Snapshot snapshot) {
    String code =
        snapshot
            .read(span.file())
            .map(text -> text.slice(span.range()))
            .map(ProblemText::quoted)
            .orElse("");
    String label = span.label().map(text -> ": " + text).orElse("");
    return "- line %d%s%s".formatted(span.line(), code.isEmpty() ? "" : ", " + code, label);
  }

  /// The notes and helps that rustc adds, without those that only introduce a suggestion.
  static List<String> notes(Diagnostic diagnostic) {
    return diagnostic.notes().stream()
        .filter(note -> note.level() == Level.NOTE || note.level() == Level.HELP)
        .filter(note -> !note.message().startsWith("`#[") && !note.message().isBlank())
        .limit(NOTES)
        .map(ProblemText::note)
        .toList();
  }

  private static String note(Note note) {
    return "- " + note.level().word() + ": " + note.message().strip().replace("\n", "\n  ");
  }

  /// The verified fixes, best first; what was tried and does not hold, in one line.
  static List<String> fixes(Problem problem) {
    var lines = new ArrayList<String>();
    if (!problem.fixes().isEmpty()) {
      lines.add("");
      lines.add("**Fixes, compiled**");
      problem.fixes().forEach(fix -> lines.add("- " + fix.provenTitle() + " (" + proof(fix) + ")"));
    }
    if (!problem.rejections().isEmpty()) {
      lines.add("");
      lines.add(rejected(problem));
    }
    return lines;
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

  /// Where to read on.
  static List<String> links(Diagnostic diagnostic) {
    return diagnostic
        .code()
        .flatMap(code -> {
          if (code.isErrorCode()) {
            return Optional.of(
                "[%s in the error index](%s%s.html)".formatted(code, ERROR_INDEX, code));
          }
          return code.value().startsWith("clippy::")
              ? Optional.of(
                  "[%s](%s%s)"
                      .formatted(
                          code,
                          CLIPPY_LINTS,
                          code.value().substring("clippy::".length()).toLowerCase(Locale.ROOT)))
              : Optional.<String>empty();
        })
        .map(link -> List.of("", link))
        .orElse(List.of());
  }

  private static String quoted(String code) {
    SourceText text = SourceText.of(code);
    String first = text.string().lines().findFirst().orElse("").strip();
    boolean cut = first.length() > SHOWN || text.lines().lineCount() > 1;
    String shown = first.length() > SHOWN ? first.substring(0, SHOWN) : first;
    return shown.isEmpty() || shown.contains("`") ? "" : "`" + shown + (cut ? " …" : "") + "`";
  }
}
