package dev.rustmend.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.rustmend.repair.RepairSession;
import dev.rustmend.repair.Report;
import dev.rustmend.repair.Sessions;
import dev.rustmend.workspace.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/// `workspace/executeCommand`: every command answers at once with its run id and delivers later.
/// Helix gives up on an answer after 20 seconds, lsp-mode after 10, and eglot blocks until it
/// comes.
record ExecuteCommandHandler(
    Sessions sessions,
    OpenDocuments documents,
    Roots roots,
    Runs runs,
    CheckScheduler scheduler,
    CheckMonitor monitor,
    ProgressBoard board,
    FixCommand fix,
    ExplainCommand explain,
    AskCommand ask,
    GenerateCommand generate,
    LearnedCommand learned,
    String version,
    Supplier<Optional<String>> team) {
  private static final String RUN_ID = "runId";

  CompletableFuture<Object> handle(ExecuteCommandParams params) {
    String id = FromLsp.require(params.getCommand(), "command");
    ServerCommand command =
        ServerCommand.of(id)
            .orElseThrow(() -> Refusal.invalidParams("there is no command `" + id + "`"));
    return command == ServerCommand.STATUS
        ? Answers.later(command.word(), this::status)
        : CompletableFuture.completedFuture(begin(command, params));
  }

  private JsonObject begin(ServerCommand command, ExecuteCommandParams params) {
    JsonObject answer = perform(command, CommandTarget.of(params.getArguments()));
    String runId = answer.get(RUN_ID).getAsString();
    Optional.ofNullable(params.getWorkDoneToken())
        .filter(Either::isLeft)
        .ifPresent(token -> follow(token.getLeft(), command, runId));
    runs.begin(runId);
    return answer;
  }

  /// Tells the client under its own token how the run goes on, and when it has ended.
  private void follow(String token, ServerCommand command, String runId) {
    board.begin(token, runId, "rustmend " + command.word(), () -> runs.cancel(runId));
    runs.whenEnded(runId, () -> board.end(runId));
  }

  private JsonObject perform(ServerCommand command, CommandTarget target) {
    return switch (command) {
      case FIX_FILE -> answer(fix.fixFile(target));
      case FIX_WORKSPACE -> answer(fix.fixWorkspace(target));
      case EXPLAIN -> answer(explain.explain(target));
      case ASK -> answer(ask.ask(target));
      case GENERATE -> answer(generate.generate(target));
      case CHECK -> answer(check(target));
      case CANCEL -> answer(cancel(target));
      case STATUS -> status();
      case FORGET_LEARNED -> answer(learned.forget(target));
      case NOT_USEFUL -> answer(learned.notUseful(target));
    };
  }

  private String check(CommandTarget target) {
    List<Path> places = target.file().or(documents::latest).map(List::of).orElse(roots.folders());
    return runs.add(
        ServerCommand.CHECK.word(),
        runId -> {
          for (Path place : places) {
            scheduler.checkNow(place);
          }
        });
  }

  /// Cancels one run, or without an argument everything that is under way.
  private String cancel(CommandTarget target) {
    if (target.runId().isPresent()) {
      runs.cancel(target.runId().get());
    } else {
      runs.cancelAll();
      monitor.cancelAll();
    }
    return target.runId().orElse("");
  }

  private JsonObject status() {
    Snapshot snapshot = documents.snapshot();
    List<Path> checking = monitor.roots();
    var workspaces = new JsonArray();
    for (RepairSession session : sessions.all()) {
      workspaces.add(
          workspace(session, session.ready(snapshot), checking.contains(session.root())));
    }
    var active = new JsonArray();
    runs.active().forEach(active::add);
    JsonObject status = answer("");
    status.addProperty("version", version);
    status.add("workspaces", workspaces);
    status.add("runs", active);
    status.add("learned", learned.known());
    team.get().ifPresent(why -> status.addProperty("team", why));
    return status;
  }

  private JsonObject workspace(RepairSession session, Optional<Report> ready, Boolean checking) {
    var workspace = new JsonObject();
    workspace.addProperty("root", session.root().toString());
    workspace.addProperty("checking", checking);
    monitor.pause(session.root()).ifPresent(why -> workspace.addProperty("paused", why));
    ready.ifPresent(report -> {
      workspace.addProperty("complete", report.complete());
      workspace.addProperty("errors", report.errors());
      workspace.addProperty("fixable", report.fixable());
      report.failureSentence().ifPresent(why -> workspace.addProperty("failure", why));
      report.fidelity().ifPresent(why -> workspace.addProperty("unverified", why));
    });
    return workspace;
  }

  private static JsonObject answer(String runId) {
    var answer = new JsonObject();
    answer.addProperty(RUN_ID, runId);
    return answer;
  }
}
