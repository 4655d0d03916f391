package dev.rustmend.service;

import static dev.rustmend.service.Parameter.optional;
import static dev.rustmend.service.Parameter.required;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.rustmend.knowledge.Answer;
import dev.rustmend.knowledge.Answers;
import dev.rustmend.knowledge.Library;
import dev.rustmend.knowledge.LibraryFailure;
import dev.rustmend.repair.ModelHold;
import dev.rustmend.repair.Models;
import dev.rustmend.search.Hit;
import dev.rustmend.search.PassageKind;
import dev.rustmend.search.Query;
import dev.rustmend.search.SearchFilter;
import dev.rustmend.search.SearchMode;
import dev.rustmend.search.SearchRequest;
import dev.rustmend.service.Call.Effect;
import dev.rustmend.service.Call.Pace;
import dev.rustmend.service.Parameter.Form;
import dev.rustmend.service.ServiceFailure.Kind;
import dev.rustmend.settings.Settings;
import dev.rustmend.wording.Material;
import dev.rustmend.wording.Worded;
import dev.rustmend.wording.Wording;
import dev.rustmend.wording.WordingListener;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// `search` and `ask`: what rustmend knows, as hits and as answers; `asked` hears of each question.
record KnowledgeCalls(Library library, Runnable asked, Supplier<Settings> settings, Models models) {
  private static final List<String> KINDS =
      Arrays.stream(PassageKind.values()).map(PassageKind::word).toList();

  Call search() {
    return new Call(
        "search",
        "search_knowledge",
        "Search Rust knowledge",
        "Searches entries about Rust errors, tasks, templates, the toolchain's own documentation and"
            + " repairs learned on this machine; takes a question, keywords or rustc's output. Read a"
            + " hit whole as the resource rustmend://kb/{id}.",
        List.of(
            required(
                "query", new Form.Text(20_000), "A question, keywords, or what rustc printed."),
            optional("kinds", new Form.Texts(6), "Only these: " + String.join(", ", KINDS) + "."),
            optional("code", new Form.Text(100), "Only what is about this code or lint."),
            optional("limit", new Form.Whole(1, 100), "How many hits at most (10).")),
        Shape.object(
            Map.of(
                "success", Shape.flag(),
                "hits",
                    Shape.list(
                        Shape.object(
                            Map.of(
                                "id", Shape.text(),
                                "title", Shape.text(),
                                "score", Shape.number(),
                                "kind", Shape.text(),
                                "snippet", Shape.text(),
                                "why", Shape.text()))),
                "notes?", Shape.list(Shape.text()))),
        Effect.READS,
        Pace.PROMPT,
        this::search);
  }

  Call ask() {
    return new Call(
        "ask",
        "ask_rust",
        "Ask about Rust",
        "Answers a question about Rust with what the knowledge base and the toolchain's documentation"
            + " say, word for word and with sources; the user's language model words it, if one is"
            + " configured. `success` is false when nothing fits.",
        List.of(
            required("question", new Form.Text(20_000), "The question."),
            optional("limit", new Form.Whole(1, 20), "How many sources at most (4)."),
            optional("model", new Form.Flag(), "false quotes the sources without a model.")),
        Shape.object(
            Map.of(
                "success", Shape.flag(),
                "question", Shape.text(),
                "found", Shape.flag(),
                "answer", Shape.about("Markdown", Shape.text()),
                "by", Shape.choice("extraction", "model"),
                "citations",
                    Shape.list(
                        Shape.object(
                            Map.of(
                                "number", Shape.whole(),
                                "id", Shape.text(),
                                "title", Shape.text(),
                                "kind", Shape.text(),
                                "web?", Shape.text()))),
                "notes?", Shape.list(Shape.text()))),
        Effect.READS,
        Pace.LONG,
        this::ask);
  }

  private JsonObject search(Arguments arguments, Call.Context context) throws InterruptedException {
    String query = arguments.needed("query");
    var filter =
        new SearchFilter(
            kinds(arguments.texts("kinds")),
            arguments.text("code"),
            Optional.empty(),
            Optional.empty());
    try {
      List<Hit> hits =
          library.search(
              new SearchRequest(
                  Query.of(query), filter, SearchMode.AUTO, arguments.whole("limit", 10)));
      JsonObject json = KnowledgeJson.hits(hits);
      json.addProperty("success", true);
      addNotes(json);
      return json;
    } catch (LibraryFailure e) {
      throw new ServiceFailure(Kind.ENVIRONMENT, e.sentence(), e);
    }
  }

  private JsonObject ask(Arguments arguments, Call.Context context) throws InterruptedException {
    String question = arguments.needed("question").strip();
    try {
      Answer answer =
          new Answers(library).answer(question, SearchFilter.ALL, arguments.whole("limit", 4));
      JsonObject json = KnowledgeJson.answer(question, answer);
      json.addProperty("success", answer instanceof Answer.Extracted);
      if (answer instanceof Answer.Extracted extracted && arguments.flag("model", true)) {
        addWords(json, Material.ofAnswer(question, extracted), context.progress());
      }
      addNotes(json);
      return json;
    } catch (LibraryFailure e) {
      throw new ServiceFailure(Kind.ENVIRONMENT, e.sentence(), e);
    }
  }

  private void addWords(JsonObject json, Material material, ProgressListener progress)
      throws InterruptedException {
    Settings.Model model = settings.get().model();
    if (model.isNone()) {
      return;
    }
    WordingListener listener = line -> progress.progress("writing: " + line, 0, 0);
    try (ModelHold hold = models.hold()) {
      var writer = new Wording(() -> hold.of(model), model.contextSize());
      switch (writer.word(material, listener)) {
        case Worded.Text text -> {
          json.add("extract", json.get("answer"));
          json.addProperty("by", "model");
          json.addProperty("answer", text.markdown());
          json.add("wording", KnowledgeJson.worded(text));
        }
        case Worded.Failed(String sentence) -> json.addProperty("modelFailure", sentence);
      }
    }
  }

  private void addNotes(JsonObject json) {
    asked.run();
    List<String> news = library.news();
    if (!news.isEmpty()) {
      var notes = new JsonArray();
      news.forEach(notes::add);
      json.add("notes", notes);
    }
  }

  private static Set<PassageKind> kinds(List<String> words) {
    Set<PassageKind> kinds = EnumSet.noneOf(PassageKind.class);
    for (String word : words) {
      kinds.add(kind(word));
    }
    return kinds;
  }

  private static PassageKind kind(String word) {
    return PassageKind.of(word)
        .orElseThrow(() ->
            new ServiceFailure(
                Kind.INVALID,
                "there is no kind `%s`; there are %s".formatted(word, String.join(", ", KINDS))));
  }
}
