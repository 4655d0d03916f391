package dev.rustmend.lsp;

import dev.rustmend.knowledge.Answer;
import dev.rustmend.knowledge.Answers;
import dev.rustmend.knowledge.FillListener;
import dev.rustmend.knowledge.Library;
import dev.rustmend.knowledge.LibraryFailure;
import dev.rustmend.wording.Material;
import java.time.Duration;

/// `rustmend.server.ask`: an answer from the knowledge base and the documentation, shown as a
/// document; a model, where one is set, words it. The first question opens the library; what is not
/// in it yet is put in afterwards.
record AskCommand(
    Library library,
    Runs runs,
    ProgressBoard board,
    RustmendClient client,
    PageViewer viewer,
    WrittenPages written) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int SOURCES = 4;

  String ask(CommandTarget target) {
    return runs.add(
        ServerCommand.ASK.word(),
        runId -> {
          String question = target.question().orElse("").strip();
          if (question.isEmpty()) {
            client.showMessage(Messages.info("there is no question; give one as the argument"));
            return;
          }
          try {
            answer(runId, question, target.model().orElse(true));
          } catch (LibraryFailure e) {
            client.showMessage(Messages.warning(e.sentence()));
          }
        });
  }

  private void answer(String runId, String question, Boolean worded) throws InterruptedException {
    Answer answer;
    try (Progress progress = board.part(runId, "Looking it up", () -> runs.cancel(runId))) {
      library.prepare(PATIENCE, reporting(progress));
      var answers = new Answers(library);
      answer =
          worded && written.hasModel()
              ? answers.shareable(question, SOURCES)
              : answers.answer(question, SOURCES);
    }
    library.news().forEach(news -> client.showMessage(Messages.info(news)));
    String title = question.lines().findFirst().orElse(question);
    var page = new Page("the answer", "answers", "answer", answer.document(title));
    if (worded && answer instanceof Answer.Extracted extracted && written.hasModel()) {
      written.show(runId, page, Material.ofAnswer(question, extracted));
    } else {
      viewer.show(page);
    }
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
