package dev.rustmend.service;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;

/// JSON Schemas in few words. Objects made here may have members that are not named.
public final class Shape {
  private Shape() {}

  public static JsonObject text() {
    return type("string");
  }

  public static JsonObject whole() {
    return type("integer");
  }

  public static JsonObject number() {
    return type("number");
  }

  public static JsonObject flag() {
    return type("boolean");
  }

  /// One of these words.
  public static JsonObject choice(String... words) {
    JsonObject schema = text();
    var values = new JsonArray();
    for (String word : words) {
      values.add(word);
    }
    schema.add("enum", values);
    return schema;
  }

  /// A list of such items.
  public static JsonObject list(JsonObject item) {
    JsonObject schema = type("array");
    schema.add("items", item);
    return schema;
  }

  /// An object whose members, whatever their names, are such.
  public static JsonObject mapOf(JsonObject value) {
    JsonObject schema = type("object");
    schema.add("additionalProperties", value);
    return schema;
  }

  /// An object with these members; a name that ends in `?` is of one that may be missing.
  public static JsonObject object(Map<String, JsonObject> members) {
    var properties = new JsonObject();
    var required = new JsonArray();
    members.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(member -> {
          String name = member.getKey();
          boolean optional = name.endsWith("?");
          String bare = optional ? name.substring(0, name.length() - 1) : name;
          properties.add(bare, member.getValue());
          if (!optional) {
            required.add(bare);
          }
        });
    JsonObject schema = type("object");
    schema.add("properties", properties);
    if (!required.isEmpty()) {
      schema.add("required", required);
    }
    return schema;
  }

  /// The schema with a description.
  public static JsonObject about(String description, JsonObject schema) {
    schema.addProperty("description", description);
    return schema;
  }

  /// An object schema with one more member.
  public static JsonObject with(JsonObject object, String name, JsonElement member) {
    JsonObject copy = object.deepCopy();
    copy.getAsJsonObject("properties").add(name, member);
    return copy;
  }

  private static JsonObject type(String name) {
    var schema = new JsonObject();
    schema.addProperty("type", name);
    return schema;
  }
}
