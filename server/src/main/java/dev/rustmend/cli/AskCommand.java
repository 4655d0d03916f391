package dev.rustmend.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.rustmend.knowledge.Answer;
import dev.rustmend.knowledge.Answers;
import dev.rustmend.knowledge.Library;
import dev.rustmend.knowledge.LibraryFailure;
import dev.rustmend.search.SearchFilter;
import picocli.CommandLine.Model.CommandSpec;

/// `rustmend ask`: an answer from the knowledge base and the documentation, with its sources.
final class AskCommand implements Command {
  private static final String LIMIT = "--limit";
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
                + " documentation say, and names the sources.");
    spec.addPositional(KbSearchCommand.words("QUESTION", "The question, or - for stdin."));
    spec.addOption(Options.number(LIMIT, "N", "How many sources at most (4)."));
    spec.addOption(Options.flag(Options.JSON, "Print one JSON document.").build());
    return spec;
  }

  @Override
  public Exit run(Invocation invocation) throws InterruptedException {
    int limit = KnowledgeText.limit(invocation, LIMIT, USUAL);
    String question = KnowledgeText.question(invocation).strip();
    try (Library library = wiring.library(invocation)) {
      KnowledgeText.prepare(invocation, library);
      Answer answer = new Answers(library).answer(question, SearchFilter.ALL, limit);
      KnowledgeText.tellNews(invocation, library);
      if (invocation.has(Options.JSON)) {
        invocation.print(ReportJson.document(json(question, answer)));
      } else {
        var text =
            new MarkdownText(
                invocation.paint(Terminal.Channel.OUT), invocation.terminal().columns());
        String title = question.lines().findFirst().orElse(question);
        invocation.print(text.lines(answer.document(title)));
      }
      return answer instanceof Answer.Nothing ? Exit.REMAIN : Exit.CLEAN;
    } catch (LibraryFailure e) {
      throw new CommandFailure(Exit.ENVIRONMENT, e.sentence(), e);
    }
  }

  private static JsonObject json(String question, Answer answer) {
    var json = new JsonObject();
    json.addProperty("question", question);
    var sources = new JsonArray();
    switch (answer) {
      case Answer.Nothing(String sentence) -> {
        json.addProperty("found", false);
        json.addProperty("answer", sentence);
      }
      case Answer.Extracted extracted -> {
        json.addProperty("found", true);
        json.addProperty("answer", extracted.markdown());
        extracted.citations().forEach(each -> sources.add(source(each)));
      }
    }
    json.addProperty("by", "extraction");
    json.add("citations", sources);
    return json;
  }

  private static JsonObject source(Answer.Citation citation) {
    var json = new JsonObject();
    json.addProperty("number", citation.number());
    json.addProperty("id", citation.id());
    json.addProperty("title", citation.title());
    json.addProperty("kind", citation.kind().word());
    citation.web().ifPresent(link -> json.addProperty("web", link.toString()));
    citation.local().ifPresent(link -> json.addProperty("local", link.toString()));
    return json;
  }
}
