package dev.rustmend.lsp;

import com.google.gson.reflect.TypeToken;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.lsp4j.ApplyWorkspaceEditParams;
import org.eclipse.lsp4j.ApplyWorkspaceEditResponse;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ShowDocumentParams;
import org.eclipse.lsp4j.ShowDocumentResult;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.jsonrpc.Endpoint;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;

/// The client at the other end of `wire`, with the messages that it gets from us.
record RustmendClient(Endpoint wire) {
  private static final JsonRpcMethod CREATE_PROGRESS =
      JsonRpcMethod.request(
          "window/workDoneProgress/create", Void.class, WorkDoneProgressCreateParams.class);
  private static final JsonRpcMethod SHOW_DOCUMENT =
      JsonRpcMethod.request(
          "window/showDocument", ShowDocumentResult.class, ShowDocumentParams.class);
  private static final JsonRpcMethod REGISTER =
      JsonRpcMethod.request("client/registerCapability", Void.class, RegistrationParams.class);
  private static final JsonRpcMethod CONFIGURATION =
      JsonRpcMethod.request(
          "workspace/configuration",
          new TypeToken<List<Object>>() {}.getType(),
          ConfigurationParams.class);
  private static final JsonRpcMethod APPLY_EDIT =
      JsonRpcMethod.request(
          "workspace/applyEdit", ApplyWorkspaceEditResponse.class, ApplyWorkspaceEditParams.class);

  /// The methods that the client answers, for the reader of its answers.
  static Map<String, JsonRpcMethod> methods() {
    return Stream.of(CREATE_PROGRESS, SHOW_DOCUMENT, REGISTER, CONFIGURATION, APPLY_EDIT)
        .collect(Collectors.toMap(JsonRpcMethod::getMethodName, Function.identity()));
  }

  void showMessage(MessageParams message) {
    wire.notify("window/showMessage", message);
  }

  void logMessage(MessageParams message) {
    wire.notify("window/logMessage", message);
  }

  void publishDiagnostics(PublishDiagnosticsParams diagnostics) {
    wire.notify("textDocument/publishDiagnostics", diagnostics);
  }

  void notifyProgress(ProgressParams progress) {
    wire.notify("$/progress", progress);
  }

  /// Rust-analyzer's message that tells a status bar how the server is; only for a client whose
  /// experimental capability `serverStatusNotification` is true.
  void serverStatus(ServerStatus status) {
    wire.notify("experimental/serverStatus", status);
  }

  CompletableFuture<?> createProgress(WorkDoneProgressCreateParams progress) {
    return wire.request(CREATE_PROGRESS.getMethodName(), progress);
  }

  CompletableFuture<ShowDocumentResult> showDocument(ShowDocumentParams document) {
    return wire.request(SHOW_DOCUMENT.getMethodName(), document)
        .thenApply(ShowDocumentResult.class::cast);
  }

  CompletableFuture<?> registerCapability(RegistrationParams registrations) {
    return wire.request(REGISTER.getMethodName(), registrations);
  }

  CompletableFuture<List<?>> configuration(ConfigurationParams questions) {
    return wire.request(CONFIGURATION.getMethodName(), questions)
        .thenApply(answers -> answers instanceof List<?> list ? list : List.of());
  }

  CompletableFuture<ApplyWorkspaceEditResponse> applyEdit(ApplyWorkspaceEditParams edit) {
    return wire.request(APPLY_EDIT.getMethodName(), edit)
        .thenApply(ApplyWorkspaceEditResponse.class::cast);
  }
}
