package dev.rustmend.lsp;

import dev.rustmend.repair.Sessions;
import dev.rustmend.workspace.Snapshot;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;

/// `codeAction/resolve`: the same action with an edit for the texts as they are now, or a refusal.
///
/// Edits are sent with the action already; this is for clients that resolve all the same (Helix) or
/// that send us the actions of other servers (lsp-mode), and it is where a stale action is found
/// out. Resolving twice gives the same.
record CodeActionResolveHandler(Sessions sessions, OpenDocuments documents, ToLsp toLsp) {

  CompletableFuture<CodeAction> handle(CodeAction action) {
    Map<String, Object> data = ours(action);
    Snapshot snapshot = documents.snapshot();
    return Answers.later("codeAction-resolve", () -> resolved(action, data, snapshot));
  }

  private CodeAction resolved(CodeAction action, Map<String, Object> data, Snapshot snapshot) {
    String id = data.get("id") instanceof String text ? text : "";
    if (id.equals(ToLsp.EXPLAIN) || id.equals(ToLsp.ASK_MODEL)) {
      return action;
    }
    if (id.equals(ToLsp.FIX_ALL)) {
      return fixAll(action, data, snapshot);
    }
    for (var session : sessions.all()) {
      var fix =
          session
              .ready(snapshot)
              .map(report -> new ReadyReport(session, report))
              .flatMap(ready -> ready.fix(id));
      if (fix.isPresent()) {
        action.setEdit(toLsp.edit(fix.get().patch(), snapshot));
        return action;
      }
    }
    throw stale();
  }

  private CodeAction fixAll(CodeAction action, Map<String, Object> data, Snapshot snapshot) {
    Path file =
        FromLsp.path(data.get("uri") instanceof String uri ? uri : "")
            .orElseThrow(() -> Refusal.invalidParams("`data.rustmend.uri` is not a file"));
    Optional<Long> offeredFor =
        data.get("version") instanceof Long version ? Optional.of(version) : Optional.empty();
    Optional<Long> now = snapshot.buffer(file).map(buffer -> (long) buffer.version());
    if (!now.equals(offeredFor)) {
      throw stale();
    }
    FixAll all =
        FixAll.of(ReadyReport.of(sessions, snapshot, file), file)
            .orElseThrow(CodeActionResolveHandler::stale);
    action.setEdit(toLsp.edit(all.patch(), snapshot));
    return action;
  }

  private static Map<String, Object> ours(CodeAction action) {
    return FromLsp.object(action.getData())
        .flatMap(data -> FromLsp.object(data, ToLsp.OURS))
        .orElseThrow(() -> Refusal.invalidParams("the action is not one of rustmend's"));
  }

  private static ResponseErrorException stale() {
    return Refusal.contentModified("the action was made for another state of the text");
  }
}
