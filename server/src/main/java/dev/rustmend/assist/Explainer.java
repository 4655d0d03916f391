package dev.rustmend.assist;

import dev.rustmend.cargo.RustcExplain;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.DiagnosticCode;
import dev.rustmend.repair.Problem;
import dev.rustmend.repair.Report;
import dev.rustmend.workspace.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Explains errors as Markdown: a short form for hovers, a long one for a document.
///
/// The short form is made from memory; rustc's explanations of codes are fetched ahead by
/// [#prepare] or by the long form, and remembered.
public final class Explainer {
  private static final int HOVER_LINES = 40;

  private final RustcExplain rustc;
  private final Map<String, Optional<String>> explanations = new ConcurrentHashMap<>();

  public Explainer(RustcExplain rustc) {
    this.rustc = rustc;
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

  /// What the error means here, in at most 40 lines: headings, bold, lists, fenced code and plain
  /// links only. Never waits.
  public String hover(Problem problem, Snapshot snapshot) {
    var lines = new ArrayList<String>();
    lines.add(title(problem.diagnostic()));
    lines.add("");
    lines.addAll(ProblemText.places(problem.diagnostic(), snapshot));
    lines.addAll(ProblemText.notes(problem.diagnostic()));
    Optional<String> known =
        explanations.getOrDefault(problem.diagnostic().codeText(), Optional.empty());
    known
        .map(Passage::first)
        .filter(text -> !text.isEmpty())
        .ifPresent(text -> {
          lines.add("");
          lines.add(text);
        });
    lines.addAll(ProblemText.fixes(problem));
    lines.addAll(ProblemText.links(problem.diagnostic()));
    return String.join("\n", shortened(lines));
  }

  /// Everything: what rustc said, what the pipeline did (candidates, verdicts, order) and rustc's
  /// explanation of the code.
  public String full(Problem problem, Snapshot snapshot) throws InterruptedException {
    var lines = new ArrayList<String>();
    lines.add("# " + problem.diagnostic().headline());
    lines.add("");
    lines.addAll(ProblemText.places(problem.diagnostic(), snapshot));
    lines.addAll(ProblemText.notes(problem.diagnostic()));
    lines.add("");
    lines.add("```text");
    lines.addAll(problem.diagnostic().rendered().stripTrailing().lines().toList());
    lines.add("```");
    lines.addAll(Trace.of(problem, snapshot));
    code(problem.diagnostic().codeText())
        .ifPresent(text -> {
          lines.add("");
          lines.add("## What " + problem.diagnostic().codeText() + " means");
          lines.add("");
          lines.addAll(Passage.rustFences(text));
        });
    lines.addAll(ProblemText.links(problem.diagnostic()));
    return String.join("\n", lines) + "\n";
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
    return split.size() <= HOVER_LINES ? split : split.subList(0, HOVER_LINES);
  }
}
