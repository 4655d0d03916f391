package dev.rustmend.bench;

import java.util.List;
import java.util.Locale;

/// The report of `bench latency` for people.
final class LatencyMarkdown {
  private final LatencyReport report;

  LatencyMarkdown(LatencyReport report) {
    this.report = report;
  }

  String text() {
    return """
    # How long one waits

    %s, %d processors. Projects are generated; the server is a process of its own that speaks LSP \
    over its pipes. *Bare check*: `cargo check` of the same edit in a copy of the project with a \
    warm target directory of its own, in the same run. *All verified*: from the save until the \
    server says that nothing more will come. Times are medians.

    ## From the save to the last verified fix

    %s
    Over the projects the median is %s times a bare check.

    ![Time to verified fixes over a bare check](latency-ratio.svg)

    ## Requests

    %s
    ## The server itself

    %s\
    """
        .formatted(
            report.toolchain().version(),
            report.processors(),
            states(),
            number(report.ratio()),
            requests(),
            server());
  }

  private String states() {
    var table =
        new MarkdownTable(
            List.of("project", "state", "bare check", "all verified", "times", "fixes offered"));
    for (LatencyReport.Project project : report.projects()) {
      for (LatencyReport.State state : project.states()) {
        table.row(
            List.of(
                project.name(),
                state.name(),
                number(state.bareSeconds().median()) + " s",
                number(state.verifiedSeconds().median()) + " s",
                number(state.ratio()),
                String.valueOf(state.offers())));
      }
      table.row(
          List.of(
              "**%s**".formatted(project.name()),
              String.format(
                  Locale.ROOT,
                  "median; %,d lines, packages: %d",
                  project.lines(),
                  project.packages()),
              "",
              "",
              "**%s**".formatted(number(project.ratio())),
              ""));
    }
    return table.text();
  }

  private String requests() {
    var table = new MarkdownTable(List.of("request", "requests", "p50", "p95", "p99"));
    for (LatencyReport.Project project : report.projects()) {
      table.row(row("code action, " + project.name(), project.codeActionMillis()));
      table.row(row("hover, " + project.name(), project.hoverMillis()));
    }
    return table.text();
  }

  private static List<String> row(String name, Sample millis) {
    return List.of(
        name,
        String.valueOf(millis.size()),
        number(millis.median()) + " ms",
        number(millis.quantile(0.95)) + " ms",
        number(millis.quantile(0.99)) + " ms");
  }

  private String server() {
    var table = new MarkdownTable(List.of("what", "value"));
    Sample starts = report.starts().initialize();
    table.row(
        List.of(
            "start of the process to the answer of `initialize`, median of " + starts.size(),
            number(starts.median()) + " ms"));
    report
        .starts()
        .plain()
        .ifPresent(plain -> {
          table.row(
              plainRow("a JVM that prints a line, same runtime and options", plain.same(), starts));
          table.row(
              plainRow("the same without our archive of classes", plain.withoutClasses(), starts));
        });
    report
        .memory()
        .ifPresent(memory -> {
          table.row(List.of("resident memory after `initialize`", mb(memory.startKibibytes())));
          table.row(List.of("resident memory, idle with a session", mb(memory.idleKibibytes())));
          table.row(
              List.of(
                  "resident memory, index and embedder in use, medium project",
                  mb(memory.knowledgeKibibytes())));
        });
    return table.text();
  }

  private static List<String> plainRow(String name, Sample plain, Sample starts) {
    return List.of(
        name,
        "%s ms; `initialize` takes %s times that"
            .formatted(number(plain.median()), number(starts.median() / plain.median())));
  }

  private static String mb(long kibibytes) {
    return String.format(Locale.ROOT, "%.0f MB", kibibytes * 1024 / 1e6);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
