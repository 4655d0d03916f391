package dev.rustmend.bench;

import dev.rustmend.bench.FixesReport.Case;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The report of `bench fixes` for people.
final class FixesMarkdown {
  private static final int TOP_CODES = 25;
  private static final int LISTED = 40;
  private static final String FOLDER_WORDS =
      " *Does what was meant*: repaired, and the program runs to its end with all the assertions of"
          + " its author. *The author's own repair*: the same tokens.";

  private final FixesReport report;

  FixesMarkdown(FixesReport report) {
    this.report = report;
  }

  String text() {
    return """
    # How many broken programs get repaired

    %s. %d programs %s are said not to compile, %d of them give \
    their error with this compiler, %d were measured, %d at a time. %s

    *Compiles*: no error is left. *Repaired*: no error is left and nothing of the program is lost. \
    In brackets: Wilson's 95 %% interval. Seconds are wall-clock times of the whole repair, median \
    and 95th percentile; compiles are runs of the compiler, median.%s

    ![Share of programs repaired](fixes-shares.svg)

    %s
    ![Time of a repair](fixes-seconds.svg)

    ## Repaired, by book

    %s
    ## Repaired, by code

    %s
    %s%s%s\
    """
        .formatted(
            report.toolchain().version(),
            report.found(),
            origin(),
            report.kept(),
            report.cases().size(),
            report.jobs(),
            provenance(),
            ofFolder() ? FOLDER_WORDS : "",
            halves(),
            grouped(byBook(), "book"),
            grouped(byCode(), "code"),
            rungs(),
            recipes(),
            troubles());
  }

  private boolean ofFolder() {
    return report.origin() == FixesReport.Origin.FOLDER;
  }

  private String origin() {
    return switch (report.origin()) {
      case DOCUMENTATION -> "of the toolchain's documentation";
      case FOLDER -> "of a folder";
    };
  }

  /// Which figures this run measured and which it took from an earlier one.
  private String provenance() {
    var sentences = new ArrayList<String>();
    for (String method : report.methods()) {
      long cached = report.cases().stream().filter(one -> one.outcome(method).cached()).count();
      if (cached > 0) {
        sentences.add(
            "*%s*: %d of %d results come from an earlier run with the same compiler."
                .formatted(method, cached, report.cases().size()));
      }
    }
    return sentences.isEmpty()
        ? "All figures were measured in this run."
        : String.join(" ", sentences);
  }

  private String halves() {
    var text = new StringBuilder();
    sections()
        .forEach((name, cases) -> {
          text.append("## ").append(name).append("\n\n");
          var table = new MarkdownTable(columns());
          report.methods().forEach(method -> table.row(row(FixesSummary.of(method, cases))));
          text.append(table.text()).append('\n');
        });
    return text.toString().stripTrailing() + "\n";
  }

  private List<String> columns() {
    var columns = new ArrayList<>(List.of("method", "programs", "compiles", "repaired"));
    if (ofFolder()) {
      columns.addAll(List.of("does what was meant", "the author's own repair"));
    }
    columns.addAll(List.of("seconds", "compiles per case", "worse than before", "lost something"));
    return columns;
  }

  private Map<String, List<Case>> sections() {
    var sections = new LinkedHashMap<String, List<Case>>();
    for (Half half : Half.values()) {
      List<Case> cases = report.cases().stream().filter(one -> one.half() == half).toList();
      if (!cases.isEmpty()) {
        sections.put("Half “" + half.word() + "”", cases);
      }
    }
    if (sections.size() != 1) {
      sections.put("All", report.cases());
    }
    return sections;
  }

  private List<String> row(FixesSummary summary) {
    String runs =
        summary.compileRuns().size() == 0
            ? "–"
            : String.format(Locale.ROOT, "%.0f", summary.compileRuns().median());
    var cells =
        new ArrayList<>(
            List.of(
                summary.method(),
                String.valueOf(summary.repaired().total()),
                summary.compiles().percent(),
                summary.repaired().percent()));
    if (ofFolder()) {
      cells.add(summary.asMeant().percent());
      cells.add(summary.asItsAuthor().percent());
    }
    cells.add(
        String.format(
            Locale.ROOT,
            "%.2f, %.2f",
            summary.seconds().median(),
            summary.seconds().quantile(0.95)));
    cells.add(runs);
    cells.add(String.valueOf(summary.worse().size()));
    cells.add(String.valueOf(summary.losses().size()));
    return cells;
  }

