package dev.rustmend.editors;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.UnregistrationParams;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;

/// A plain client of one server that runs as a process; the document that was opened last is the
/// one that it asks about.
final class LspClient implements LanguageClient, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String CAPABILITIES =
      """
      {"workspace": {"configuration": true, "workspaceEdit": {"documentChanges": true}},
       "window": {"workDoneProgress": true},
       "textDocument": {
         "publishDiagnostics": {"relatedInformation": true},
         "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix"]}}}}}
      """;

  private final Process process;
  private final Map<String, Object> settings;
  private final BlockingQueue<PublishDiagnosticsParams> published = new LinkedBlockingQueue<>();
  private LanguageServer server;
  private String uri = "";
  private int version;

  private LspClient(Process process, Map<String, Object> settings) {
    this.process = process;
    this.settings = settings;
  }

  /// Starts a server for a folder, with `settings` as its own section.
  static LspClient start(ProcessBuilder builder, Path folder, Map<String, Object> settings)
      throws Exception {
    Process process = builder.start();
    var client = new LspClient(process, settings);
    var launcher =
        LSPLauncher.createClientLauncher(
            client, process.getInputStream(), process.getOutputStream());
    client.server = launcher.getRemoteProxy();
    var _ = launcher.startListening();
    var params = new InitializeParams();
    params.setCapabilities(new Gson().fromJson(CAPABILITIES, ClientCapabilities.class));
    params.setInitializationOptions(new Gson().toJsonTree(settings));
    params.setWorkspaceFolders(
        List.of(new WorkspaceFolder(folder.toUri().toString(), "the folder")));
    client.server.initialize(params).get(1, TimeUnit.MINUTES);
    client.server.initialized(new InitializedParams());
    return client;
  }

  void open(Path file, String text) {
    uri = file.toUri().toString();
    server
        .getTextDocumentService()
        .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, "rust", ++version, text)));
  }

  /// The document has a new text, which is on the disk already.
  void save(Path file, String text) {
    var document = new VersionedTextDocumentIdentifier(file.toUri().toString(), ++version);
    server
        .getTextDocumentService()
        .didChange(
            new DidChangeTextDocumentParams(
                document, List.of(new TextDocumentContentChangeEvent(text))));
    server
        .getTextDocumentService()
        .didSave(new DidSaveTextDocumentParams(new TextDocumentIdentifier(document.getUri())));
  }

  /// The errors that the server shows for `file`, once there are any of rustc's.
  List<Diagnostic> awaitErrors(Path file) throws InterruptedException {
    List<Diagnostic> errors = List.of();
    while (errors.stream().noneMatch(error -> "rustc".equals(error.getSource()))) {
      errors = errors(next(), file);
    }
    return errors;
  }

  /// Waits until the server shows no error for `file`.
  boolean awaitErrorsGone(Path file) throws InterruptedException {
    PublishDiagnosticsParams now = next();
    while (!now.getUri().equals(file.toUri().toString()) || !errors(now, file).isEmpty()) {
      now = next();
    }
    return true;
  }

  /// What the server has shown and nobody has waited for, without lists that are empty.
  List<PublishDiagnosticsParams> published() {
    var all = new ArrayList<PublishDiagnosticsParams>();
    published.drainTo(all);
    all.removeIf(one -> one.getDiagnostics().isEmpty());
    return all;
  }

  /// Asks for actions until one has `part` in its title, and returns all of them.
  List<CodeAction> awaitFix(Range range, String part) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    List<CodeAction> actions = actions(range);
    while (actions.stream().noneMatch(action -> action.getTitle().contains(part))) {
      assertThat(Instant.now())
          .as("waited for an action with “%s”; there are %s", part, actions)
          .isBefore(end);
      process.waitFor(100, TimeUnit.MILLISECONDS);
      actions = actions(range);
    }
    return actions;
  }

  private List<CodeAction> actions(Range range) throws Exception {
    var params =
        new CodeActionParams(
            new TextDocumentIdentifier(uri), range, new CodeActionContext(List.of()));
    try {
      var answer = server.getTextDocumentService().codeAction(params).get(2, TimeUnit.MINUTES);
      return answer == null
          ? List.of()
          : answer.stream().filter(one -> one.isRight()).map(one -> one.getRight()).toList();
    } catch (java.util.concurrent.ExecutionException contentModified) {
      return List.of();
    }
  }

  private PublishDiagnosticsParams next() throws InterruptedException {
    return Objects.requireNonNull(
        published.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS), "diagnostics of the server");
  }

  private static List<Diagnostic> errors(PublishDiagnosticsParams shown, Path file) {
    return shown.getUri().equals(file.toUri().toString())
        ? shown.getDiagnostics().stream()
            .filter(one -> one.getSeverity() == DiagnosticSeverity.Error)
            .toList()
        : List.of();
  }

  @Override
  public void close() {
    server.shutdown().join();
    server.exit();
    process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
    boolean alive = process.isAlive();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    assertThat(alive).as("the server went on after `exit`").isFalse();
  }

  @Override
  public void publishDiagnostics(PublishDiagnosticsParams params) {
    published.add(params);
  }

  @Override
  public CompletableFuture<List<Object>> configuration(ConfigurationParams params) {
    JsonObject own = new Gson().toJsonTree(settings).getAsJsonObject();
    return CompletableFuture.completedFuture(
        params.getItems().stream().<Object>map(item -> own).toList());
  }

  @Override
  public CompletableFuture<Void> registerCapability(RegistrationParams params) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Void> unregisterCapability(UnregistrationParams params) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Void> refreshDiagnostics() {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Void> createProgress(WorkDoneProgressCreateParams params) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams params) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void notifyProgress(org.eclipse.lsp4j.ProgressParams params) {}

  @Override
  public void telemetryEvent(Object object) {}

  @Override
  public void showMessage(MessageParams params) {}

  @Override
  public void logMessage(MessageParams params) {}
}
