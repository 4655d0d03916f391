package dev.rustmend.lsp;

import dev.rustmend.repair.ModelAttempt;
import dev.rustmend.repair.ModelSample;
import dev.rustmend.repair.Sessions;
import dev.rustmend.workspace.Snapshot;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.lsp4j.Position;

/// `rustmend.server.fixFile` with `"model": true` and a place: asks the language model about the
/// error there, and sends what holds as an edit.
record ModelFix(
    Sessions sessions,
    OpenDocuments documents,
    ClientProfile profile,
    Runs runs,
    ProgressBoard board,
    EditSender sender,
    RustmendClient client) {
  private static final String LABEL = "Asking the model";

  /// Blocks until the model has answered and the client has made the edit.
  void fix(String runId, Path file, Position at) throws InterruptedException {
    Snapshot snapshot = documents.snapshot();
    Optional<FoundProblem> found = found(file, at, snapshot);
    if (found.isEmpty()) {
      client.showMessage(Messages.info(LABEL + ": there is no error here that it knows of"));
      return;
    }
    try (Progress progress = board.part(runId, LABEL, () -> runs.cancel(runId))) {
      ModelAttempt attempt =
          found
              .get()
              .from()
              .session()
              .ask(snapshot, found.get().diagnostic(), sample -> progress.report(told(sample)));
      progress.end(deliver(attempt, snapshot));
    }
  }

  private String deliver(ModelAttempt attempt, Snapshot snapshot) throws InterruptedException {
    Optional<ModelAttempt.Repair> repair = attempt.repair();
    if (repair.isEmpty()) {
      return told("no fix: " + attempt.why());
    }
    String title = repair.get().title();
    return sender.send(title, repair.get().patch(), snapshot) ? title : "not done";
  }

  private String told(String what) {
    client.showMessage(Messages.info(LABEL + ": " + what));
    return what;
  }

  /// One answer, for the progress.
  static String told(ModelSample sample) {
    return "answer %d: %s".formatted(sample.number(), sample.result());
  }

  private Optional<FoundProblem> found(Path file, Position at, Snapshot snapshot) {
    return FoundProblem.under(sessions, snapshot, file, at, profile.unit()).stream()
        .filter(found -> found.diagnostic().isError())
        .findFirst();
  }
}
