package dev.rustmend.proof;

import dev.rustmend.candidate.Candidate;
import dev.rustmend.candidate.Recipes;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.Span;
import dev.rustmend.kb.Entry;
import dev.rustmend.kb.EntryProblem;
import dev.rustmend.kb.Example;
import dev.rustmend.kb.KnowledgeBase;
import dev.rustmend.kb.Program;
import dev.rustmend.operation.Operations;
import dev.rustmend.workspace.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The rules that the compiler judges, for one entry in one scratch package.
final class EntryProof {
  private final Entry entry;
  private final Judge judge;
  private final Recipes recipes;
  private final List<EntryProblem> problems = new ArrayList<>();

  private EntryProof(Entry entry, ScratchCrate scratch, Operations operations) {
    this.entry = entry;
    this.judge = Judge.of(entry, scratch);
    KnowledgeBase alone = KnowledgeBase.of(List.of(entry));
    this.recipes = new Recipes(() -> alone, operations);
  }

  static List<EntryProblem> problems(Entry entry, ScratchCrate scratch, Operations operations)
      throws InterruptedException {
    var proof = new EntryProof(entry, scratch, operations);
    for (Example example : entry.examples()) {
      proof.example(example);
    }
    for (Program program : entry.notHere()) {
      proof.notHere(program);
    }
    return List.copyOf(proof.problems);
  }

  private void example(Example example) throws InterruptedException {
    List<Diagnostic> found = judge.diagnostics(example.broken().files(), example.broken());
    emits(example.broken(), found);
    if (entry.proposes()) {
      yields(example, found);
    }
    List<Diagnostic> after = judge.diagnostics(example.repaired(), example.broken());
    after.stream()
        .filter(diagnostic ->
            diagnostic.isError() || diagnostic.codeText().equals(example.broken().code()))
        .findFirst()
        .ifPresent(left ->
            wrong(
                example.broken().line(),
                "diff",
                "the repaired program is told: " + left.headline(),
                "correct the diff"));
  }

  /// The broken program is told exactly this code, at the caret, with the label, and nothing else
  /// but the codes that its fence names as companions.
  private void emits(Program program, List<Diagnostic> found) {
    var codes =
        Judge.told(program, found).stream()
            .map(Diagnostic::codeText)
            .collect(Collectors.toCollection(TreeSet::new));
    var expected = new TreeSet<>(program.companions());
    expected.add(program.code());
    if (!codes.equals(expected)) {
      wrong(
          program.line(),
          "code",
          "the program is told %s, not %s".formatted(codes, expected),
          "write a program with this one error, or name in its fence what is always told with it");
      return;
    }
    List<Diagnostic> relevant = Judge.relevant(program, found);
    program
        .caret()
        .filter(caret -> relevant.stream().noneMatch(each -> isAt(each, caret)))
        .ifPresent(caret ->
            wrong(
                program.line(),
                "caret",
                "the primary span is not where the caret is",
                "rustc points at " + places(relevant)));
  }

  private boolean isAt(Diagnostic diagnostic, Program.Caret caret) {
    return diagnostic.spans().stream()
        .filter(Span::primary)
        .anyMatch(span ->
            span.file().equals(judge.scratch().folder().resolve(caret.file()))
                && span.line() == caret.line()
                && span.column() == caret.column()
                && span.label().orElse("").startsWith(caret.label()));
  }

  private static List<String> places(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .flatMap(diagnostic -> diagnostic.spans().stream())
        .filter(Span::primary)
        .map(span -> "%d:%d %s".formatted(span.line(), span.column(), span.label().orElse("")))
        .toList();
  }

  /// The recipe makes just the repair of the diff: a recipe that and nothing else, an operation as
  /// one of its proposals.
  private void yields(Example example, List<Diagnostic> found) {
    Snapshot snapshot = Snapshot.ofDisk();
    List<Map<String, String>> offered =
        Judge.relevant(example.broken(), found).stream()
            .flatMap(diagnostic -> recipes.candidates(diagnostic, snapshot).stream())
            .map(candidate -> judge.applied(candidate, example.broken().files()))
            .toList();
    if (!offered.contains(example.repaired())) {
      wrong(
          example.broken().line(),
          "recipe",
          offered.isEmpty()
              ? "the recipe offers nothing for its own example"
              : "the recipe does not make the repair of the diff",
          offered.isEmpty()
              ? "compare its anchors with rustc's labels"
              : "it makes " + shown(offered.getFirst()));
    }
  }

  /// The recipe stays silent here, or what it offers does not compile.
  private void notHere(Program program) throws InterruptedException {
    List<Diagnostic> found = judge.diagnostics(program.files(), program);
    if (program.mustFail() && found.stream().noneMatch(Diagnostic::isError)) {
      wrong(program.line(), "not-here", "the program compiles", "write one with the same code");
    }
    if (found.stream().noneMatch(each -> entry.codes().contains(each.codeText()))
        && !entry.codes().isEmpty()) {
      wrong(
          program.line(),
          "not-here",
          "the program has none of the errors " + entry.codes(),
          "write one with the same code, so that the recipe is asked");
    }
    Snapshot snapshot = Snapshot.ofDisk();
    for (Diagnostic diagnostic : Judge.relevant(program, found)) {
      for (Candidate candidate : recipes.candidates(diagnostic, snapshot)) {
        if (judge.compiles(judge.applied(candidate, program.files()), program)) {
          wrong(
              program.line(),
              "not-here",
              "the recipe offers “" + candidate.title() + "” here, and it compiles",
              "narrow the recipe");
        }
        judge.scratch().write(program.files());
      }
    }
  }

  private static String shown(Map<String, String> files) {
    return String.join("\n", files.values());
  }

  private void wrong(int line, String rule, String message, String remedy) {
    problems.add(new EntryProblem(entry.id() + ".md", line, rule, message, remedy));
  }
}
