package dev.rustmend.repair;

import dev.rustmend.candidate.Origin;
import dev.rustmend.kb.EntryText;
import dev.rustmend.kb.Program;
import dev.rustmend.kb.ProgramReader;
import dev.rustmend.verify.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// One test of a fixture file: a program, the actions that are offered for its first error, and the
/// program after the first of them. A last line `…` among the actions says that others may follow.
/// A test with a block `explain` holds the text of the hover on the error instead; it is fenced by
/// four back-ticks, for it has fences of its own.
record Fixture(
    Path file,
    String name,
    Program program,
    Optional<Map<String, String>> repaired,
    Kind kind,
    List<String> actions) {
  /// What the recorded block is, named like its language.
  enum Kind {
    ACTIONS,
    EXPLAIN;

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final String MORE = "…";
  private static final String NONE = "(none)";

  /// The tests of `file`, in order.
  static List<Fixture> in(Path file) throws IOException {
    EntryText text = EntryText.of(Files.readString(file));
    var fixtures = new ArrayList<Fixture>();
    for (EntryText.Heading heading : text.headings()) {
      String name = heading.text().substring(heading.text().indexOf(' ')).strip();
      Program program = ProgramReader.read(text.under(name, "rust").getFirst());
      Optional<Map<String, String>> repaired =
          text.under(name, "diff").stream()
              .findFirst()
              .map(diff -> ProgramReader.repaired(program, diff.text()));
      Kind kind = text.under(name, Kind.EXPLAIN.word()).isEmpty() ? Kind.ACTIONS : Kind.EXPLAIN;
      List<String> actions = text.under(name, kind.word()).getFirst().text().lines().toList();
      fixtures.add(new Fixture(file, name, program, repaired, kind, actions));
    }
    return fixtures;
  }

  /// The problem that the test is about: the first one with its code at its caret.
  Optional<Problem> problem(Report report) {
    return report.problems().stream()
        .filter(problem -> problem.diagnostic().codeText().equals(program.code()))
        .filter(problem -> program.caret().isEmpty() || isAtCaret(report, problem))
        .findFirst();
  }

  private boolean isAtCaret(Report report, Problem problem) {
    Program.Caret caret = program.caret().orElseThrow();
    return problem
        .diagnostic()
        .primary()
        .filter(span ->
            span.file().equals(report.root().resolve(caret.file()))
                && span.line() == caret.line()
                && span.column() == caret.column()
                && span.label().orElse("").startsWith(caret.label()))
        .isPresent();
  }

  /// The block `actions` as it would have to be for `problem`: as many offers and as many
  /// rejections as now when others may follow, at least one; else all.
  List<String> actual(Problem problem) {
    List<String> offered =
        problem.fixes().stream()
            .map(fix -> "+ [%s] %s".formatted(word(fix.origin()), fix.title()))
            .toList();
    List<String> rejected =
        problem.rejections().stream()
            .map(each ->
                "- [%s] %s : %s"
                    .formatted(
                        word(each.candidate().origin()),
                        each.candidate().title(),
                        why(each.verdict())))
            .toList();
    boolean open = actions.isEmpty() || actions.getLast().equals(MORE);
    if (!open) {
      return Stream.concat(
              offered.isEmpty() ? Stream.of(NONE) : offered.stream(), rejected.stream())
          .toList();
    }
    long offers = Math.max(1, count("+"));
    Stream<String> known = rejected.stream().filter(actions::contains);
    Stream<String> others = rejected.stream().filter(line -> !actions.contains(line));
    return Stream.of(
            offered.stream().limit(offers),
            Stream.concat(known, others).limit(count("-")),
            Stream.of(MORE))
        .flatMap(lines -> lines)
        .toList();
  }

  private long count(String sign) {
    return actions.stream().filter(line -> line.startsWith(sign)).count();
  }

  private static String why(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Rejected(String why) -> why;
      case Verdict.Unknown(String why) -> why;
      case Verdict.Compiles _, Verdict.Advances _ -> verdict.word();
    };
  }

  private static String word(Origin origin) {
    return origin.source().name().toLowerCase(Locale.ROOT);
  }

  /// Puts `actual` in place of the recorded block of this test.
  void rewrite(List<String> actual) throws IOException {
    EntryText.Block block =
        EntryText.of(Files.readString(file)).under(name, kind.word()).getFirst();
    var lines = new ArrayList<>(Files.readAllLines(file));
    List<String> old = lines.subList(block.line(), block.line() + actions.size());
    old.clear();
    old.addAll(actual);
    Files.writeString(file, String.join("\n", lines) + "\n");
  }
}