  private Map<String, List<Case>> byBook() {
    return group(Case::book, new LinkedHashMap<>());
  }

  /// The most frequent codes first.
  private Map<String, List<Case>> byCode() {
    var sorted = new LinkedHashMap<String, List<Case>>();
    group(Case::code, new TreeMap<>()).entrySet().stream()
        .sorted(Comparator.comparingInt(entry -> -entry.getValue().size()))
        .limit(TOP_CODES)
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }

  private Map<String, List<Case>> group(Function<Case, String> key, Map<String, List<Case>> into) {
    return report.cases().stream()
        .collect(Collectors.groupingBy(key, () -> into, Collectors.toList()));
  }

  private String grouped(Map<String, List<Case>> groups, String what) {
    var columns = new ArrayList<>(List.of(what, "programs"));
    columns.addAll(report.methods());
    var table = new MarkdownTable(columns);
    groups.forEach((name, cases) -> {
      var cells = new ArrayList<>(List.of(name, String.valueOf(cases.size())));
      for (String method : report.methods()) {
        cells.add(FixesSummary.of(method, cases).repaired().percent());
      }
      table.row(cells);
    });
    return table.text();
  }

  private String rungs() {
    return report.methods().stream()
        .map(method ->
            new FixesRungs(
                method, report.cases().stream().map(one -> one.outcome(method)).toList()))
        .map(FixesRungs::markdown)
        .collect(Collectors.joining());
  }

  /// What each recipe did, those with a part in a result first; nothing where no method has any.
  private String recipes() {
    List<RecipeUse> uses =
        RecipeUses.sum(
            report.cases().stream()
                .flatMap(one -> one.outcomes().values().stream())
                .flatMap(outcome -> outcome.uses().stream()));
    if (uses.isEmpty()) {
      return "";
    }
    var table =
        new MarkdownTable(
            List.of(
                "proposed by",
                "proposed",
                "verified",
                "compiled or advanced",
                "ranked first",
                "kept"));
    for (RecipeUse use : uses) {
      table.row(
          List.of(
              use.origin(),
              String.valueOf(use.proposed()),
              String.valueOf(use.verified()),
              String.valueOf(use.held()),
              String.valueOf(use.first()),
              String.valueOf(use.kept())));
    }
    return """
    ## By recipe

    *Proposed*: for the program as it was, what rustc proposed as well left out. *Verified*: proposals \
    that were compiled or held back by the guard, in the first and the last \
    state of each program. *Ranked first*: the best for its error. *Kept*: part of the result.

    %s
    ## Entries by code of the error

    How many entries of the knowledge base proposed something for errors of the code, and how many \
    of them had a proposal that compiled or advanced.

    %s
    """
        .formatted(
            table.text(),
            CodeUse.table(
                report.cases().stream()
                    .flatMap(one -> one.outcomes().values().stream())
                    .flatMap(outcome -> outcome.uses().stream())
                    .toList()));
  }

  /// The cases that must not be: worse than before, or something lost.
  private String troubles() {
    var text = new StringBuilder();
    for (String method : report.methods()) {
      FixesSummary summary = FixesSummary.of(method, report.cases());
      list(text, "Ended worse than it began, " + method, summary.worse());
      list(text, "Lost something, " + method, summary.losses());
      list(text, "Does something else than was meant, " + method, others(method));
    }
    return text.toString();
  }

  private List<String> others(String method) {
    return report.cases().stream()
        .filter(one -> one.outcome(method).repaired())
        .filter(one -> one.outcome(method).behavior() == Behavior.OTHER)
        .map(Case::id)
        .toList();
  }

  private static void list(StringBuilder text, String title, List<String> ids) {
    if (!ids.isEmpty()) {
      text.append("## ").append(title).append("\n\n");
      ids.stream().limit(LISTED).forEach(id -> text.append("- `").append(id).append("`\n"));
      if (ids.size() > LISTED) {
        text.append("- and ").append(ids.size() - LISTED).append(" more\n");
      }
      text.append('\n');
    }
  }
}
