package dev.rustmend.learn;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;

/// Events as JSON objects, their kind in the member `kind`.
final class EventJson {
  private static final Logger LOG = System.getLogger(EventJson.class.getName());
  private static final Map<String, Class<? extends Event>> KINDS =
      Map.of(
          "learned", Event.Learned.class,
          "judged", Event.Judged.class,
          "forgotten", Event.Forgotten.class,
          "imported", Event.Imported.class,
          "written", Event.Written.class);
  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private EventJson() {}

  static String of(Event event) {
    String kind =
        switch (event) {
          case Event.Learned _ -> "learned";
          case Event.Judged _ -> "judged";
          case Event.Forgotten _ -> "forgotten";
          case Event.Imported _ -> "imported";
          case Event.Written _ -> "written";
        };
    var json = new JsonObject();
    json.addProperty("kind", kind);
    GSON.toJsonTree(event)
        .getAsJsonObject()
        .entrySet()
        .forEach(e -> json.add(e.getKey(), e.getValue()));
    return GSON.toJson(json);
  }

  /// The event in `json`; empty for one of a kind, or without members, that this version knows.
  static Optional<Event> read(String json) {
    try {
      JsonObject object = JsonParser.parseString(json).getAsJsonObject();
      JsonElement kind = object.get("kind");
      Class<? extends Event> type = kind == null ? null : KINDS.get(kind.getAsString());
      complete(object);
      return type == null
          ? Optional.empty()
          : Optional.<Event>of(GSON.fromJson(object, type))
              .filter(event -> event instanceof Record it && isWhole(it));
    } catch (RuntimeException e) {
      // whatever Gson and the constructors of the records object to
      LOG.log(Level.DEBUG, "an event can not be read", e);
      return Optional.empty();
    }
  }

  /// Gives an episode of an earlier version what it could not say.
  private static void complete(JsonObject event) {
    if (event.get("episode") instanceof JsonObject episode) {
      if (!episode.has("others")) {
        episode.add("others", new JsonArray());
      }
      if (!episode.has("commit")) {
        episode.addProperty("commit", "");
      }
    }
  }

  private static boolean isWhole(Record event) {
    for (var component : event.getClass().getRecordComponents()) {
      try {
        Object value = component.getAccessor().invoke(event);
        if (value == null || (value instanceof Record part && !isWhole(part))) {
          return false;
        }
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(component.getName(), e);
      }
    }
    return true;
  }
}
