package dev.rustmend.lsp;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import dev.rustmend.cargo.Cargo;
import dev.rustmend.text.ColumnUnit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeActionTriggerKind;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageServer;

/// A simulated editor, connected to the whole server: it announces, asks and edits as the editor of
/// its profile does. It knows the protocol and nothing of the server's inside.
final class Editor implements AutoCloseable {
  final ServerUnderTest server;
  final EditorClient client = new EditorClient();
  final LanguageServer remote;
  private final EditorProfile profile;
  private final Path crate;
  private final Map<String, EditorDocument> documents = new HashMap<>();
  private InitializeResult offer = new InitializeResult();
  private boolean down;

  private Editor(EditorProfile profile, Cargo cargo, Path crate, Path cache) throws IOException {
    this.profile = profile;
    this.crate = crate;
    this.server = ServerUnderTest.start(cargo, cache);
    Launcher<LanguageServer> launcher =
        LSPLauncher.createClientLauncher(client, server.output(), server.input());
    this.remote = launcher.getRemoteProxy();
    var _ = launcher.startListening();
  }

  /// Starts editor and server, up to `initialized`.
  static Editor start(EditorProfile profile, Cargo cargo, Path crate, Path cache) throws Exception {
    Editor editor = connect(profile, cargo, crate, cache);
    editor.initialize();
    return editor;
  }

  /// Starts both without a word between them yet.
  static Editor connect(EditorProfile profile, Cargo cargo, Path crate, Path cache)
      throws Exception {
    return new Editor(profile, cargo, crate, cache);
  }

  void initialize() throws Exception {
    initialize(params());
  }

  void initialize(InitializeParams params) throws Exception {
    offer = remote.initialize(params).get();
    remote.initialized(new InitializedParams());
  }

  /// The `initialize` parameters of this editor for the folder of the crate.
  InitializeParams params() throws IOException {
    try (InputStream json = Editor.class.getResourceAsStream("/lsp/" + profile.name() + ".json")) {
      String text =
          new String(Objects.requireNonNull(json).readAllBytes(), StandardCharsets.UTF_8)
              .replace("@URI@", crate.toUri().toString().replaceAll("/$", ""))
              .replace("@PATH@", crate.toString());
      return new MessageJsonHandler(Map.of()).getGson().fromJson(text, InitializeParams.class);
    }
  }

  InitializeResult offer() {
    return offer;
  }

  ColumnUnit unit() {
    return switch (offer.getCapabilities().getPositionEncoding()) {
      case "utf-8" -> ColumnUnit.UTF8;
      case "utf-32" -> ColumnUnit.UTF32;
      default -> ColumnUnit.UTF16;
    };
  }

  // ---- documents ----

  EditorDocument open(Path file) throws IOException {
    return open(file.toUri().toString(), Files.readString(file));
  }

  EditorDocument open(String uri, String content) {
    var document = new EditorDocument(uri, content, unit());
    documents.put(uri, document);
    remote
        .getTextDocumentService()
        .didOpen(
            new DidOpenTextDocumentParams(
                new TextDocumentItem(uri, "rust", document.version, content)));
    return document;
  }

  /// Types `fresh` over the first `old`.
  void type(EditorDocument document, String old, String fresh) {
    var change = document.text.edit(document.text.find(old), fresh);
    tell(document, List.of(change));
  }

  void save(EditorDocument document) throws IOException {
    Files.writeString(path(document.uri), document.text.text());
    remote
        .getTextDocumentService()
        .didSave(new DidSaveTextDocumentParams(new TextDocumentIdentifier(document.uri)));
  }

  /// The open document of a file.
  EditorDocument documentOf(Path file) {
    return Objects.requireNonNull(documents.get(file.toUri().toString()));
  }

  void close(EditorDocument document) {
    documents.remove(document.uri);
    remote
        .getTextDocumentService()
        .didClose(new DidCloseTextDocumentParams(new TextDocumentIdentifier(document.uri)));
  }

  // ---- code actions ----

  /// The menu once it has so many fixes: the alternatives come a moment after the first.
  List<CodeAction> menu(EditorDocument document, String word, int fixes) throws Exception {
    List<CodeAction> menu = menu(document, word);
    while (menu.stream().filter(action -> "quickfix".equals(action.getKind())).count() < fixes) {
      menu = menu(document, word);
    }
    return menu;
  }

  /// The actions that the editor's menu gets about the first `word`.
  List<CodeAction> menu(EditorDocument document, String word) throws Exception {
    var context = new CodeActionContext(context(document, word));
    profile.only().ifPresent(context::setOnly);
    context.setTriggerKind(CodeActionTriggerKind.Invoked);
    return actions(document, range(document, word), context);
  }

