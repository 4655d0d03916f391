package dev.rustmend.lsp;

import dev.rustmend.text.SourceText;
import dev.rustmend.workspace.Buffer;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;

/// `textDocument/didOpen`, `didChange`, `didSave`, `didClose`: keeps the buffers as the client has
/// them and tells the scheduler. Documents that are not files are none of our business.
///
/// Runs on the reader thread, so that a request that follows an edit sees it.
record DocumentSyncHandler(
    OpenDocuments documents,
    Configuration configuration,
    CheckScheduler scheduler,
    ClientProfile client) {
  private static final System.Logger LOG = System.getLogger(DocumentSyncHandler.class.getName());

  void opened(DidOpenTextDocumentParams params) {
    var document = FromLsp.require(params.getTextDocument(), "textDocument");
    FromLsp.path(document.getUri())
        .ifPresent(file -> {
          String text = Optional.ofNullable(document.getText()).orElse("");
          documents.opened(file, document.getUri());
          documents.buffers().put(file, document.getVersion(), SourceText.of(text));
          scheduler.opened(file);
        });
  }

  void changed(DidChangeTextDocumentParams params) {
    var document = FromLsp.require(params.getTextDocument(), "textDocument");
    List<TextDocumentContentChangeEvent> changes =
        Optional.ofNullable(params.getContentChanges()).orElse(List.of());
    Optional<Path> path = FromLsp.path(document.getUri());
    if (path.isEmpty()) {
      return;
    }
    Path file = path.get();
    Optional<Buffer> before = documents.buffers().buffer(file);
    if (before.isEmpty() && !FromLsp.replaceAll(changes)) {
      LOG.log(Level.WARNING, "an edit of {0}, which is not open, is left out", file);
      return;
    }
    SourceText text = before.map(Buffer::text).orElse(SourceText.of(""));
    int version =
        Optional.ofNullable(document.getVersion())
            .orElseGet(() -> before.map(Buffer::version).orElse(0));
    documents.buffers().put(file, version, FromLsp.changed(text, changes, client.unit()));
    documents.touched(file);
    scheduler.changed(file);
  }

  void saved(DidSaveTextDocumentParams params) {
    FromLsp.path(FromLsp.require(params.getTextDocument(), "textDocument").getUri())
        .ifPresent(file -> {
          if (file.endsWith("rustmend.toml")) {
            configuration.refresh();
          }
          scheduler.saved(List.of(file));
        });
  }

  void closed(DidCloseTextDocumentParams params) {
    FromLsp.path(FromLsp.require(params.getTextDocument(), "textDocument").getUri())
        .ifPresent(file -> {
          documents.buffers().close(file);
          documents.closed(file);
          scheduler.closed(file);
        });
  }
}
