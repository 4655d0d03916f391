package dev.rustmend.cli;

import com.google.gson.JsonObject;
import dev.rustmend.repair.AuditRecord;
import dev.rustmend.repair.FixChooser;
import dev.rustmend.repair.FixListener;
import dev.rustmend.repair.FixOutcome;
import dev.rustmend.repair.ModelSample;
import dev.rustmend.repair.Problem;
import dev.rustmend.service.ModelJson;
import dev.rustmend.service.ReportJson;
import dev.rustmend.workspace.Snapshot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/// Shows the work of `fix` while it goes on and when it is done, in the form that was asked for.
record FixPresenter(
    Invocation invocation,
    Invocation.Format format,
    ReportJson json,
    ProblemText problems,
    CheckText reports,
    FixText fixes)
    implements FixListener {

  static FixPresenter of(Invocation invocation, OpenWorkspace workspace) {
    Paint paint = invocation.paint(Terminal.Channel.OUT);
    var problems =
        new ProblemText(paint, workspace.session().root(), ProblemText.Rejections.LISTED);
    var offers = workspace.settings().offers();
    return new FixPresenter(
        invocation,
        invocation.format(),
        new ReportJson(offers),
        problems,
        new CheckText(paint, problems, offers),
        new FixText(paint, problems));
  }

  /// Asks on the terminal; each problem and its fixes are shown first.
  FixChooser chooser(Snapshot snapshot) {
    return new AskingChooser(invocation, problems, snapshot);
  }

  @Override
  public void tried(AuditRecord record) {
    if (format == Invocation.Format.JSON_LINES) {
      Events.print(invocation, "applied", json.applied(record));
    }
  }

  @Override
  public void answered(ModelSample sample) {
    if (format == Invocation.Format.JSON_LINES) {
      Events.print(invocation, "answer", ModelJson.sample(sample));
    }
  }

  /// Shows what is done already, since asking a model may take minutes.
  @Override
  public void settled(FixOutcome soFar) {
    if (format == Invocation.Format.TEXT) {
      print(soFar.audit(), soFar.changes());
    }
  }

  /// The same, with the progress line moving on.
  FixListener with(ProgressLine line) {
    return new FixListener() {
      @Override
      public void tried(AuditRecord record) {
        line.show("round %d, %s".formatted(record.round(), record.fix().title()), 0, 0);
        FixPresenter.this.tried(record);
      }

      @Override
      public void settled(FixOutcome soFar) {
        line.aside(() -> FixPresenter.this.settled(soFar));
        line.show(
            "asking the model about %s".formatted(Count.of(soFar.after().errors(), "error")), 0, 0);
      }

      @Override
      public void answered(ModelSample sample) {
        line.show(ModelAttemptText.progress(sample), 0, 0);
        FixPresenter.this.answered(sample);
      }
    };
  }

  /// The result; `shown` is what [#settled] got, and `time` what all of it took.
  void show(FixOutcome outcome, Optional<FixOutcome> shown, Duration time) {
    switch (format) {
      case TEXT -> print(outcome, shown, time);
      case JSON -> invocation.print(ReportJson.document(json.outcome(outcome)));
      case JSON_LINES -> events(outcome);
    }
  }

  /// The result of a run that was interrupted after [#settled].
  void interrupted(FixOutcome soFar) {
    switch (format) {
      case TEXT -> {}
      case JSON -> invocation.print(ReportJson.document(json.outcome(soFar)));
      case JSON_LINES -> events(soFar);
    }
    invocation.tell(
        invocation.has(FixCommand.DRY_RUN)
            ? "rustmend: nothing was written, since this was a dry run"
            : "rustmend: %s written before the model was asked stays; run fix again to ask once more"
                .formatted(Count.of(FixText.kept(soFar), "fix")));
  }

  private void print(FixOutcome outcome, Optional<FixOutcome> shown, Duration time) {
    if (outcome.failure().isPresent() && outcome.audit().isEmpty()) {
      return;
    }
    List<AuditRecord> before = shown.map(FixOutcome::audit).orElse(List.of());
    print(
        outcome.audit().stream().filter(record -> !before.contains(record)).toList(),
        shown.map(outcome::changesSince).orElseGet(outcome::changes));
    invocation.print(remaining(outcome));
    if (!invocation.isQuiet()) {
      invocation.print(model(outcome));
      separate(outcome.model());
      invocation.print(fixes.summary(outcome, time));
    }
  }

  private void print(List<AuditRecord> audit, SortedMap<Path, FixOutcome.Change> changes) {
    if (!invocation.isQuiet()) {
      audit.forEach(record -> invocation.print(fixes.record(record)));
      separate(audit);
    }
    List<String> diff = fixes.diff(changes);
    invocation.print(diff);
    separate(diff);
  }

  private List<String> model(FixOutcome outcome) {
    return new ModelAttemptText(problems.paint(), problems)
        .lines(
            outcome.model(),
            invocation.isVerbose()
                ? ModelAttemptText.Detail.EVERY_ANSWER
                : ModelAttemptText.Detail.EACH_ERROR);
  }

  /// What is left: errors only, since warnings were not asked about.
  private List<String> remaining(FixOutcome outcome) {
    return outcome.after().problems().stream()
        .filter(problem -> problem.diagnostic().isError())
        .map(problem -> remaining(problem, outcome))
        .flatMap(List::stream)
        .toList();
  }

  private List<String> remaining(Problem problem, FixOutcome outcome) {
    List<String> lines =
        new ArrayList<>(problems.lines(problem, problem.fixes(), outcome.after().snapshot()));
    outcome.withheld().stream()
        .filter(withheld -> withheld.problem().equals(problem))
        .map(fixes::withheld)
        .forEach(lines::add);
    lines.add("");
    return lines;
  }

  private void events(FixOutcome outcome) {
    JsonObject all = json.outcome(outcome);
    all.getAsJsonArray("problems")
        .forEach(it -> Events.print(invocation, "problem", it.getAsJsonObject()));
    all.getAsJsonArray("changed")
        .forEach(it -> Events.print(invocation, "changed", it.getAsJsonObject()));
    Events.print(invocation, "summary", all.getAsJsonObject("summary"));
  }

  private void separate(List<?> block) {
    if (!block.isEmpty()) {
      invocation.print("");
    }
  }
}
