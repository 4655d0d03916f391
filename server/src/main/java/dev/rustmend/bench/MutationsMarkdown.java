package dev.rustmend.bench;

import dev.rustmend.bench.MutationsReport.Case;
import dev.rustmend.bench.MutationsReport.Ending;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The report of `bench mutations` for people.
final class MutationsMarkdown {
  private final MutationsReport report;

  MutationsMarkdown(MutationsReport report) {
    this.report = report;
  }

  String text() {
    return """
    # How many broken crates get repaired

    %s. %d mutants of %s, drawn with seed %d and rejected by `cargo check --all-targets`; measured \
    %d at a time, all methods in this run.

    *Repaired*: no error is left and the crate's own tests pass, as many as before; *original*: the \
    author's text, character by character. *Wrong*: it compiles, but tests fail. *Precision*: the \
    repaired ones among those that compile. *Worse*: more errors than before. In brackets: \
    Wilson's 95 %% interval. Seconds are wall-clock times of the whole repair, median and 95th \
    percentile; compiles are runs of the compiler, median.

    ![Share of mutants repaired](mutations-shares.svg)

    %s
    ## By kind of mutation

    Repaired / wrong.

    %s
    ## By crate

    %s
    ## By code

    Repaired / wrong; the first code of each mutant.

    %s
    ## Entries by code of the error

    How many entries of the knowledge base proposed something for errors of the code, and how many \
    of them had a proposal that compiled or advanced.

    %s
    %s\
    """
        .formatted(
            report.compiler(),
            report.cases().size(),
            String.join(", ", report.crates()),
            report.seed(),
            report.jobs(),
            methods(),
            counted("kind", group(one -> one.kind().word(), new TreeMap<>())),
            byCrate(),
            counted("code", group(MutationsMarkdown::code, new TreeMap<>())),
            CodeUse.table(
                report.cases().stream()
                    .flatMap(one -> one.outcomes().values().stream())
                    .flatMap(outcome -> outcome.uses().stream())
                    .toList()),
            wrong());
  }

  private String methods() {
    var table =
        new MarkdownTable(
            List.of(
                "method",
                "mutants",
                "repaired",
                "original",
                "wrong",
                "precision",
                "still broken",
                "worse",
                "seconds",
                "compiles per case"));
    report.methods().forEach(method -> table.row(row(MutationsSummary.of(method, report.cases()))));
    return table.text();
  }

  private static List<String> row(MutationsSummary summary) {
    String runs =
        summary.compileRuns().size() == 0
            ? "–"
            : String.format(Locale.ROOT, "%.0f", summary.compileRuns().median());
    return List.of(
        summary.method(),
        String.valueOf(summary.repaired().total()),
        summary.repaired().percent(),
        summary.original().percent(),
        summary.wrong().percent(),
        summary.precision().percent(),
        String.valueOf(summary.broken()),
        String.valueOf(summary.worse()),
        String.format(
            Locale.ROOT,
            "%.2f, %.2f",
            summary.seconds().median(),
            summary.seconds().quantile(0.95)),
        runs);
  }

  private static String code(Case one) {
    return one.codes().isEmpty() ? "no code" : one.codes().getFirst();
  }

  private Map<String, List<Case>> group(Function<Case, String> key, Map<String, List<Case>> into) {
    return report.cases().stream()
        .collect(Collectors.groupingBy(key, () -> into, Collectors.toList()));
  }

  private String counted(String what, Map<String, List<Case>> groups) {
    return table(
        what, groups, summary -> summary.repaired().hits() + " / " + summary.wrong().hits());
  }

  private String byCrate() {
    return table(
        "crate",
        group(Case::crate, new LinkedHashMap<>()),
        summary -> summary.repaired().percent());
  }

  private String table(
      String what, Map<String, List<Case>> groups, Function<MutationsSummary, String> cell) {
    var columns = new ArrayList<>(List.of(what, "mutants"));
    columns.addAll(report.methods());
    var table = new MarkdownTable(columns);
    groups.forEach((name, cases) -> {
      var cells = new ArrayList<>(List.of(name, String.valueOf(cases.size())));
      report.methods().forEach(method -> cells.add(cell.apply(MutationsSummary.of(method, cases))));
      table.row(cells);
    });
    return table.text();
  }

  /// The cases that must not be.
  private String wrong() {
    var text = new StringBuilder();
    for (String method : report.methods()) {
      list(text, method, "Compiles, but its tests fail", Ending.WRONG);
      list(text, method, "Ended worse than it began", Ending.WORSE);
    }
    return text.toString();
  }

  private void list(StringBuilder text, String method, String title, Ending ending) {
    List<Case> cases =
        report.cases().stream().filter(one -> one.outcome(method).ending() == ending).toList();
    if (!cases.isEmpty()) {
      text.append("## ").append(title).append(", ").append(method).append("\n\n");
      for (Case one : cases) {
        text.append("- `%s`: %s%n".formatted(one.id(), one.kind().word()));
      }
      text.append('\n');
    }
  }
}
