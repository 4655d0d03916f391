package dev.rustmend.lsp;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.eclipse.lsp4j.ApplyWorkspaceEditParams;
import org.eclipse.lsp4j.ApplyWorkspaceEditResponse;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ShowDocumentParams;
import org.eclipse.lsp4j.ShowDocumentResult;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.WorkDoneProgressReport;
import org.eclipse.lsp4j.jsonrpc.services.JsonNotification;
import org.eclipse.lsp4j.services.LanguageClient;

/// What an editor hears from the server, in queues that tests take from.
class EditorClient implements LanguageClient {
  final BlockingQueue<MessageParams> shown = new LinkedBlockingQueue<>();
  final BlockingQueue<PublishDiagnosticsParams> published = new LinkedBlockingQueue<>();
  final BlockingQueue<JsonObject> status = new LinkedBlockingQueue<>();
  final BlockingQueue<ApplyWorkspaceEditParams> edits = new LinkedBlockingQueue<>();
  final BlockingQueue<ShowDocumentParams> documents = new LinkedBlockingQueue<>();
  final BlockingQueue<RegistrationParams> registrations = new LinkedBlockingQueue<>();
  final BlockingQueue<ConfigurationParams> questions = new LinkedBlockingQueue<>();
  final BlockingQueue<ProgressParams> ended = new LinkedBlockingQueue<>();
  final BlockingQueue<ProgressParams> begun = new LinkedBlockingQueue<>();
  final BlockingQueue<ProgressParams> reported = new LinkedBlockingQueue<>();
  final List<String> tokens = new CopyOnWriteArrayList<>();

  /// What this editor answers to the question for its settings.
  volatile List<Object> settings = List.of();

  /// What this editor does with an edit.
  volatile Function<ApplyWorkspaceEditParams, ApplyWorkspaceEditResponse> applies =
      edit -> new ApplyWorkspaceEditResponse(true);

  @JsonNotification("experimental/serverStatus")
  public void serverStatus(JsonObject now) {
    status.add(now);
  }

  @Override
  public CompletableFuture<ApplyWorkspaceEditResponse> applyEdit(ApplyWorkspaceEditParams params) {
    ApplyWorkspaceEditResponse response = applies.apply(params);
    edits.add(params);
    return CompletableFuture.completedFuture(response);
  }

  @Override
  public CompletableFuture<Void> registerCapability(RegistrationParams params) {
    registrations.add(params);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<List<Object>> configuration(ConfigurationParams params) {
    questions.add(params);
    return CompletableFuture.completedFuture(settings);
  }

  @Override
  public CompletableFuture<ShowDocumentResult> showDocument(ShowDocumentParams params) {
    documents.add(params);
    return CompletableFuture.completedFuture(new ShowDocumentResult(true));
  }

  @Override
  public CompletableFuture<Void> createProgress(WorkDoneProgressCreateParams params) {
    tokens.add(params.getToken().getLeft());
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void notifyProgress(ProgressParams params) {
    switch (params.getValue().getLeft()) {
      case WorkDoneProgressBegin _ -> begun.add(params);
      case WorkDoneProgressEnd _ -> ended.add(params);
      case WorkDoneProgressReport _ -> reported.add(params);
      default -> {}
    }
  }

  @Override
  public void telemetryEvent(Object object) {
    throw new UnsupportedOperationException("rustmend sends nothing anywhere");
  }

  @Override
  public void publishDiagnostics(PublishDiagnosticsParams params) {
    published.add(params);
  }

  @Override
  public void showMessage(MessageParams params) {
    shown.add(params);
  }

  @Override
  public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams params) {
    throw new UnsupportedOperationException("rustmend asks nothing");
  }

  @Override
  public void logMessage(MessageParams params) {
    // log lines are for people
  }
}
