package dev.rustmend.editors;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;

/// A server that stands where rust-analyzer would: after opening and saving it runs `cargo check`
/// in the user's own target directory and pushes what cargo said, and for each diagnostic it has
/// one unverified quick fix, so that the editor has two servers' actions to put into one menu.
public final class FakeRustAnalyzer implements LanguageServer {
  static final String TITLE = "rust-analyzer: do what the compiler says";

  private final Documents documents = new Documents();

  private FakeRustAnalyzer() {}

  public static void main(String[] args) throws Exception {
    var server = new FakeRustAnalyzer();
    var launcher = LSPLauncher.createServerLauncher(server, System.in, System.out);
    server.documents.client = launcher.getRemoteProxy();
    launcher.startListening().get();
  }

  @Override
  public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
    var capabilities = new ServerCapabilities();
    capabilities.setTextDocumentSync(TextDocumentSyncKind.Incremental);
    capabilities.setCodeActionProvider(true);
    return CompletableFuture.completedFuture(new InitializeResult(capabilities));
  }

  @Override
  public CompletableFuture<Object> shutdown() {
    documents.checks.shutdownNow();
    return CompletableFuture.completedFuture(Map.of());
  }

  @Override
  public void exit() {
    System.exit(0);
  }

  @Override
  public TextDocumentService getTextDocumentService() {
    return documents;
  }

  @Override
  public WorkspaceService getWorkspaceService() {
    return new Silent();
  }

  private static final class Documents implements TextDocumentService {
    private final Map<String, List<Diagnostic>> shown = new ConcurrentHashMap<>();
    private final ExecutorService checks =
        Executors.newSingleThreadExecutor(Thread.ofVirtual().name("check").factory());
    private LanguageClient client;

    @Override
    public void didOpen(DidOpenTextDocumentParams params) {
      check(params.getTextDocument().getUri());
    }

    @Override
    public void didSave(DidSaveTextDocumentParams params) {
      check(params.getTextDocument().getUri());
    }

    @Override
    public void didChange(DidChangeTextDocumentParams params) {}

    @Override
    public void didClose(DidCloseTextDocumentParams params) {}

    @Override
    public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(
        CodeActionParams params) {
      String uri = params.getTextDocument().getUri();
      int line = params.getRange().getStart().getLine();
      return CompletableFuture.completedFuture(
          shown.getOrDefault(uri, List.of()).stream()
              .filter(diagnostic -> diagnostic.getRange().getStart().getLine() == line)
              .map(diagnostic -> action(uri, diagnostic))
              .map(Either::<Command, CodeAction>forRight)
              .toList());
    }

    private void check(String uri) {
      checks.execute(() -> {
        var found = CargoDiagnostics.of(Path.of(URI.create(uri)));
        shown.put(uri, found);
        client.publishDiagnostics(new PublishDiagnosticsParams(uri, found));
      });
    }

    private static CodeAction action(String uri, Diagnostic diagnostic) {
      var action = new CodeAction(TITLE);
      action.setKind(CodeActionKind.QuickFix);
      action.setDiagnostics(List.of(diagnostic));
      var edit = new TextEdit(diagnostic.getRange(), "/* a guess */");
      action.setEdit(new WorkspaceEdit(Map.of(uri, List.of(edit))));
      return action;
    }
  }

  private static final class Silent implements WorkspaceService {
    @Override
    public void didChangeConfiguration(DidChangeConfigurationParams params) {}

    @Override
    public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {}
  }
}
