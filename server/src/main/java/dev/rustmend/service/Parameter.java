package dev.rustmend.service;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Collection;
import java.util.List;

/// One argument of a call: its name, what it takes, whether it must be given, and what it means.
public record Parameter(String name, Form form, Need need, String description) {

  /// Whether an argument may be left out.
  public enum Need {
    REQUIRED,
    OPTIONAL
  }

  /// What an argument takes.
  public sealed interface Form {
    /// A text of at most so many characters.
    record Text(int longest) implements Form {}

    /// A whole number in a range, both ends included.
    record Whole(int least, int most) implements Form {}

    /// `true` or `false`.
    record Flag() implements Form {}

    /// One of these words.
    record Choice(List<String> words) implements Form {
      public Choice {
        words = List.copyOf(words);
      }
    }

    /// A list of at most so many short texts.
    record Texts(int most) implements Form {}

    /// Texts of files by their relative paths.
    record Files() implements Form {}
  }

  /// An argument that must be given.
  public static Parameter required(String name, Form form, String description) {
    return new Parameter(name, form, Need.REQUIRED, description);
  }

  /// An argument that may be left out.
  public static Parameter optional(String name, Form form, String description) {
    return new Parameter(name, form, Need.OPTIONAL, description);
  }

  /// The JSON Schema of an object with these members and no others.
  public static JsonObject schema(Collection<Parameter> parameters) {
    var properties = new JsonObject();
    var required = new JsonArray();
    for (Parameter each : parameters) {
      properties.add(each.name(), each.schema());
      if (each.need() == Need.REQUIRED) {
        required.add(each.name());
      }
    }
    var schema = new JsonObject();
    schema.addProperty("type", "object");
    schema.add("properties", properties);
    if (!required.isEmpty()) {
      schema.add("required", required);
    }
    schema.addProperty("additionalProperties", false);
    return schema;
  }

  private JsonObject schema() {
    JsonObject schema =
        switch (form) {
          case Form.Text(int longest) -> {
            JsonObject text = Shape.text();
            text.addProperty("maxLength", longest);
            yield text;
          }
          case Form.Whole(int least, int most) -> {
            JsonObject number = Shape.whole();
            number.addProperty("minimum", least);
            number.addProperty("maximum", most);
            yield number;
          }
          case Form.Flag() -> Shape.flag();
          case Form.Choice(List<String> words) -> Shape.choice(words.toArray(String[]::new));
          case Form.Texts(int most) -> {
            JsonObject list = Shape.list(Shape.text());
            list.addProperty("maxItems", most);
            yield list;
          }
          case Form.Files() -> Shape.mapOf(Shape.text());
        };
    schema.addProperty("description", description);
    return schema;
  }
}
