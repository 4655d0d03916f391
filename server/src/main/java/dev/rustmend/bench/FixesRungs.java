package dev.rustmend.bench;

import dev.rustmend.bench.FixesReport.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Which source of proposals a method needed for its repairs, and what its model cost.
record FixesRungs(String method, List<Outcome> outcomes) {

  /// The table of one method, as Markdown; nothing for a method without sources.
  String markdown() {
    List<Outcome> known =
        outcomes.stream().filter(outcome -> Rung.of(outcome).isPresent()).toList();
    if (known.isEmpty()) {
      return "";
    }
    var table =
        new MarkdownTable(
            List.of("last source needed", "repaired", "seconds", "compiles per case"));
    for (Rung rung : Rung.values()) {
      List<Outcome> there =
          known.stream().filter(outcome -> Rung.of(outcome).equals(Optional.of(rung))).toList();
      table.row(
          List.of(
              rung.word(),
              new Share(there.size(), outcomes.size()).percent(),
              there.isEmpty() ? "–" : median(there.stream().map(Outcome::seconds).toList(), "%.2f"),
              there.isEmpty()
                  ? "–"
                  : median(
                      there.stream().map(outcome -> (double) outcome.compiles()).toList(),
                      "%.0f")));
    }
    return """
    ## By source, %s

    A program counts for the last of the sources that its repair needed. Seconds and compiles: \
    medians.

    %s
    %s\
    """
        .formatted(method, table.text(), model());
  }

  private String model() {
    List<Outcome> asked = outcomes.stream().filter(outcome -> outcome.model().wasAsked()).toList();
    if (asked.isEmpty()) {
      return "";
    }
    long repaired =
        asked.stream().filter(outcome -> Rung.of(outcome).equals(Optional.of(Rung.MODEL))).count();
    var table =
        new MarkdownTable(
            List.of(
                "programs asked about",
                "repaired by it",
                "answers",
                "tokens",
                "seconds of answering"));
    table.row(
        List.of(
            String.valueOf(asked.size()),
            new Share((int) repaired, asked.size()).percent(),
            spread(asked.stream().map(one -> (double) one.model().answers()).toList(), "%.0f"),
            spread(asked.stream().map(one -> (double) one.model().tokens()).toList(), "%.0f"),
            spread(asked.stream().map(one -> one.model().seconds()).toList(), "%.1f")));
    return """
    The model, per program that it was asked about (median, 95th percentile):

    %s
    """
        .formatted(table.text());
  }

  private static String median(List<Double> values, String format) {
    return String.format(Locale.ROOT, format, Sample.of(values).median());
  }

  private static String spread(List<Double> values, String format) {
    return median(values, format)
        + String.format(Locale.ROOT, ", " + format, Sample.of(values).quantile(0.95));
  }
}
