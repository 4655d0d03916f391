package dev.rustmend.lsp;

import dev.rustmend.assist.Explainer;
import dev.rustmend.repair.Sessions;
import dev.rustmend.workspace.Snapshot;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.lsp4j.Position;

/// `rustmend.server.explain`: all there is to say about an error, shown as a Markdown document.
record ExplainCommand(
    Sessions sessions,
    OpenDocuments documents,
    Runs runs,
    RustmendClient client,
    ClientProfile profile,
    Explainer explainer,
    PageViewer viewer) {
  String explain(CommandTarget target) {
    Snapshot snapshot = documents.snapshot();
    return runs.start(ServerCommand.EXPLAIN.word(), runId -> explain(target, snapshot));
  }

  private void explain(CommandTarget target, Snapshot snapshot) throws InterruptedException {
    Optional<FoundProblem> found =
        target.file().flatMap(file -> target.position().flatMap(at -> found(file, at, snapshot)));
    if (found.isPresent()) {
      String name = name(found.get().diagnostic().codeText());
      show(name, explainer.full(found.get().problem(), snapshot));
      return;
    }
    String code = target.code().orElse("");
    Optional<String> meaning =
        code.isEmpty() ? Optional.empty() : explainer.lesson(code, explainer.code(code));
    if (meaning.isPresent()) {
      show(name(code), meaning.get());
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

  private void show(String name, String markdown) throws InterruptedException {
    viewer.show("the explanation", "explain", name, markdown);
  }

  /// A lint's name has colons, which some file systems do not.
  private static String name(String code) {
    return code.isEmpty() ? "error" : code.replace("::", "-");
  }
}
