package dev.rustmend.bench;

import dev.rustmend.bench.ModelBenchReport.Case;
import dev.rustmend.bench.ModelBenchReport.Fate;
import dev.rustmend.bench.ModelBenchReport.Nearness;
import dev.rustmend.bench.ModelBenchReport.Outcome;
import dev.rustmend.bench.ModelBenchReport.Shown;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The report of `bench model` for people.
record ModelBenchMarkdown(ModelBenchReport report) {
  String text() {
    return """
    # Ways of asking a language model

    %s. The model: %s. %d programs of the toolchain's documentation were tried with all that `fix` \
    does without a model; %d of them kept an error, and about the first one the model was asked in \
    each way, %d answers at most: one that compiles ends the question. No answer is shown rustc's \
    objections here.

    %s
    *Parsed*: the answer is one of the items that were shown. *Guarded*: held back before it was \
    compiled. *Refused*: rustc found an error in it. *Advances*: the error is gone, others are left. \
    *Compiles*: no error is left. *Repaired*: of the programs, compiles and nothing is lost, with \
    Wilson's 95 %% interval. Tokens are those that the model read anew and wrote, per program; seconds \
    are those of answering, median; compiles are runs of the compiler, median.

    ![What became of the answers](model-answers.svg)

    %s
    ## Closed book?

    %s
    ## Programs

    %s\
    """
        .formatted(
            report.toolchain().version(),
            report.model().isEmpty() ? "it was never asked" : report.model(),
            report.looked(),
            report.cases().size(),
            report.answers(),
            ways(),
            variants(),
            closedBook(),
            programs());
  }

  private String ways() {
    return report.variants().stream()
        .map(variant -> "- **%s**: %s\n".formatted(variant.name(), variant.what()))
        .collect(Collectors.joining());
  }

  private String variants() {
    var table =
        new MarkdownTable(
            List.of(
                "way",
                "programs asked",
                "answers",
                "parsed",
                "repeated",
                "guarded",
                "refused",
                "advances",
                "compiles",
                "repaired",
                "tokens read",
                "tokens written",
                "seconds",
                "compiles run"));
    for (ModelVariant variant : report.variants()) {
      table.row(row(variant, ModelBenchSummary.of(variant, report.cases())));
    }
    return table.text();
  }

  private static List<String> row(ModelVariant variant, ModelBenchSummary summary) {
    return List.of(
        variant.name(),
        count(summary.asked()),
        count(summary.answers()),
        count(summary.parsed().hits()),
        count(summary.count(Fate.REPEATED)),
        count(summary.count(Fate.GUARDED)),
        count(summary.count(Fate.REFUSED)),
        count(summary.count(Fate.ADVANCES)),
        count(summary.compile().hits()),
        summary.repaired().percent(),
        perProgram(summary.read(), summary.asked()),
        perProgram(summary.written(), summary.asked()),
        number("%.1f", summary.seconds().median()),
        number("%.0f", summary.compiles().median()));
  }

  private static String perProgram(int tokens, int programs) {
    return programs == 0 ? "–" : number("%.0f", (double) tokens / programs);
  }

  private static String count(int number) {
    return String.valueOf(number);
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  private String closedBook() {
    var text =
        new StringBuilder(
            """
            No prompt shows a page of the documentation. The examples are those of the knowledge \
            base; of the questions with examples, so many show one that resembles the program or \
            its repaired version on the page (four fifths of the pairs of tokens), or else one for the \
            code that the page is about:

            """);
    var table =
        new MarkdownTable(List.of("way", "with examples", "resembles", "same code", "neither"));
    for (ModelVariant variant : report.variants()) {
      List<Outcome> with =
          report.cases().stream()
              .map(one -> one.outcome(variant.name()))
              .filter(outcome -> !outcome.examples().isEmpty())
              .toList();
      var cells = new ArrayList<>(List.of(variant.name(), count(with.size())));
      Arrays.stream(Nearness.values())
          .map(nearness -> with.stream().filter(one -> nearest(one) == nearness).count())
          .map(String::valueOf)
          .forEach(cells::add);
      table.row(cells);
    }
    return text.append(table.text()).toString();
  }

  private static Nearness nearest(Outcome outcome) {
    return outcome.examples().stream()
        .map(Shown::nearness)
        .min(Nearness::compareTo)
        .orElse(Nearness.OTHER);
  }

  private String programs() {
    var columns = new ArrayList<>(List.of("program", "error"));
    report.variants().forEach(variant -> columns.add(variant.name()));
    var table = new MarkdownTable(columns);
    for (Case one : report.cases()) {
      var cells = new ArrayList<>(List.of(one.id(), one.code()));
      report.variants().forEach(variant -> cells.add(best(one.outcome(variant.name()))));
      table.row(cells);
    }
    return table.text();
  }

  /// What came of the best answer.
  private static String best(Outcome outcome) {
    return outcome.answers().stream()
        .map(ModelBenchReport.Answer::fate)
        .max(Fate::compareTo)
        .map(Fate::word)
        .orElse("not asked");
  }
}
