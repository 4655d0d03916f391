package dev.rustmend.lsp;

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
    Explanations explanations,
    Path cache) {
  private static final System.Logger LOG = System.getLogger(ExplainCommand.class.getName());

  private record Page(String name, String markdown) {}

  String explain(CommandTarget target) {
    Snapshot snapshot = documents.snapshot();
    return runs.start(ServerCommand.EXPLAIN.word(), runId -> explain(target, snapshot));
  }

  private void explain(CommandTarget target, Snapshot snapshot) throws InterruptedException {
    Optional<Page> page = problem(target, snapshot).or(() -> code(target));
    if (page.isEmpty()) {
      client.showMessage(Messages.info("there is no error here that it knows of"));
      return;
    }
    show(page.get());
  }

  private Optional<Page> problem(CommandTarget target, Snapshot snapshot) {
    return target
        .file()
        .flatMap(file ->
            target
                .position()
                .flatMap(position -> found(file, position, snapshot))
                .map(found ->
                    new Page(
                        name(found.diagnostic().codeText()),
                        explanations.full(found.problem(), snapshot))));
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

  private Optional<Page> code(CommandTarget target) {
    return target
        .code()
        .flatMap(code -> explanations.code(code).map(markdown -> new Page(name(code), markdown)));
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
