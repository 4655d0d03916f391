package dev.rustmend.cargo;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A JSON object that forgives: a member that is missing, null or of another type than expected is
/// simply not there. Newer versions of cargo and rustc add members and may change some.
record Json(JsonObject object) {
  private static final Json EMPTY = new Json(new JsonObject());

  /// The object that `text` holds, or empty when it is anything else.
  static Optional<Json> parse(String text) {
    if (!text.startsWith("{")) {
      return Optional.empty();
    }
    try {
      JsonElement parsed = JsonParser.parseString(text);
      return parsed.isJsonObject()
          ? Optional.of(new Json(parsed.getAsJsonObject()))
          : Optional.empty();
    } catch (JsonParseException e) {
      return Optional.empty();
    }
  }

  Optional<String> text(String name) {
    return primitive(name).filter(JsonPrimitive::isString).map(JsonPrimitive::getAsString);
  }

  Optional<Integer> number(String name) {
    return primitive(name).filter(JsonPrimitive::isNumber).map(JsonPrimitive::getAsInt);
  }

  /// Whether the member is there and true.
  boolean isTrue(String name) {
    return primitive(name)
        .filter(JsonPrimitive::isBoolean)
        .map(JsonPrimitive::getAsBoolean)
        .orElse(false);
  }

  Optional<Json> child(String name) {
    JsonElement member = object.get(name);
    return member != null && member.isJsonObject()
        ? Optional.of(new Json(member.getAsJsonObject()))
        : Optional.empty();
  }

  /// The member, or an object without members.
  Json childOrEmpty(String name) {
    return child(name).orElse(EMPTY);
  }

  /// The objects in an array; whatever else stands in it is left out.
  List<Json> children(String name) {
    var found = new ArrayList<Json>();
    for (JsonElement element : elements(name)) {
      if (element.isJsonObject()) {
        found.add(new Json(element.getAsJsonObject()));
      }
    }
    return found;
  }

  /// The strings in an array; whatever else stands in it is left out.
  List<String> texts(String name) {
    var found = new ArrayList<String>();
    for (JsonElement element : elements(name)) {
      if (element instanceof JsonPrimitive primitive && primitive.isString()) {
        found.add(primitive.getAsString());
      }
    }
    return found;
  }

  private Iterable<JsonElement> elements(String name) {
    JsonElement member = object.get(name);
    return member != null && member.isJsonArray() ? member.getAsJsonArray() : List.of();
  }

  private Optional<JsonPrimitive> primitive(String name) {
    return object.get(name) instanceof JsonPrimitive primitive
        ? Optional.of(primitive)
        : Optional.empty();
  }
}
