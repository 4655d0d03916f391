package dev.rustmend.service;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.rustmend.knowledge.Answer;
import dev.rustmend.search.Hit;
import dev.rustmend.wording.Worded;
import java.util.List;

/// Hits, answers and worded texts as JSON, in the names that users rely on.
public final class KnowledgeJson {
  private KnowledgeJson() {}

  /// `{"hits":[…]}`.
  public static JsonObject hits(List<Hit> hits) {
    var array = new JsonArray();
    for (Hit hit : hits) {
      var json = new JsonObject();
      json.addProperty("id", hit.id());
      json.addProperty("title", hit.title());
      json.addProperty("score", hit.score());
      json.addProperty("kind", hit.kind().word());
      json.addProperty("snippet", hit.snippet());
      json.addProperty("why", hit.why());
      array.add(json);
    }
    var document = new JsonObject();
    document.add("hits", array);
    return document;
  }

  /// An answer from the sources, word for word, with its citations.
  public static JsonObject answer(String question, Answer answer) {
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

  /// `{"model":…,"text":…,"cited":[…],"droppedCitations":[…],"namesNotInSources":[…]}`.
  public static JsonObject worded(Worded.Text text) {
    var json = new JsonObject();
    json.addProperty("model", text.writer());
    json.addProperty("text", text.markdown());
    var cited = new JsonArray();
    text.cited().stream().sorted().forEach(cited::add);
    json.add("cited", cited);
    var dropped = new JsonArray();
    text.dropped().forEach(dropped::add);
    json.add("droppedCitations", dropped);
    var strange = new JsonArray();
    text.strange().forEach(strange::add);
    json.add("namesNotInSources", strange);
    return json;
  }
}
