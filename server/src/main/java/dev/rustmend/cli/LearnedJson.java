package dev.rustmend.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.rustmend.learn.Episode;
import dev.rustmend.learn.Event;
import dev.rustmend.learn.Habit;
import java.time.Instant;
import java.util.List;

/// What was learned, as JSON.
final class LearnedJson {
  private LearnedJson() {}

  /// The recipes, with what they are worth.
  static JsonObject recipes(List<Habit> habits) {
    var array = new JsonArray();
    for (Habit habit : habits) {
      var json = new JsonObject();
      json.addProperty("id", habit.recipe().id());
      json.addProperty("code", habit.recipe().code());
      json.addProperty("rewrite", habit.recipe().lines());
      json.addProperty("state", habit.word());
      json.addProperty("repairs", habit.repairs().size());
      json.addProperty("offered", habit.offered());
      json.addProperty("taken", habit.taken());
      json.addProperty("bound", habit.bound());
      array.add(json);
    }
    var document = new JsonObject();
    document.add("learned", array);
    return document;
  }

  /// The recorded repairs, without the code.
  static JsonObject episodes(List<Event.Learned> episodes) {
    var array = new JsonArray();
    for (Event.Learned event : episodes) {
      Episode episode = event.episode();
      var json = new JsonObject();
      json.addProperty("id", event.id());
      json.addProperty("at", Instant.ofEpochMilli(event.at()).toString());
      json.addProperty("project", episode.project());
      json.addProperty("file", episode.file());
      json.addProperty("commit", episode.commit());
      json.addProperty("code", episode.told().code());
      json.addProperty("message", episode.told().message());
      json.addProperty("otherFiles", episode.others().size());
      json.addProperty("taken", episode.taken());
      var recipes = new JsonArray();
      event.hits().forEach(recipes::add);
      json.add("recipes", recipes);
      array.add(json);
    }
    var document = new JsonObject();
    document.add("episodes", array);
    return document;
  }
}
