package dev.rustmend.lsp;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.WorkDoneProgressCancelParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;

/// The table of the protocol: each method that the server knows, and the handler that answers it.
/// [Offer] announces them.
record RustmendServer(Lifecycle life)
    implements LanguageServer, TextDocumentService, WorkspaceService {

  // ---- life ----

  @Override
  public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
    return CompletableFuture.completedFuture(life.initialize(params));
  }

  @Override
  public void initialized(InitializedParams params) {
    life.forNotification().ifPresent(Handlers::initialized);
  }

  @Override
  @SuppressWarnings("NullAway") // lsp4j can not say that the answer is `null`
  public CompletableFuture<Object> shutdown() {
    return Answers.later("shutdown", life::shutdown);
  }

  @Override
  public void exit() {
    life.end();
  }

  // ---- documents ----

  @Override
  public void didOpen(DidOpenTextDocumentParams params) {
    life.forNotification().ifPresent(handlers -> handlers.documents().opened(params));
  }

  @Override
  public void didChange(DidChangeTextDocumentParams params) {
    life.forNotification().ifPresent(handlers -> handlers.documents().changed(params));
  }

  @Override
  public void didSave(DidSaveTextDocumentParams params) {
    life.forNotification().ifPresent(handlers -> handlers.documents().saved(params));
  }

  @Override
  public void didClose(DidCloseTextDocumentParams params) {
    life.forNotification().ifPresent(handlers -> handlers.documents().closed(params));
  }

  // ---- what an editor asks at a place ----

  @Override
  public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
    return life.handlers().codeActions().handle(FromLsp.require(params, "params"));
  }

  @Override
  public CompletableFuture<CodeAction> resolveCodeAction(CodeAction action) {
    return life.handlers().resolve().handle(FromLsp.require(action, "params"));
  }

  @Override
  @SuppressWarnings("NullAway") // lsp4j can not say that the answer may be `null`
  public CompletableFuture<Hover> hover(HoverParams params) {
    return life.handlers().hover().handle(FromLsp.require(params, "params"));
  }

  // ---- the workspace ----

  @Override
  public CompletableFuture<Object> executeCommand(ExecuteCommandParams params) {
    return life.handlers().commands().handle(FromLsp.require(params, "params"));
  }

  @Override
  public void didChangeConfiguration(DidChangeConfigurationParams params) {
    life.forNotification().ifPresent(handlers -> handlers.settings().handle(params));
  }

  @Override
  public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
    life.forNotification().ifPresent(handlers -> handlers.files().handle(params));
  }

  @Override
  public void didChangeWorkspaceFolders(DidChangeWorkspaceFoldersParams params) {
    life.forNotification().ifPresent(handlers -> handlers.changeFolders(params));
  }

  @Override
  public void cancelProgress(WorkDoneProgressCancelParams params) {
    life.forNotification().ifPresent(handlers -> handlers.cancel(params.getToken()));
  }

  @Override
  public void setTrace(SetTraceParams params) {
    // Clients send it to everyone; there is no trace to switch.
  }

  @Override
  public TextDocumentService getTextDocumentService() {
    return this;
  }

  @Override
  public WorkspaceService getWorkspaceService() {
    return this;
  }
}
