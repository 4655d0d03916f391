package dev.rustmend.lsp;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.ApplyWorkspaceEditParams;
import org.eclipse.lsp4j.ApplyWorkspaceEditResponse;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeActionCapabilities;
import org.eclipse.lsp4j.CodeActionKindCapabilities;
import org.eclipse.lsp4j.CodeActionLiteralSupportCapabilities;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WindowClientCapabilities;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.WorkspaceEditCapabilities;
import org.eclipse.lsp4j.services.LanguageClient;

/// What the server asks of [DemoEditor], and tells it.
final class DemoClient implements LanguageClient {
  private final BlockingQueue<WorkspaceEdit> edits = new LinkedBlockingQueue<>();
  private final BlockingQueue<WorkDoneProgressEnd> ends = new LinkedBlockingQueue<>();

  static ClientCapabilities capabilities() {
    var kinds = new CodeActionKindCapabilities(List.of("quickfix"));
    var codeAction =
        new CodeActionCapabilities(new CodeActionLiteralSupportCapabilities(kinds), false);
    var document = new TextDocumentClientCapabilities();
    document.setCodeAction(codeAction);
    var workspaceEdit = new WorkspaceEditCapabilities();
    workspaceEdit.setDocumentChanges(true);
    var workspace = new WorkspaceClientCapabilities();
    workspace.setApplyEdit(true);
    workspace.setWorkspaceEdit(workspaceEdit);
    workspace.setWorkspaceFolders(true);
    var capabilities = new ClientCapabilities(workspace, document, null);
    var window = new WindowClientCapabilities();
    window.setWorkDoneProgress(true);
    capabilities.setWindow(window);
    return capabilities;
  }

  void awaitWork(long seconds) throws InterruptedException {
    if (ends.poll(seconds, TimeUnit.SECONDS) == null) {
      throw new IllegalStateException("the server did not finish its work");
    }
  }

  WorkspaceEdit awaitEdit(long seconds) throws InterruptedException {
    WorkspaceEdit edit = edits.poll(seconds, TimeUnit.SECONDS);
    if (edit == null) {
      throw new IllegalStateException("the server sent no edit");
    }
    return edit;
  }

  @Override
  public CompletableFuture<ApplyWorkspaceEditResponse> applyEdit(ApplyWorkspaceEditParams params) {
    edits.add(params.getEdit());
    return CompletableFuture.completedFuture(new ApplyWorkspaceEditResponse(true));
  }

  @Override
  public CompletableFuture<Void> createProgress(WorkDoneProgressCreateParams params) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void notifyProgress(ProgressParams params) {
    if (params.getValue().getLeft() instanceof WorkDoneProgressEnd end) {
      ends.add(end);
    }
  }

  @Override
  public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams params) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void telemetryEvent(Object object) {}

  @Override
  public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {}

  @Override
  public void showMessage(MessageParams message) {}

  @Override
  public void logMessage(MessageParams message) {}
}
