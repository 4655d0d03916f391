package dev.rustmend.cli;

import com.google.gson.JsonObject;
import dev.rustmend.cargo.Tools;
import dev.rustmend.learn.GitFailure;
import dev.rustmend.learn.GitHistory;
import dev.rustmend.learn.HistoryOutcome;
import dev.rustmend.learn.HistoryRequest;
import dev.rustmend.learn.LogFailure;
import dev.rustmend.repair.PlainCheck;
import dev.rustmend.service.ReportJson;
import dev.rustmend.settings.Settings;
import dev.rustmend.verify.CacheFolder;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/// `rustmend kb learn --from-git`: learns from repairs that a git history has.
final class KbLearnCommand implements Command {
  private static final String FROM_GIT = "--from-git";
  private static final String SINCE = "--since";
  private static final String MAX_COMMITS = "--max-commits";
  private static final String MINUTES = "--minutes";
  private static final String AGAIN = "--again";
  private static final int COMMITS = 200;
  private static final int PATIENCE = 10;

  private final Wiring wiring;

  KbLearnCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            this,
            "learn",
            "Learns from a git history: where a commit does not compile and the next one does, what"
                + " changed is a repair. Commits are checked in the cache folder, newest first and"
                + " without the network; as with `cargo check`, their build scripts run. Your files,"
                + " branches and target folder are not touched. A later run goes on from there.");
    spec.addPositional(Options.optional("DIR", "A folder of the Cargo workspace (this one)."));
    spec.addOption(Options.flag(FROM_GIT, "From the history of the current branch.").build());
    spec.addOption(
        Options.text(SINCE, "DATE", "Only commits since then, as git says it: 2.months, 2026-01-31")
            .build());
    spec.addOption(Options.number(MAX_COMMITS, "N", "How many commits at most (200)."));
    spec.addOption(Options.number(MINUTES, "M", "For how many minutes at most (10)."));
    spec.addOption(Options.flag(AGAIN, "Look again at commits that were looked at.").build());
    spec.addOption(Options.flag(Options.JSON, "Print one JSON document.").build());
    return spec;
  }

  @Override
  public Exit run(Invocation invocation) throws InterruptedException {
    if (!invocation.has(FROM_GIT)) {
      throw new CommandFailure(
          Exit.USAGE, "from what? `rustmend kb learn --from-git` learns from the git history");
    }
    HistoryRequest request = request(invocation);
    Settings settings = wiring.settings(invocation, request.folder());
    if (settings.learning() == Settings.Learning.OFF) {
      throw new CommandFailure(
          Exit.USAGE, "learning is off here; set `learning` to `project` or `all` first");
    }
    var tools = new Tools(wiring.environment());
    var history =
        new GitHistory(
            tools,
            CacheFolder.locate(wiring.environment()),
            wiring.learning(),
            Clock.systemUTC(),
            new PlainCheck(settings, wiring.environment()));
    try {
      print(invocation, learned(invocation, history, request));
      return Exit.CLEAN;
    } catch (GitFailure e) {
      throw new CommandFailure(Exit.ENVIRONMENT, e.sentence(), e);
    } catch (LogFailure e) {
      throw new CommandFailure(Exit.ENVIRONMENT, e.sentence(), e);
    } catch (UncheckedIOException e) {
      throw new CommandFailure(Exit.ENVIRONMENT, String.valueOf(e.getMessage()), e);
    }
  }

  private static HistoryOutcome learned(
      Invocation invocation, GitHistory history, HistoryRequest request)
      throws InterruptedException {
    try (ProgressLine line =
        ProgressLine.start(
            invocation.terminal(), invocation.paint(Terminal.Channel.ERR), "Learning", "")) {
      return history.learn(request, line::show);
    }
  }

  private static HistoryRequest request(Invocation invocation) {
    Path folder =
        invocation.parameter(0).map(invocation::path).orElse(invocation.terminal().directory());
    return new HistoryRequest(
        folder,
        since(invocation),
        positive(invocation, MAX_COMMITS, COMMITS),
        Duration.ofMinutes(positive(invocation, MINUTES, PATIENCE)),
        invocation.has(AGAIN)
            ? HistoryRequest.Freshness.BEGINS_AGAIN
            : HistoryRequest.Freshness.GOES_ON);
  }

  private static Optional<String> since(Invocation invocation) {
    return invocation.<String>value(SINCE).filter(date -> !date.isBlank());
  }

  private static int positive(Invocation invocation, String option, int usual) {
    int number = invocation.<Integer>value(option).orElse(usual);
    if (number < 1) {
      throw new CommandFailure(
          Exit.USAGE, "%s takes a number from 1 on, not %d".formatted(option, number));
    }
    return number;
  }

  private static void print(Invocation invocation, HistoryOutcome outcome) {
    if (invocation.has(Options.JSON)) {
      invocation.print(ReportJson.document(json(outcome)));
      return;
    }
    invocation.print(
        "looked at %s with %s of cargo%s"
            .formatted(
                Count.of(outcome.looked(), "commit"),
                Count.of(outcome.checks(), "run"),
                outcome.unusable() == 0
                    ? ""
                    : "; %d can not be checked here".formatted(outcome.unusable())));
    invocation.print(
        "learned %s of %s with errors before: %s%s"
            .formatted(
                Count.of(outcome.episodes(), "repair"),
                Count.of(outcome.red(), "commit"),
                Count.of(outcome.recipes(), "recipe"),
                outcome.silent() == 0
                    ? ""
                    : ", %d repairs that no recipe says".formatted(outcome.silent())));
    if (!outcome.leftOut().isEmpty()) {
      invocation.print(
          "left out: "
              + new TreeMap<>(outcome.leftOut())
                  .entrySet().stream()
                      .map(reason -> "%d %s".formatted(reason.getValue(), reason.getKey()))
                      .collect(Collectors.joining(", ")));
    }
    if (outcome.timeIsUp()) {
      invocation.tell(
          "rustmend: time is up with %s left; run it again to go on, or give more %s"
              .formatted(Count.of(outcome.commits() - outcome.looked(), "commit"), MINUTES));
    }
  }

  private static JsonObject json(HistoryOutcome outcome) {
    var json = new JsonObject();
    json.addProperty("commits", outcome.commits());
    json.addProperty("looked", outcome.looked());
    json.addProperty("checks", outcome.checks());
    json.addProperty("unusable", outcome.unusable());
    json.addProperty("red", outcome.red());
    json.addProperty("episodes", outcome.episodes());
    json.addProperty("recipes", outcome.recipes());
    json.addProperty("silent", outcome.silent());
    var left = new JsonObject();
    new TreeMap<>(outcome.leftOut()).forEach(left::addProperty);
    json.add("leftOut", left);
    json.addProperty("complete", !outcome.timeIsUp());
    return json;
  }
}
