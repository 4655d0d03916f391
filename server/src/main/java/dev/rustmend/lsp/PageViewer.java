package dev.rustmend.lsp;

import dev.rustmend.lsp.ClientProfile.Feature;
import dev.rustmend.workspace.AtomicFile;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import org.eclipse.lsp4j.ShowDocumentParams;

/// Shows Markdown texts as documents of the editor, from files in the server's own folder.
record PageViewer(RustmendClient client, ClientProfile profile, Path cache) {
  private static final System.Logger LOG = System.getLogger(PageViewer.class.getName());

  /// Whether the editor shows what is written into a page that is open.
  boolean follows() {
    return profile.has(Feature.FOLLOWS_FILES);
  }

  /// Writes the page and shows it. Where the client can not show it the user is told where it is.
  void show(Page page) throws InterruptedException {
    if (!write(page)) {
      client.showMessage(
          Messages.warning("%s could not be written to %s".formatted(page.what(), file(page))));
    } else if (!shown(file(page))) {
      client.showMessage(Messages.info("%s is in %s".formatted(page.what(), file(page))));
    }
  }

  /// Writes the page, whole or not at all, and says whether it is there; a client that shows it
  /// already may show the new text.
  boolean write(Page page) {
    try {
      Files.createDirectories(cache.resolve(page.folder()));
      AtomicFile.write(file(page), page.markdown().getBytes(StandardCharsets.UTF_8));
      return true;
    } catch (IOException e) {
      LOG.log(Level.WARNING, page.what() + " could not be written to " + file(page), e);
      return false;
    }
  }

  private Path file(Page page) {
    return cache.resolve(page.folder()).resolve(page.name() + ".md");
  }

  private boolean shown(Path file) throws InterruptedException {
    if (!profile.has(Feature.SHOW_DOCUMENT)) {
      return false;
    }
    var params = new ShowDocumentParams(ToLsp.uri(file));
    params.setTakeFocus(true);
    try {
      var result = client.showDocument(params).get();
      return result != null && result.isSuccess();
    } catch (ExecutionException e) {
      return false;
    }
  }
}
