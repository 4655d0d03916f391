package dev.rustmend.cli;

import com.google.gson.JsonObject;
import dev.rustmend.knowledge.Answer;
import dev.rustmend.knowledge.Answers;
import dev.rustmend.knowledge.Library;
import dev.rustmend.knowledge.LibraryFailure;
import dev.rustmend.repair.ModelHold;
import dev.rustmend.service.KnowledgeJson;
import dev.rustmend.service.ReportJson;
import dev.rustmend.settings.Settings;
import dev.rustmend.wording.Material;
import dev.rustmend.wording.Worded;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/// `rustmend ask`: an answer from the knowledge base and the documentation, with its sources; a
/// model, where there is one, puts it into words.
final class AskCommand implements Command {
  private static final String LIMIT = "--limit";
  private static final String NO_MODEL = "--no-model";
  private static final int USUAL = 4;

  private final Wiring wiring;

  AskCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            this,
            "ask",
            "Answers a question about Rust with what the knowledge base and the toolchain's"
                + " documentation say, and names the sources; a model, if you have chosen one, words"
                + " the answer.");
    spec.addPositional(KbSearchCommand.words("QUESTION", "The question, or - for stdin."));
    spec.addOption(Options.number(LIMIT, "N", "How many sources at most (4)."));
    spec.addOption(Options.flag(NO_MODEL, "Quote the sources, without the model's words.").build());
    spec.addOption(Options.flag(Options.JSON, "Print one JSON document.").build());
    return spec;
  }

  @Override
  public Exit run(Invocation invocation) throws InterruptedException {
    int limit = KnowledgeText.limit(invocation, LIMIT, USUAL);
    String question = KnowledgeText.question(invocation).strip();
    Settings settings = wiring.settings(invocation);
    try (Library library = wiring.library(settings)) {
      KnowledgeText.prepare(invocation, library);
      boolean worded = !settings.model().isNone() && !invocation.has(NO_MODEL);
      var answers = new Answers(library);
      Answer answer = worded ? answers.shareable(question, limit) : answers.answer(question, limit);
      KnowledgeText.tellNews(invocation, library);
      print(invocation, settings.model(), question, answer);
      return answer instanceof Answer.Nothing ? Exit.REMAIN : Exit.CLEAN;
    } catch (LibraryFailure e) {
      throw new CommandFailure(Exit.ENVIRONMENT, e.sentence(), e);
    }
  }

  private void print(Invocation invocation, Settings.Model model, String question, Answer answer)
      throws InterruptedException {
    boolean worded =
        answer instanceof Answer.Extracted extracted
            && !model.isNone()
            && !invocation.has(NO_MODEL)
            && printWorded(invocation, model, question, extracted);
    if (!worded && invocation.has(Options.JSON)) {
      invocation.print(ReportJson.document(KnowledgeJson.answer(question, answer)));
    } else if (!worded) {
      var text =
          new MarkdownText(invocation.paint(Terminal.Channel.OUT), invocation.terminal().columns());
      String title = question.lines().findFirst().orElse(question);
      invocation.print(text.lines(answer.document(title)));
    }
  }

  /// Says whether the model has found words.
  private boolean printWorded(
      Invocation invocation, Settings.Model model, String question, Answer.Extracted answer)
      throws InterruptedException {
    Material material = Material.ofAnswer(question, answer);
    try (ModelHold hold = wiring.models().hold()) {
      var writing = ModelWriting.with(hold, model, invocation);
      if (!invocation.has(Options.JSON)) {
        return writing.print(material);
      }
      Optional<Worded.Text> text = writing.text(material);
      text.ifPresent(found -> {
        JsonObject json = KnowledgeJson.answer(question, answer);
        json.addProperty("by", "model");
        json.addProperty("answer", found.markdown());
        json.addProperty("extract", answer.markdown());
        json.add("wording", KnowledgeJson.worded(found));
        invocation.print(ReportJson.document(json));
      });
      return text.isPresent();
    }
  }
}
