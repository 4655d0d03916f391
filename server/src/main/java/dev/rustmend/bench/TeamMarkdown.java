package dev.rustmend.bench;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The report of `bench team` for people.
final class TeamMarkdown {
  private final TeamReport report;

  TeamMarkdown(TeamReport report) {
    this.report = report;
  }

  String text() {
    return """
    # What a team's cluster costs

    %s, %s.
    %s%s\
    """
        .formatted(report.toolchain().version(), report.machine(), absences(), clusters());
  }

  private String absences() {
    if (report.absences().isEmpty()) {
      return "";
    }
    TeamReport.Absence without = report.absences().getFirst();
    var table =
        new MarkdownTable(
            List.of(
                "cluster",
                "code actions p50",
                "p95",
                "times",
                "hovers p50",
                "p95",
                "times",
                "save to last fix",
                "offered",
                "lines in the log"));
    for (TeamReport.Absence one : report.absences()) {
      table.row(
          List.of(
              one.name(),
              millis(one.codeActionMillis().median()),
              millis(p95(one.codeActionMillis())),
              number(p95(one.codeActionMillis()) / p95(without.codeActionMillis())),
              millis(one.hoverMillis().median()),
              millis(p95(one.hoverMillis())),
              number(p95(one.hoverMillis()) / p95(without.hoverMillis())),
              number(one.verifiedSeconds().median()) + " s",
              String.valueOf(one.offers()),
              String.valueOf(one.logLines())));
    }
    return """

    ## While it is gone

    One real server for each row, all at the same time, and one request to each in turn: %d of \
    each kind. *Times* sets a p95 beside the one of the server without a cluster.

    %s\
    """
        .formatted(without.codeActionMillis().size(), table.text());
  }

  private String clusters() {
    if (report.clusters().isEmpty()) {
      return "";
    }
    var table =
        new MarkdownTable(
            List.of(
                "passages, round",
                "words p50",
                "p95",
                "with meaning p50",
                "p95",
                "beside: words p50",
                "p95",
                "with meaning p50",
                "p95"));
    var sizes = new MarkdownTable(List.of("passages", "published in", "one copy"));
    for (TeamReport.Cluster one : report.clusters()) {
      sizes.row(
          List.of(
              String.format(Locale.ROOT, "%,d", one.passages()),
              one.publishSeconds().map(seconds -> number(seconds) + " s").orElse("there before"),
              String.format(Locale.ROOT, "%.0f MB", one.bytes() / 1e6)));
      for (int i = 0; i < one.rounds().size(); i++) {
        TeamReport.Round round = one.rounds().get(i);
        table.row(
            List.of(
                String.format(Locale.ROOT, "%,d, %d", one.passages(), i + 1),
                millis(round.words().median()),
                millis(p95(round.words())),
                median(round.fused()),
                tail(round.fused()),
                millis(round.wordsBeside().median()),
                millis(p95(round.wordsBeside())),
                median(round.fusedBeside()),
                tail(round.fusedBeside())));
      }
    }
    return """

    ## While it is searched

    Made passages, and the labelled questions with vectors that cost nothing: all of a search, to \
    the cluster alone, and beside the index of this machine as a person asks. The first round comes \
    after a few queries to warm up.

    %s
    %s\
    """
        .formatted(table.text(), sizes.text());
  }

  private static String median(Optional<Sample> sample) {
    return sample.map(some -> millis(some.median())).orElse("–");
  }

  private static String tail(Optional<Sample> sample) {
    return sample.map(some -> millis(p95(some))).orElse("–");
  }

  private static double p95(Sample sample) {
    return sample.quantile(0.95);
  }

  private static String millis(double value) {
    return String.format(Locale.ROOT, "%.1f ms", value);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
