package dev.rustmend.assist;

import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.Span;
import dev.rustmend.kb.TextTemplate;
import dev.rustmend.text.SourceText;
import dev.rustmend.workspace.Snapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What happened, told from the labels of a diagnostic in the order of the lines.
///
/// A table turns rustc's labels, and the message for a place without a label, into clauses about
/// the user's own code; a label that it does not know is repeated as it is, with its code and line.
final class Story {
  private static final int SHOWN = 60;
  private static final Pattern LETTER = Pattern.compile("\\w");
  private static final Pattern TYPE = Pattern.compile("[&{]*[A-Za-z_][\\w:<>&}]*");
  private static final String HERE = "$here";
  private static final String MESSAGE = "message: ";
  private static final String LINE = "$line";
  private static final List<Clause> CLAUSES =
      ResourceLines.of("clauses.txt").stream()
          .map(row -> new Clause(TextTemplate.of(row.left()), row.right()))
          .toList();

  private Story() {}

  private record Clause(TextTemplate label, String text) {}

  /// The story as lines of Markdown: a sentence, then a list of what the table does not know.
  static List<String> of(Diagnostic diagnostic, Snapshot snapshot) {
    Optional<Path> home = diagnostic.primary().map(Span::file);
    var clauses = new ArrayList<String>();
    var items = new ArrayList<String>();
    for (Span span : ordered(diagnostic)) {
      String code = code(span, snapshot);
      String line = line(span, home);
      String told = span.label().orElse(span.primary() ? MESSAGE + diagnostic.message() : "");
      Optional<String> clause = clause(told, inContext(code, span, snapshot), line);
      if (clause.isPresent()) {
        clauses.add(clause.get());
      } else if (span.label().isPresent()) {
        items.add(item(span, code, line));
      } else if (code.isEmpty() && LETTER.matcher(wholeLine(span, snapshot)).find()) {
        items.add(bare(span, line, snapshot));
      }
    }
    if (clauses.isEmpty() && items.isEmpty()) {
      diagnostic
          .primary()
          .filter(span -> !isNamed(span, diagnostic, snapshot))
          .ifPresent(span -> items.add(bare(span, line(span, home), snapshot)));
    }
    var lines = new ArrayList<String>();
    if (!clauses.isEmpty()) {
      lines.add(sentence(clauses));
    }
    if (!clauses.isEmpty() && !items.isEmpty()) {
      lines.add("");
    }
    items.stream().distinct().forEach(lines::add);
    return lines;
  }

  private static List<Span> ordered(Diagnostic diagnostic) {
    return diagnostic.spans().stream()
        .filter(span -> span.label().isPresent() || span.primary())
        .sorted(
            Comparator.comparingInt(Span::line)
                .thenComparing(span -> !span.primary())
                .thenComparingInt(Span::column))
        .toList();
  }

  private static Optional<String> clause(String label, String code, String line) {
    return label.isEmpty() || code.isEmpty()
        ? Optional.empty()
        : CLAUSES.stream()
            .flatMap(each -> filled(each, label, code, line).stream())
            .findFirst()
            .or(() -> type(label, code, line));
  }

  /// rustc labels operands with nothing but their types.
  private static Optional<String> type(String label, String code, String line) {
    return TYPE.matcher(label).matches()
        ? Optional.of("%s at %s is a `%s`".formatted(code, line, label))
        : Optional.empty();
  }

  /// A code of signs only says little, so the line that it stands in is shown with it.
  private static String inContext(String code, Span span, Snapshot snapshot) {
    String whole = wholeLine(span, snapshot);
    return code.isEmpty() || whole.isEmpty() || LETTER.matcher(code).find()
        ? code
        : code + " in " + whole;
  }

  private static boolean isNamed(Span span, Diagnostic diagnostic, Snapshot snapshot) {
    String code = code(span, snapshot);
    return LETTER.matcher(code).find() && diagnostic.message().contains(code);
  }

  private static String bare(Span span, String line, Snapshot snapshot) {
    String whole = wholeLine(span, snapshot);
    return "- " + line + (whole.isEmpty() ? "" : ": " + whole);
  }

  private static String wholeLine(Span span, Snapshot snapshot) {
    return snapshot
        .read(span.file())
        .flatMap(text -> text.string().lines().skip(span.line() - 1L).findFirst())
        .map(Story::quoted)
        .orElse("");
  }

  private static Optional<String> filled(Clause clause, String label, String code, String line) {
    return clause
        .label
        .match(label)
        .map(bound -> {
          String text = clause.text;
          for (Map.Entry<String, String> hole : bound.entrySet()) {
            text = text.replace("$" + hole.getKey(), hole.getValue());
          }
          return text.replace(LINE, line).replace(HERE, code);
        });
  }

  private static String sentence(List<String> clauses) {
    String joined = String.join("; ", clauses.stream().distinct().toList());
    return Character.toUpperCase(joined.charAt(0)) + joined.substring(1) + ".";
  }

  private static String item(Span span, String code, String line) {
    String label = span.label().orElse("").replace("\n", " ");
    return "- %s%s: %s".formatted(line, code.isEmpty() ? "" : ", " + code, label);
  }

  /// `line 3`, and the file where it is not the one of the error.
  static String line(Span span, Optional<Path> home) {
    String line = "line " + span.line();
    return home.isEmpty() || home.get().equals(span.file())
        ? line
        : "%s of `%s`".formatted(line, span.file().getFileName());
  }

  /// The code of `span` in back-ticks, at most its first line; empty where it can not be quoted.
  static String code(Span span, Snapshot snapshot) {
    return snapshot.read(span.file()).map(text -> quoted(text.slice(span.range()))).orElse("");
  }

  private static String quoted(String code) {
    SourceText text = SourceText.of(code);
    String first = text.string().lines().findFirst().orElse("").strip();
    boolean cut = first.length() > SHOWN || text.lines().lineCount() > 1;
    String shown = first.length() > SHOWN ? first.substring(0, SHOWN) : first;
    return shown.isEmpty() || shown.contains("`") ? "" : "`" + shown + (cut ? " …" : "") + "`";
  }
}