  /// The actions on save: those of the whole document with this kind.
  List<CodeAction> onSave(EditorDocument document, String kind) throws Exception {
    var context = new CodeActionContext(List.of(), List.of(kind));
    context.setTriggerKind(CodeActionTriggerKind.Automatic);
    var whole = new Range(new Position(0, 0), new Position(100_000, 0));
    return actions(document, whole, context);
  }

  List<CodeAction> actions(EditorDocument document, Range range, CodeActionContext context)
      throws Exception {
    List<Either<Command, CodeAction>> answer =
        remote
            .getTextDocumentService()
            .codeAction(
                new CodeActionParams(new TextDocumentIdentifier(document.uri), range, context))
            .get();
    return answer.stream().map(Either::getRight).toList();
  }

  /// Chooses an action of the menu: resolves it if this editor does, and makes its edit.
  void choose(CodeAction action) throws Exception {
    boolean resolve =
        switch (profile.resolving()) {
          case NEVER -> false;
          case WITHOUT_EDIT -> action.getEdit() == null;
          case WITHOUT_EDIT_OR_COMMAND -> action.getEdit() == null || action.getCommand() == null;
        };
    CodeAction chosen = resolve ? resolve(action).get() : action;
    apply(chosen.getEdit());
  }

  CompletableFuture<CodeAction> resolve(CodeAction action) {
    return remote.getTextDocumentService().resolveCodeAction(action);
  }

  /// Makes an edit as this editor does: open documents in their buffers, others on the disk.
  void apply(WorkspaceEdit edit) throws IOException {
    for (var change : EditParts.of(edit)) {
      EditorDocument document = documents.get(change.uri());
      if (document == null) {
        applyOnDisk(change);
      } else {
        change.version().ifPresent(version -> check(document, version));
        applyInBuffer(document, change.edits());
      }
    }
  }

  /// Runs a command and returns the server's answer to it.
  JsonObject execute(ServerCommand command, Object... arguments) throws Exception {
    var params = new ExecuteCommandParams(command.id(), List.of(arguments));
    Object answer = remote.getWorkspaceService().executeCommand(params).get();
    return new Gson().toJsonTree(answer).getAsJsonObject();
  }

  int shutdown() throws Exception {
    down = true;
    remote.shutdown().get();
    remote.exit();
    return server.awaitExit();
  }

  @Override
  public void close() throws IOException {
    if (!down) {
      down = true;
      server.closeInput();
      server.awaitExit();
    }
  }

  private void check(EditorDocument document, int version) {
    boolean refused =
        switch (profile.versions()) {
          case IGNORED -> false;
          case NOT_OLDER -> version < document.version;
          case EXACT -> version != document.version;
        };
    if (refused) {
      throw new IllegalStateException(
          "outdated edit: it is for version %d, the buffer has %d"
              .formatted(version, document.version));
    }
  }

  private void applyInBuffer(EditorDocument document, List<TextEdit> edits) {
    document.text.apply(edits);
    tell(document, List.of(new TextDocumentContentChangeEvent(document.text.text())));
  }

  private void applyOnDisk(EditParts.Part change) throws IOException {
    Path file = path(change.uri());
    var text = new EditorText(Files.readString(file), unit());
    text.apply(change.edits());
    Files.writeString(file, text.text());
  }

  private void tell(EditorDocument document, List<TextDocumentContentChangeEvent> changes) {
    document.version++;
    var identifier = new VersionedTextDocumentIdentifier(document.uri, document.version);
    remote.getTextDocumentService().didChange(new DidChangeTextDocumentParams(identifier, changes));
  }

  private Range range(EditorDocument document, String word) {
    Range error = document.text.find(word);
    int line = error.getStart().getLine();
    return switch (profile.place()) {
      case CURSOR_IN_THE_ERROR -> new Range(error.getStart(), error.getStart());
      case CURSOR_ELSEWHERE_ON_THE_LINE -> new Range(new Position(line, 0), new Position(line, 0));
      case WORD -> error;
      case WHOLE_LINE -> new Range(new Position(line, 0), new Position(line + 1, 0));
    };
  }

  /// rust-analyzer's diagnostics as this editor hands them on. Besides the error there is the hint
  /// that rust-analyzer makes of its label.
  private List<Diagnostic> context(EditorDocument document, String word) {
    Range range = document.text.find(word);
    return switch (profile.context()) {
      case OWN, EMPTY -> List.of();
      case FOREIGN -> ForeignDiagnostics.of(range);
      case FOREIGN_MANGLED -> ForeignDiagnostics.mangled(range);
      case FOREIGN_IN_BYTES -> ForeignDiagnostics.of(inBytes(document, word));
    };
  }

  private static Range inBytes(EditorDocument document, String word) {
    return new EditorText(document.text.text(), ColumnUnit.UTF8).find(word);
  }

  private static Path path(String uri) {
    return FromLsp.path(uri).orElseThrow();
  }
}
