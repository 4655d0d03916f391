package dev.rustmend.lsp;

import dev.rustmend.knowledge.Answer;
import dev.rustmend.knowledge.Answers;
import dev.rustmend.knowledge.FillListener;
import dev.rustmend.knowledge.Library;
import dev.rustmend.knowledge.LibraryFailure;
import java.time.Duration;

/// `rustmend.server.ask`: an answer from the knowledge base and the documentation, shown as a
/// document. The first question opens the library; what is not in it yet is put in afterwards.
record AskCommand(
    Library library, Runs runs, ProgressBoard board, RustmendClient client, PageViewer viewer) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int SOURCES = 4;

  String ask(CommandTarget target) {
    return runs.start(
        ServerCommand.ASK.word(),
        runId -> {
          String question = target.question().orElse("").strip();
          if (question.isEmpty()) {
            client.showMessage(Messages.info("there is no question; give one as the argument"));
            return;
          }
          try {
            answer(runId, question);
          } catch (LibraryFailure e) {
            client.showMessage(Messages.warning(e.sentence()));
          }
        });
  }

  private void answer(String runId, String question) throws InterruptedException {
    Answer answer;
    try (Progress progress = board.start("Looking it up", () -> runs.cancel(runId))) {
      library.prepare(PATIENCE, reporting(progress));
      answer = new Answers(library).answer(question, SOURCES);
    }
    library.news().forEach(news -> client.showMessage(Messages.info(news)));
    String title = question.lines().findFirst().orElse(question);
    viewer.show("the answer", "answers", "answer", answer.document(title));
    goOn();
  }

  /// Has the rest put in, vectors too, on a thread that ends with the server.
  private void goOn() {
    Progress progress = board.start("Indexing", library::stopFilling);
    library.fillInBackground(reporting(progress), progress::close);
  }

  private static FillListener reporting(Progress progress) {
    return (stage, done, total) -> progress.report("%s %d/%d".formatted(stage.word(), done, total));
  }
}
