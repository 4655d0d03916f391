package dev.rustmend.lsp;

import dev.rustmend.assist.Explainer;
import dev.rustmend.lsp.ClientProfile.Feature;
import dev.rustmend.repair.Sessions;
import dev.rustmend.workspace.Snapshot;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.ShowDocumentParams;

/// `rustmend.server.explain`: all there is to say about an error, shown as a Markdown document.
record ExplainCommand(
    Sessions sessions,
    OpenDocuments documents,
    Runs runs,
    RustmendClient client,
    ClientProfile profile,
    Explainer explainer,
    Path cache) {
  private static final System.Logger LOG = System.getLogger(ExplainCommand.class.getName());

  private record Page(String name, String markdown) {}

  String explain(CommandTarget target) {
    Snapshot snapshot = documents.snapshot();
    return runs.start(ServerCommand.EXPLAIN.word(), runId -> explain(target, snapshot));
  }

  private void explain(CommandTarget target, Snapshot snapshot) throws InterruptedException {
    Optional<FoundProblem> found =
        target.file().flatMap(file -> target.position().flatMap(at -> found(file, at, snapshot)));
    if (found.isPresent()) {
      String name = name(found.get().diagnostic().codeText());
      show(new Page(name, explainer.full(found.get().problem(), snapshot)));
      return;
    }
    String code = target.code().orElse("");
    Optional<String> meaning =
        code.isEmpty() ? Optional.empty() : explainer.lesson(code, explainer.code(code));
    if (meaning.isPresent()) {
      show(new Page(name(code), meaning.get()));
    } else {
      client.showMessage(Messages.info("there is no error here that it knows of"));
    }
  }

  private Optional<FoundProblem> found(Path file, Position position, Snapshot snapshot) {
    return snapshot
        .read(file)
        .flatMap(text ->
            FoundProblem.under(
                    ReadyReport.of(sessions, snapshot, file),
                    file,
                    FromLsp.offset(position, text, profile.unit()))
                .stream()
                .findFirst());
  }

  private void show(Page page) throws InterruptedException {
    Path file = cache.resolve("explain").resolve(page.name + ".md");
    try {
      Files.createDirectories(cache.resolve("explain"));
      Files.writeString(file, page.markdown);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "the explanation could not be written to " + file, e);
      client.showMessage(Messages.warning("the explanation could not be written to " + file));
      return;
    }
    if (!shown(file)) {
      client.showMessage(Messages.info("the explanation is in " + file));
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

  /// A lint's name has colons, which some file systems do not.
  private static String name(String code) {
    return code.isEmpty() ? "error" : code.replace("::", "-");
  }
}
