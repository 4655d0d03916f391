package dev.rustmend.verify;

import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.Span;
import dev.rustmend.text.CanonicalEdits;
import dev.rustmend.text.Patch;
import dev.rustmend.text.TextEdit;
import dev.rustmend.text.TextRange;
import dev.rustmend.workspace.Snapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What speaks against a patch although no error is left: a warning of rustc's, at a place that the
/// patch wrote, which says that code is never reached, or that a value or a variable is for
/// nothing. Such a patch is left to a person.
///
/// rustc keeps most lints for crates without errors, so that a warning is new proves nothing. Only
/// one that the written text itself explains counts, see [#isExplained].
public final class Aftermath {
  private static final Set<String> TELLING =
      Set.of(
          "unreachable_patterns",
          "unreachable_code",
          "unconditional_recursion",
          "unused_variables",
          "unused_assignments",
          "unused_must_use",
          "path_statements");

  private static final Pattern WORD = Pattern.compile("\\b[A-Za-z_]\\w*");

  /// More than a bracket that was missing.
  private static final Pattern SAYING = Pattern.compile("[\\w;]");

  private final Map<Path, List<TextRange>> written = new HashMap<>();
  private final Set<TextRange> saying = new HashSet<>();
  private final List<String> removed = new ArrayList<>();

  private Aftermath(Patch patch, Snapshot before) {
    CanonicalEdits.of(patch, before::read).forEach((file, edits) -> note(file, edits, before));
  }

  /// The first of `after`, the warnings behind `patch` on `before`, that speaks against it, as a
  /// verb phrase about it. `known` are the warnings before it, `then` is the snapshot with it.
  public static Optional<String> doubt(
      List<Diagnostic> known, List<Diagnostic> after, Snapshot before, Snapshot then, Patch patch) {
    List<Diagnostic> telling =
        after.stream().filter(warning -> TELLING.contains(warning.codeText())).toList();
    if (telling.isEmpty()) {
      return Optional.empty();
    }
    var aftermath = new Aftermath(patch, before);
    return Matching.of(known, telling, before, then, patch).fresh().stream()
        .filter(aftermath::isExplained)
        .map(warning -> "brings a warning: " + warning.message())
        .findFirst();
  }

  private void note(Path file, List<TextEdit> edits, Snapshot before) {
    var ranges = new ArrayList<TextRange>();
    int shift = 0;
    for (TextEdit edit : edits) {
      int start = edit.range().start() + shift;
      var range = new TextRange(start, start + edit.newBytes().length);
      ranges.add(range);
      if (SAYING.matcher(edit.newText()).find()) {
        saying.add(range);
      }
      shift += edit.growth();
      before.read(file).ifPresent(text -> removed.addAll(words(text.slice(edit.range()))));
    }
    for (TextEdit edit : edits) {
      words(edit.newText()).forEach(removed::remove);
    }
    written.put(file, ranges);
  }

  /// Whether the patch wrote what is warned of: the variable, or its last use is gone; the pattern,
  /// or the one before it; the beginning or the end of the expression, since what is in its middle
  /// does not decide whether it is reached or its value used.
  private boolean isExplained(Diagnostic warning) {
    return switch (warning.codeText()) {
      case "unused_variables", "unused_assignments" ->
          warning.primary().filter(this::isWritten).isPresent() || isUseGone(warning);
      case "unreachable_patterns" -> spans(warning).anyMatch(this::isWritten);
      case "unconditional_recursion" ->
          warning.spans().stream().filter(span -> !span.primary()).anyMatch(this::isWritten);
      case "unused_must_use", "path_statements" ->
          warning.primary().filter(this::isEndWritten).isPresent();
      default -> spans(warning).anyMatch(span -> isStartWritten(span) || isEndWritten(span));
    };
  }

  private boolean isUseGone(Diagnostic warning) {
    String message = warning.message();
    int open = message.indexOf('`');
    int close = message.lastIndexOf('`');
    return open < close && removed.contains(message.substring(open + 1, close));
  }

  private boolean isWritten(Span span) {
    return ranges(span).anyMatch(range -> range.overlaps(span.range()));
  }

  private boolean isStartWritten(Span span) {
    int start = span.range().start();
    return ranges(span).anyMatch(range -> range.start() <= start && start < range.end());
  }

  /// Whether the end, or the semicolon right behind it, was written.
  private boolean isEndWritten(Span span) {
    int end = span.range().end();
    return ranges(span)
        .filter(range -> saying.contains(range))
        .anyMatch(range -> range.start() <= end && end <= range.end());
  }

  private Stream<TextRange> ranges(Span span) {
    return written.getOrDefault(span.file(), List.of()).stream();
  }

  private static Stream<Span> spans(Diagnostic warning) {
    return warning.spans().stream();
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(match -> match.group()).toList();
  }
}
