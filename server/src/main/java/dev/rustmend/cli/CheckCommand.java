package dev.rustmend.cli;

import dev.rustmend.repair.Report;
import dev.rustmend.service.ReportJson;
import dev.rustmend.workspace.Snapshot;
import java.nio.file.Path;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;

/// `rustmend check`: every error with its verified fixes; changes nothing.
final class CheckCommand implements Command {
  private final Wiring wiring;

  CheckCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            this,
            "check",
            "Runs cargo, prints every error with its verified fixes, best first, and changes"
                + " nothing.");
    spec.addPositional(
        Options.optional("DIR", "A folder in the workspace; the current one unless given."));
    Options.addAllTargets(spec);
    Options.addJson(spec);
    return spec;
  }

  @Override
  public Exit run(Invocation invocation) throws InterruptedException {
    Invocation.Format format = invocation.format();
    Path directory = invocation.path(invocation.parameter(0).orElse(""));
    try (OpenWorkspace workspace = wiring.open(invocation, directory)) {
      Report report = check(invocation, workspace);
      var json = new ReportJson(workspace.settings().offers());
      switch (format) {
        case TEXT -> print(invocation, workspace, report);
        case JSON -> invocation.print(ReportJson.document(json.report(report)));
        case JSON_LINES -> {
          report.problems().forEach(it -> Events.print(invocation, "problem", json.problem(it)));
          Events.print(invocation, "summary", json.summary(report));
        }
      }
      return exit(report);
    }
  }

  static Report check(Invocation invocation, OpenWorkspace workspace) throws InterruptedException {
    Path root = workspace.session().root();
    try (ProgressLine line =
        ProgressLine.start(
            invocation.terminal(),
            invocation.paint(Terminal.Channel.ERR),
            "Checking",
            String.valueOf(root.getFileName()))) {
      Consumer<Report> show = report -> Progress.of(report).show(line);
      return workspace.session().run(Snapshot.ofDisk(), show);
    }
  }

  private static void print(Invocation invocation, OpenWorkspace workspace, Report report) {
    if (report.failure().isPresent()) {
      return;
    }
    Paint paint = invocation.paint(Terminal.Channel.OUT);
    var rejections =
        invocation.isVerbose() ? ProblemText.Rejections.LISTED : ProblemText.Rejections.COUNTED;
    var problems = new ProblemText(paint, workspace.session().root(), rejections);
    var text = new CheckText(paint, problems, workspace.settings().offers());
    invocation.print(text.lines(report));
    if (!invocation.isQuiet()) {
      invocation.print(text.summary(report));
      if (report.fixable() > 0) {
        invocation.print(paint.in(Paint.Ink.FAINT, "  to apply the best ones: rustmend fix"));
      }
    }
  }

  /// 3 when cargo could not do its work, with its sentence on stderr.
  private static Exit exit(Report report) {
    if (report.failure().isPresent()) {
      throw new CommandFailure(Exit.ENVIRONMENT, report.failureSentence().orElseThrow());
    }
    return report.errors() == 0 ? Exit.CLEAN : Exit.REMAIN;
  }
}
