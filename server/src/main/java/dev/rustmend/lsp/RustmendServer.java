package dev.rustmend.lsp;

import com.google.gson.reflect.TypeToken;
import java.lang.System.Logger.Level;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.eclipse.lsp4j.jsonrpc.Endpoint;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/// The table of the protocol: each method that the server knows, with the types of its messages and
/// the handler that answers it. [Offer] announces them; what is not here is refused as unknown.
///
/// A table, and not annotated methods: an editor waits for the start, and to read annotations the
/// JVM makes a class for each kind of them first.
final class RustmendServer implements Endpoint {
  private static final System.Logger LOG = System.getLogger(RustmendServer.class.getName());
  private static final Type ACTIONS =
      new TypeToken<List<Either<Command, CodeAction>>>() {}.getType();

  /// One method, and what is done with the parameters of a message.
  private record Row(JsonRpcMethod method, Function<Object, CompletableFuture<?>> answer) {}

  private final Lifecycle life;
  private final Map<String, Row> rows;

  RustmendServer(Lifecycle life) {
    this.life = life;
    this.rows =
        Stream.of(aboutLife(), aboutDocuments(), aboutTheWorkspace())
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableMap(row -> row.method.getMethodName(), row -> row));
  }

  /// The methods by name, for the reader of messages.
  Map<String, JsonRpcMethod> methods() {
    return rows.values().stream()
        .collect(Collectors.toMap(row -> row.method.getMethodName(), Row::method));
  }

  private List<Row> aboutLife() {
    return List.of(
        new Row(
            JsonRpcMethod.request("initialize", InitializeResult.class, InitializeParams.class),
            params ->
                CompletableFuture.completedFuture(life.initialize((InitializeParams) params))),
        notification(
            "initialized", InitializedParams.class, (handlers, _) -> handlers.initialized()),
        new Row(
            JsonRpcMethod.request("shutdown", Object.class),
            _ -> Answers.later("shutdown", life::shutdown)),
        new Row(
            JsonRpcMethod.notification("exit"),
            _ -> {
              life.end();
              return CompletableFuture.completedFuture("");
            }),
        // Clients send it to everyone; there is no trace to switch.
        notification("$/setTrace", SetTraceParams.class, (_, _) -> {}));
  }

  private List<Row> aboutDocuments() {
    return List.of(
        notification(
            "textDocument/didOpen",
            DidOpenTextDocumentParams.class,
            (handlers, params) -> handlers.documents().opened(params)),
        notification(
            "textDocument/didChange",
            DidChangeTextDocumentParams.class,
            (handlers, params) -> handlers.documents().changed(params)),
        notification(
            "textDocument/didSave",
            DidSaveTextDocumentParams.class,
            (handlers, params) -> handlers.documents().saved(params)),
        notification(
            "textDocument/didClose",
            DidCloseTextDocumentParams.class,
            (handlers, params) -> handlers.documents().closed(params)),
        request(
            "textDocument/codeAction",
            ACTIONS,
            CodeActionParams.class,
            (handlers, params) -> handlers.codeActions().handle(params)),
        request(
            "codeAction/resolve",
            CodeAction.class,
            CodeAction.class,
            (handlers, action) -> handlers.resolve().handle(action)),
        request(
            "textDocument/hover",
            Hover.class,
            HoverParams.class,
            (handlers, params) -> handlers.hover().handle(params)));
  }

  private List<Row> aboutTheWorkspace() {
    return List.of(
        request(
            "workspace/executeCommand",
            Object.class,
            ExecuteCommandParams.class,
            (handlers, params) -> handlers.commands().handle(params)),
        notification(
            "workspace/didChangeConfiguration",
            DidChangeConfigurationParams.class,
            (handlers, params) -> handlers.settings().handle(params)),
        notification(
            "workspace/didChangeWatchedFiles",
            DidChangeWatchedFilesParams.class,
            (handlers, params) -> handlers.files().handle(params)),
        notification(
            "workspace/didChangeWorkspaceFolders",
            DidChangeWorkspaceFoldersParams.class,
            Handlers::changeFolders),
        notification(
            "window/workDoneProgress/cancel",
            WorkDoneProgressCancelParams.class,
            (handlers, params) -> handlers.cancel(params.getToken())));
  }

  /// A request that handlers answer; without parameters it is refused.
  private <P> Row request(
      String name,
      Type result,
      Class<P> type,
      BiFunction<Handlers, P, CompletableFuture<?>> answer) {
    return new Row(
        JsonRpcMethod.request(name, result, type),
        params -> answer.apply(life.handlers(), FromLsp.require(type.cast(params), "params")));
  }

  /// A notification, which is dropped before `initialize` and after `shutdown`.
  private <P> Row notification(String name, Class<P> type, BiConsumer<Handlers, P> effect) {
    return new Row(
        JsonRpcMethod.notification(name, type),
        params -> {
          life.forNotification().ifPresent(handlers -> effect.accept(handlers, type.cast(params)));
          return CompletableFuture.completedFuture("");
        });
  }

  @Override
  public CompletableFuture<?> request(String method, Object params) {
    Row row = rows.get(method);
    if (row == null || row.method.isNotification()) {
      throw Refusal.methodNotFound(method);
    }
    return row.answer.apply(params);
  }

  @Override
  public void notify(String method, Object params) {
    Row row = rows.get(method);
    if (row == null || !row.method.isNotification()) {
      LOG.log(Level.DEBUG, "the client sent {0}, which nobody asked for", method);
      return;
    }
    var _ = row.answer.apply(params);
  }
}
