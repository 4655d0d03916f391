package dev.rustmend.lsp;

import dev.rustmend.text.ColumnUnit;
import dev.rustmend.text.Patch;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextEdit;
import dev.rustmend.text.TextRange;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageServer;

/// The least editor: the other end of the protocol, on lsp4j's own client. `rustmend demo` plays a
/// session with it. Positions are UTF-16, as in VS Code.
public final class DemoEditor {
  private static final long PATIENCE_SECONDS = 120;

  private final LanguageServer server;
  private final Future<Void> listening;
  private final DemoClient client;
  private final Map<Path, SourceText> texts = new LinkedHashMap<>();
  private int version = 1;

  /// One entry of a light bulb's menu: the line of its problem (from one), the problem in a few
  /// words, and the title.
  public record Entry(int line, String problem, String title) {}

  private DemoEditor(LanguageServer server, Future<Void> listening, DemoClient client) {
    this.server = server;
    this.listening = listening;
    this.client = client;
  }

  /// Connects to a server that reads `toServer` and writes `fromServer`, and opens the folder
  /// `root` in it. Throws [IllegalStateException] when it does not answer.
  public static DemoEditor connect(InputStream fromServer, OutputStream toServer, Path root)
      throws InterruptedException {
    var client = new DemoClient();
    Launcher<LanguageServer> launcher =
        LSPLauncher.createClientLauncher(client, fromServer, toServer);
    var editor = new DemoEditor(launcher.getRemoteProxy(), launcher.startListening(), client);
    var params = new InitializeParams();
    params.setWorkspaceFolders(List.of(new WorkspaceFolder(root.toUri().toString(), "demo")));
    params.setCapabilities(DemoClient.capabilities());
    answer(editor.server.initialize(params));
    editor.server.initialized(new InitializedParams());
    return editor;
  }

  /// Opens `file` as it is in `text`.
  public void open(Path file, SourceText text) {
    texts.put(file, text);
    server
        .getTextDocumentService()
        .didOpen(
            new DidOpenTextDocumentParams(
                new TextDocumentItem(uri(file), "rust", version, text.string())));
  }

  /// Waits until the server has ended a piece of work that it showed progress of.
  public void awaitWork() throws InterruptedException {
    client.awaitWork(PATIENCE_SECONDS);
  }

  /// The light bulbs of the whole file, in the order of its lines.
  public List<Entry> menu(Path file) throws InterruptedException {
    var end = new Position(textOf(file).lines().lineCount(), 0);
    var params =
        new CodeActionParams(
            new TextDocumentIdentifier(uri(file)),
            new Range(new Position(0, 0), end),
            new CodeActionContext(List.of(), List.of("quickfix")));
    var entries = new ArrayList<Entry>();
    for (var action : answer(server.getTextDocumentService().codeAction(params))) {
      entries.add(entry(action.getRight()));
    }
    entries.sort((a, b) -> Integer.compare(a.line(), b.line()));
    return entries;
  }

  /// What the mouse shows over the first character that `needle` begins with.
  public Optional<String> hover(Path file, String needle) throws InterruptedException {
    SourceText text = textOf(file);
    int offset = SourceText.of(text.string().substring(0, text.string().indexOf(needle))).length();
    var place =
        new Position(text.lines().line(offset), text.lines().column(offset, ColumnUnit.UTF16));
    var params = new HoverParams(new TextDocumentIdentifier(uri(file)), place);
    Hover hover = answer(server.getTextDocumentService().hover(params));
    return Optional.ofNullable(hover).map(h -> h.getContents().getRight().getValue());
  }

  /// Has the server repair the whole workspace, and makes the edits that it sends; returns the new
  /// text of each file that changed.
  public Map<Path, SourceText> fixWorkspace() throws InterruptedException {
    var command = new ExecuteCommandParams("rustmend.server.fixWorkspace", List.of());
    answer(server.getWorkspaceService().executeCommand(command));
    WorkspaceEdit edit = client.awaitEdit(PATIENCE_SECONDS);
    var changed = new TreeMap<Path, SourceText>();
    edit.getDocumentChanges()
        .forEach(change -> {
          Path file = FromLsp.path(change.getLeft().getTextDocument().getUri()).orElseThrow();
          SourceText before = textOf(file);
          var edits =
              change.getLeft().getEdits().stream()
                  .map(one -> edit(before, one.getLeft()))
                  .toArray(TextEdit[]::new);
          changed.put(file, Patch.of(file, edits).apply(file, before));
        });
    return changed;
  }

  /// Types `text` in place of what is in the buffer, and saves it.
  public void save(Path file, SourceText text) {
    texts.put(file, text);
    var document = new VersionedTextDocumentIdentifier(uri(file), ++version);
    server
        .getTextDocumentService()
        .didChange(
            new DidChangeTextDocumentParams(
                document, List.of(new TextDocumentContentChangeEvent(text.string()))));
    server
        .getTextDocumentService()
        .didSave(new DidSaveTextDocumentParams(new TextDocumentIdentifier(uri(file))));
  }

  /// Leaves as an editor does: `shutdown`, then `exit`.
  public void leave() throws InterruptedException {
    answer(server.shutdown());
    server.exit();
    listening.cancel(true);
  }

  private SourceText textOf(Path file) {
    return Optional.ofNullable(texts.get(file)).orElseThrow();
  }

  private static Entry entry(CodeAction action) {
    var diagnostic = action.getDiagnostics().getFirst();
    String code = Optional.ofNullable(diagnostic.getCode()).map(c -> c.getLeft() + " ").orElse("");
    String message = diagnostic.getMessage().getLeft().lines().findFirst().orElse("");
    return new Entry(
        diagnostic.getRange().getStart().getLine() + 1, code + message, action.getTitle());
  }

  private static TextEdit edit(SourceText text, org.eclipse.lsp4j.TextEdit edit) {
    TextRange range = FromLsp.range(edit.getRange(), text, ColumnUnit.UTF16);
    return new TextEdit(range, edit.getNewText());
  }

  private static String uri(Path file) {
    return file.toUri().toString();
  }

  private static <T> T answer(Future<T> future) throws InterruptedException {
    try {
      return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the server did not answer", e);
    }
  }
}
