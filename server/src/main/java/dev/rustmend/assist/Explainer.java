package dev.rustmend.assist;

import dev.rustmend.cargo.RustcExplain;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.DiagnosticCode;
import dev.rustmend.kb.Entry;
import dev.rustmend.kb.KnowledgeBase;
import dev.rustmend.kb.ShippedBase;
import dev.rustmend.repair.Problem;
import dev.rustmend.repair.Report;
import dev.rustmend.workspace.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Explains errors as Markdown: a short form for hovers, a long one for a document.
///
/// The short form is made from memory; rustc's explanations of codes are fetched ahead by
/// [#prepare] or by the long form, and remembered.
public final class Explainer {
  private static final int HOVER_LINES = 40;
  private static final int SAYS_MORE = 120;

  private final RustcExplain rustc;
  private final Supplier<KnowledgeBase> base;
  private final Map<String, Optional<String>> explanations = new ConcurrentHashMap<>();

  /// An explainer that takes the knowledge base that comes with the program.
  public Explainer(RustcExplain rustc) {
    this(rustc, new ShippedBase());
  }

  /// An explainer that asks `base` for entries when it first needs them.
  public Explainer(RustcExplain rustc, Supplier<KnowledgeBase> base) {
    this.rustc = rustc;
    this.base = base;
  }

  /// Fetches rustc's explanations of the codes in `report`, so that later hovers have them. Runs
  /// rustc once for each new code, so call it in the background.
  public void prepare(Report report) throws InterruptedException {
    for (Problem problem : report.problems()) {
      code(problem.diagnostic().codeText());
    }
  }

  /// rustc's explanation of `code`; empty for lints and for codes that this rustc does not know.
  public Optional<String> code(String code) throws InterruptedException {
    Optional<String> known = explanations.get(code);
    if (known == null) {
      known = rustc.explain(code);
      explanations.put(code, known);
    }
    return known;
  }

  /// What the error means here, in at most 40 lines: bold, lists, fenced diffs and plain links
  /// only. Never waits.
  public String hover(Problem problem, Snapshot snapshot) {
    Diagnostic diagnostic = problem.diagnostic();
    Optional<Entry> entry = Fitting.best(problem, snapshot, base.get());
    var lines = new ArrayList<String>();
    lines.add(title(diagnostic));
    lines.add("");
    lines.addAll(Story.of(diagnostic, snapshot));
    lines.addAll(apart(ProblemText.notes(diagnostic, snapshot)));
    lines.addAll(ProblemText.fixes(problem, snapshot, entry.map(Entry::summary)));
    lines.addAll(apart(why(diagnostic, entry)));
    lines.addAll(Reading.about(diagnostic));
    return String.join("\n", shortened(lines));
  }

  /// Why it is an error: the reasons of the entry, else what rustc says about the code, where that
  /// is more than the message in other words.
  private List<String> why(Diagnostic diagnostic, Optional<Entry> entry) {
    return entry.stream()
        .flatMap(known -> EntryPage.reasons(known).stream())
        .findFirst()
        .or(() ->
            explanations
                .getOrDefault(diagnostic.codeText(), Optional.empty())
                .map(Passage::first)
                .filter(text -> text.length() > SAYS_MORE))
        .map(List::of)
        .orElse(List.of());
  }

  private static List<String> apart(List<String> lines) {
    return lines.isEmpty() ? lines : Stream.concat(Stream.of(""), lines.stream()).toList();
  }

  /// Everything: what rustc said, what the pipeline did (candidates, verdicts, order), the entries
  /// that fit and rustc's explanation of the code.
  public String full(Problem problem, Snapshot snapshot) throws InterruptedException {
    Diagnostic diagnostic = problem.diagnostic();
    var lines = new ArrayList<String>();
    lines.add("# " + diagnostic.headline());
    lines.add("");
    lines.addAll(Story.of(diagnostic, snapshot));
    lines.add("");
    lines.add("```text");
    lines.addAll(diagnostic.rendered().stripTrailing().lines().toList());
    lines.add("```");
    lines.addAll(Trace.of(problem, snapshot));
    List<Entry> entries = Fitting.entries(problem, base.get());
    if (!entries.isEmpty()) {
      lines.add("");
      lines.add("## Repairs of this kind");
      entries.forEach(entry -> lines.addAll(EntryPage.of(entry)));
    }
    code(diagnostic.codeText())
        .ifPresent(text -> {
          lines.add("");
          lines.add("## What " + diagnostic.codeText() + " means");
          lines.add("");
          lines.addAll(Passage.rustFences(text));
        });
    lines.addAll(Reading.about(diagnostic));
    return String.join("\n", lines) + "\n";
  }

  /// A lesson about a code or lint, as Markdown; `meaning` is what its tool says about it. Empty
  /// where neither the tool nor the knowledge base knows it.
  public Optional<String> lesson(String code, Optional<String> meaning) {
    List<Entry> entries =
        base.get().ofCode(code).stream().filter(entry -> entry.retired().isEmpty()).toList();
    return meaning.isEmpty() && entries.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join("\n", Lesson.of(code, meaning, entries)));
  }

  /// The code or lint that somebody who wrote `word` means, and the nearest one that the knowledge
  /// base has.
  public Spelled spelled(String word) {
    return Spelled.of(word, base.get().codes());
  }

  private static String title(Diagnostic diagnostic) {
    return diagnostic
        .code()
        .map(DiagnosticCode::value)
        .map(code -> "**" + code + "** · " + diagnostic.message())
        .orElseGet(() -> "**" + diagnostic.level().word() + "** · " + diagnostic.message());
  }

  private static List<String> shortened(List<String> lines) {
    List<String> split =
        lines.stream().flatMap(line -> line.isEmpty() ? Stream.of(line) : line.lines()).toList();
    var once = new ArrayList<String>();
    for (String line : split) {
      if (!line.isEmpty() || !once.getLast().isEmpty()) {
        once.add(line);
      }
    }
    return once.size() <= HOVER_LINES ? once : once.subList(0, HOVER_LINES);
  }
}
