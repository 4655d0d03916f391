package dev.rustmend.lsp;

import org.eclipse.lsp4j.jsonrpc.services.JsonNotification;
import org.eclipse.lsp4j.services.LanguageClient;

/// The client: LSP's own messages, and the one of rust-analyzer's that tells a status bar how the
/// server is.
interface RustmendClient extends LanguageClient {

  /// Sent only to a client whose experimental capability `serverStatusNotification` is true.
  @JsonNotification("experimental/serverStatus")
  void serverStatus(ServerStatus status);
}
