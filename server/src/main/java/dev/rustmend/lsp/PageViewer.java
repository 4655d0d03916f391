package dev.rustmend.lsp;

import dev.rustmend.lsp.ClientProfile.Feature;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import org.eclipse.lsp4j.ShowDocumentParams;

/// Shows a Markdown text as a document of the editor, from a file in the server's own folder.
record PageViewer(RustmendClient client, ClientProfile profile, Path cache) {
  private static final System.Logger LOG = System.getLogger(PageViewer.class.getName());

  /// Shows `markdown` as the file `name`, without suffix, in `folder`. Where the client can not
  /// show it the user is told where the file is. `what` names it for people: `the explanation`.
  void show(String what, String folder, String name, String markdown) throws InterruptedException {
    Path file = cache.resolve(folder).resolve(name + ".md");
    try {
      Files.createDirectories(cache.resolve(folder));
      Files.writeString(file, markdown);
    } catch (IOException e) {
      LOG.log(Level.WARNING, what + " could not be written to " + file, e);
      client.showMessage(Messages.warning(what + " could not be written to " + file));
      return;
    }
    if (!shown(file)) {
      client.showMessage(Messages.info(what + " is in " + file));
    }
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
