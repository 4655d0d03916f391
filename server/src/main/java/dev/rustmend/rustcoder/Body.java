package dev.rustmend.rustcoder;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A JSON object that is read, and ones that are written.
final class Body {
  private Body() {}

  /// The text of that name; empty when it is not there or no text.
  static Optional<String> text(Map<String, ?> body, String name) {
    return body.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /// The whole number of that name.
  static Optional<Integer> number(Map<String, ?> body, String name) {
    return body.get(name) instanceof Number number
        ? Optional.of(number.intValue())
        : Optional.empty();
  }

  /// An object with one member.
  static Map<String, @Nullable Object> of(String name, @Nullable Object value) {
    var body = new LinkedHashMap<String, @Nullable Object>();
    body.put(name, value);
    return body;
  }

  /// A failure as FastAPI puts it.
  static Reply failure(int status, String detail) {
    return new Reply.Json(status, of("detail", detail));
  }

  /// What FastAPI says of a body that lacks a field, or has something else there.
  static Reply invalid(Map<String, ?> body, String field) {
    var error = new LinkedHashMap<String, @Nullable Object>();
    boolean missing = !body.containsKey(field);
    error.put("type", missing ? "missing" : "string_type");
    error.put("loc", List.of("body", field));
    error.put("msg", missing ? "Field required" : "Input should be a valid string");
    error.put("input", missing ? body : body.get(field));
    return new Reply.Json(422, of("detail", List.of(error)));
  }
}
