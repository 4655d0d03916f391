package dev.rustmend.lsp;

import com.google.gson.JsonObject;
import dev.rustmend.lsp.ClientProfile.Feature;
import dev.rustmend.repair.Fix;
import dev.rustmend.repair.Sessions;
import dev.rustmend.settings.Settings;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextRange;
import dev.rustmend.workspace.Snapshot;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeActionTag;
import org.eclipse.lsp4j.CodeActionTriggerKind;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/// `textDocument/codeAction`: the fixes that are ready for the place of the request.
///
/// A look-up in what the sessions have ready for exactly the present texts: no cargo, no waiting,
/// and no answer at all for a text that is not checked yet. VS Code asks with every move of the
/// cursor.
record CodeActionHandler(
    Sessions sessions,
    OpenDocuments documents,
    Configuration configuration,
    ClientProfile client,
    ToLsp toLsp,
    DiagnosticsPublisher publisher,
    ModelWriter writer) {
  private static final System.Logger LOG = System.getLogger(CodeActionHandler.class.getName());

  CompletableFuture<List<Either<Command, CodeAction>>> handle(CodeActionParams params) {
    Optional<Path> file =
        FromLsp.path(FromLsp.require(params.getTextDocument(), "textDocument").getUri());
    var range = FromLsp.require(params.getRange(), "range");
    CodeActionContext context =
        Optional.ofNullable(params.getContext()).orElseGet(() -> new CodeActionContext(List.of()));
    Snapshot snapshot = documents.snapshot();
    return Answers.later(
        "codeAction",
        () ->
            file.flatMap(path -> snapshot.read(path).map(text -> new Place(path, text, snapshot)))
                .map(place ->
                    quietly(place, FromLsp.range(range, place.text, client.unit()), context))
                .orElse(List.of()));
  }

  private record Place(Path file, SourceText text, Snapshot snapshot) {}

  /// VS Code shows an error of this request in a pop-up, on each move of the cursor: so an error is
  /// logged and there are no actions.
  private List<Either<Command, CodeAction>> quietly(
      Place place, TextRange range, CodeActionContext context) {
    try {
      return actions(place, range, context);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "no actions for " + place.file, e);
      return List.of();
    }
  }

  private List<Either<Command, CodeAction>> actions(
      Place place, TextRange range, CodeActionContext context) {
    List<Diagnostic> sent = Optional.ofNullable(context.getDiagnostics()).orElse(List.of());
    var echo = new DiagnosticEcho(place.text, client.unit(), sent);
    if (echo.showsAnotherServer()) {
      publisher.yieldToAnotherServer();
    }
    List<ReadyReport> reports = ReadyReport.of(sessions, place.snapshot, place.file);
    CodeActionKinds kinds = CodeActionKinds.of(context);
    var actions = new ArrayList<Either<Command, CodeAction>>();
    List<FoundProblem> found = FoundProblem.at(reports, place.file, place.text, range);
    found.forEach(problem -> problem.look(place.snapshot));
    if (kinds.quickFixes()) {
      found.forEach(problem -> quickFixes(problem, place, echo).forEach(actions::add));
    }
    if (kinds.fixAll()) {
      FixAll.of(reports, place.file).map(all -> fixAll(all, place, echo)).ifPresent(actions::add);
    }
    // A light bulb that only offers to explain, or to ask, would be on all the time.
    if (context.getTriggerKind() != CodeActionTriggerKind.Automatic) {
      if (kinds.quickFixes()) {
        found.stream()
            .filter(this::isForTheModel)
            .forEach(problem -> actions.add(askModel(problem, place, echo)));
      }
      if (kinds.withoutKind()) {
        found.forEach(problem -> actions.add(explain(problem, place, echo)));
        found.forEach(problem -> notUseful(problem, place, echo).forEach(actions::add));
        if (writer.hasModel()) {
          found.forEach(problem -> actions.add(explainWorded(problem, place, echo)));
        }
      }
    }
    return client.has(Feature.CODE_ACTION_LITERALS) ? actions : commandsOf(actions);
  }

  private List<Either<Command, CodeAction>> quickFixes(
      FoundProblem found, Place place, DiagnosticEcho echo) {
    Settings.Offers offers = configuration.of(found.from().session().root()).offers();
    var actions = new ArrayList<Either<Command, CodeAction>>();
    boolean preferred = false;
    for (Fix fix : found.from().offered(found.problem(), offers)) {
      if (!toLsp.canMake(fix.patch())) {
        continue;
      }
      CodeAction action = action(fix.provenTitle(), found, place, echo);
      action.setKind(CodeActionKinds.QUICK_FIX);
      action.setEdit(toLsp.edit(fix.patch(), place.snapshot));
      action.setData(ToLsp.data(fix, place.snapshot.buffer(place.file)));
      if (fix.isByAModel() && client.has(Feature.CODE_ACTION_TAGS)) {
        action.setTags(List.of(CodeActionTag.LLMGenerated));
      }
      if (fix.preferred() && fix.compiles() && !preferred) {
        preferred = true;
        action.setIsPreferred(true);
      }
      actions.add(Either.forRight(action));
    }
    return actions;
  }

  private Either<Command, CodeAction> fixAll(FixAll all, Place place, DiagnosticEcho echo) {
    String title =
        all.count() == 1
            ? "✓ Make the verified fix of this file"
            : "✓ Make all %d verified fixes of this file".formatted(all.count());
    var action = new CodeAction(title);
    action.setKind(CodeActionKinds.FIX_ALL);
    action.setDiagnostics(
        all.problems().stream().map(found -> diagnostic(found, place, echo)).toList());
    action.setEdit(toLsp.edit(all.patch(), place.snapshot));
    action.setData(toLsp.fixAllData(place.file, place.snapshot.buffer(place.file)));
    return Either.forRight(action);
  }

  /// Whether the error has no fix while there is a model that may know one.
  private boolean isForTheModel(FoundProblem found) {
    return found.diagnostic().isError()
        && found.from().report().complete()
        && found.problem().fixes().stream().noneMatch(Fix::isOffered)
        && !configuration.of(found.from().session().root()).model().isNone();
  }

  private Either<Command, CodeAction> askModel(
      FoundProblem found, Place place, DiagnosticEcho echo) {
    JsonObject argument = argument(found, place);
    argument.addProperty("model", true);
    String title = "Ask the model for a fix";
    CodeAction action = action(title, found, place, echo);
    action.setKind(CodeActionKinds.QUICK_FIX);
    action.setCommand(new Command(title, ServerCommand.FIX_FILE.id(), List.of(argument)));
    action.setData(ToLsp.commandData(ToLsp.ASK_MODEL, place.snapshot.buffer(place.file)));
    return Either.forRight(action);
  }

  /// The way to the long text for clients whose hover never reaches a second server.
  private Either<Command, CodeAction> explain(
      FoundProblem found, Place place, DiagnosticEcho echo) {
    return explain(explainTitle(found), explainArgument(found, place), found, place, echo);
  }

  /// The same in the words of the model.
  private Either<Command, CodeAction> explainWorded(
      FoundProblem found, Place place, DiagnosticEcho echo) {
    JsonObject argument = explainArgument(found, place);
    argument.addProperty("model", true);
    return explain(explainTitle(found) + " in the model's words", argument, found, place, echo);
  }

  private static String explainTitle(FoundProblem found) {
    String code = found.diagnostic().codeText();
    return code.isEmpty() ? "Explain this error" : "Explain " + code;
  }

  private JsonObject explainArgument(FoundProblem found, Place place) {
    String code = found.diagnostic().codeText();
    JsonObject argument = argument(found, place);
    if (!code.isEmpty()) {
      argument.addProperty("code", code);
    }
    return argument;
  }

  private Either<Command, CodeAction> explain(
      String title, JsonObject argument, FoundProblem found, Place place, DiagnosticEcho echo) {
    CodeAction action = action(title, found, place, echo);
    action.setCommand(new Command(title, ServerCommand.EXPLAIN.id(), List.of(argument)));
    action.setData(ToLsp.commandData(ToLsp.EXPLAIN, place.snapshot.buffer(place.file)));
    return Either.forRight(action);
  }

  /// What a command needs to find the problem again.
  private JsonObject argument(FoundProblem found, Place place) {
    var start = toLsp.range(found.span().range(), place.text).getStart();
    var argument = new JsonObject();
    argument.addProperty("uri", documents.uri(place.file));
    argument.addProperty("line", start.getLine());
    argument.addProperty("character", start.getCharacter());
    return argument;
  }

  /// A way to say of each learned fix that it is none.
  private List<Either<Command, CodeAction>> notUseful(
      FoundProblem found, Place place, DiagnosticEcho echo) {
    Settings.Offers offers = configuration.of(found.from().session().root()).offers();
    return found.from().offered(found.problem(), offers).stream()
        .filter(fix -> fix.sourceWord().equals("learned"))
        .map(fix -> {
          String title = "Not useful: " + fix.title();
          var argument = new JsonObject();
          argument.addProperty("uri", documents.uri(place.file));
          argument.addProperty("learned", fix.originName());
          CodeAction action = action(title, found, place, echo);
          action.setCommand(new Command(title, ServerCommand.NOT_USEFUL.id(), List.of(argument)));
          action.setData(ToLsp.commandData(ToLsp.EXPLAIN, place.snapshot.buffer(place.file)));
          return Either.<Command, CodeAction>forRight(action);
        })
        .toList();
  }

  private CodeAction action(String title, FoundProblem found, Place place, DiagnosticEcho echo) {
    var action = new CodeAction(title);
    action.setDiagnostics(List.of(diagnostic(found, place, echo)));
    return action;
  }

  private Diagnostic diagnostic(FoundProblem found, Place place, DiagnosticEcho echo) {
    return echo.of(found)
        .orElseGet(() -> toLsp.diagnostic(found.diagnostic(), found.span(), place.snapshot));
  }

  private static List<Either<Command, CodeAction>> commandsOf(
      List<Either<Command, CodeAction>> actions) {
    return actions.stream()
        .map(action -> action.getRight().getCommand())
        .filter(command -> command != null)
        .map(Either::<Command, CodeAction>forLeft)
        .toList();
  }
}
