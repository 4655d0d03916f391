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

    %s, %s. Projects are generated; the server is a process of its own that speaks LSP \
    over its pipes. *Bare check*: `cargo check` of the same edit in a copy of the project with a \
    warm target directory of its own, in the same run. *First*: from the save until a verified fix \
    is offered at an error. *All*: from the save until the server says that nothing more will come. \
    *Paused*: the same from a save whose text was typed and then checked after a pause before. Times \
    are medians.

    ## From the save to the verified fixes

    %s
    Over the projects the medians are %s times a bare check to the first verified fix, and %s times \
    to all of them.

    ![Time to verified fixes over a bare check](latency-ratio.svg)

    ## One proof

    What one proof costs beside one run of rustc that compiles the same repaired crate, called by \
    hand as cargo calls it, with a warm incremental state of its own. A proof ends when the compiler \
    has nothing more to check; the run of rustc also saves its incremental state.

    %s
    ## Requests

    %s
    ## The server itself

    %s\
    %s\
    """
        .formatted(
            report.toolchain().version(),
            report.machine(),
            states(),
            number(report.firstRatio()),
            number(report.ratio()),
            proofs(),
            requests(),
            server(),
            against());
  }

  private String against() {
    if (report.against().isEmpty()) {
      return "";
    }
    var table =
        new MarkdownTable(
            List.of(
                "project", "state", "rust-analyzer's errors", "our errors", "first fix", "all"));
    for (LatencyReport.Against one : report.against()) {
      table.row(
          List.of(
              one.project(),
              one.state(),
              seconds(one.theirDiagnostics()),
              seconds(one.ourDiagnostics()),
              seconds(one.first()),
              seconds(one.all())));
    }
    return """

    ## Beside rust-analyzer

    Seconds from the same save, each server on a copy of its own, one after the other: until \
    rust-analyzer has published what its own check says, and until rustmend has published the same \
    (which it does only where a setting asks for it) and offers verified fixes.

    %s\
    """
        .formatted(table.text());
  }

  private static String seconds(Sample sample) {
    return sample.size() == 0 ? "none" : number(sample.median()) + " s";
  }

  private String states() {
    var table =
        new MarkdownTable(
            List.of(
                "project",
                "state",
                "bare check",
                "first",
                "times",
                "all",
                "times",
                "offered",
                "paused, first",
                "paused, all"));
    for (LatencyReport.Project project : report.projects()) {
      for (LatencyReport.State state : project.states()) {
        table.row(
            List.of(
                project.name(),
                state.name(),
                number(state.bareSeconds().median()) + " s",
                first(state, number(state.firstSeconds().median()) + " s"),
                first(state, number(state.firstRatio())),
                number(state.verifiedSeconds().median()) + " s",
                number(state.ratio()),
                String.valueOf(state.offers()),
                seconds(state.paused().firstSeconds()),
                seconds(state.paused().verifiedSeconds())));
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
              "**%s**".formatted(number(project.firstRatio())),
              "",
              "**%s**".formatted(number(project.ratio())),
              "",
              "",
              ""));
    }
    return table.text();
  }

  private static String first(LatencyReport.State state, String value) {
    return state.firstSeconds().size() == 0 ? "none" : value;
  }

  private String proofs() {
    var table = new MarkdownTable(List.of("project", "rustc", "proof", "times"));
    for (LatencyReport.Project project : report.projects()) {
      table.row(
          List.of(
              project.name(),
              number(project.proof().rustcSeconds().median()) + " s",
              number(project.proof().proofSeconds().median()) + " s",
              number(project.proof().ratio())));
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
