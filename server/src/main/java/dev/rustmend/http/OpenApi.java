package dev.rustmend.http;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.rustmend.service.Shape;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The routes as an OpenAPI 3.1 document.
final class OpenApi {
  private OpenApi() {}

  static JsonObject document(List<Route> routes, String version) {
    var paths = new TreeMap<String, JsonObject>();
    for (Route route : routes) {
      paths
          .computeIfAbsent(route.path(), _ -> new JsonObject())
          .add(route.method().toLowerCase(Locale.ROOT), operation(route));
    }
    var info = new JsonObject();
    info.addProperty("title", "rustmend");
    info.addProperty("version", version);
    info.addProperty(
        "description",
        "Rust errors with fixes that the compiler has accepted. Long calls answer as server-sent"
            + " events (job, progress, result, error) with Accept: text/event-stream, and as a job"
            + " with Prefer: respond-async.");
    var all = new JsonObject();
    paths.forEach(all::add);
    var document = new JsonObject();
    document.addProperty("openapi", "3.1.0");
    document.add("info", info);
    document.add("paths", all);
    document.add("components", components());
    return document;
  }

  private static JsonObject operation(Route route) {
    var operation = new JsonObject();
    operation.addProperty("summary", route.summary());
    operation.addProperty("operationId", id(route));
    var parameters = new JsonArray();
    if (route.path().indexOf('{') >= 0) {
      String name =
          route.path().substring(route.path().indexOf('{') + 1, route.path().length() - 1);
      parameters.add(parameter(name, "path", Shape.text(), true));
    }
    if (route.method().equals("GET")) {
      route.input().ifPresent(input -> addQuery(parameters, input));
    } else {
      route.input().ifPresent(input -> operation.add("requestBody", body(input)));
    }
    if (!parameters.isEmpty()) {
      operation.add("parameters", parameters);
    }
    operation.add("responses", responses(route.output()));
    var security = new JsonArray();
    if (route.door() == Route.Door.TOKEN) {
      var bearer = new JsonObject();
      bearer.add("bearer", new JsonArray());
      security.add(bearer);
    }
    operation.add("security", security);
    return operation;
  }

  private static String id(Route route) {
    String words = route.path().replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
    return route.method().toLowerCase(Locale.ROOT) + "-" + words;
  }

  private static void addQuery(JsonArray parameters, JsonObject input) {
    for (Map.Entry<String, JsonElement> each : input.getAsJsonObject("properties").entrySet()) {
      JsonArray required =
          Optional.ofNullable(input.getAsJsonArray("required")).orElseGet(JsonArray::new);
      boolean needed =
          required.asList().stream().anyMatch(it -> it.getAsString().equals(each.getKey()));
      parameters.add(parameter(each.getKey(), "query", each.getValue().getAsJsonObject(), needed));
    }
  }

  private static JsonObject parameter(String name, String in, JsonObject schema, Boolean required) {
    var json = new JsonObject();
    json.addProperty("name", name);
    json.addProperty("in", in);
    json.addProperty("required", required);
    json.add("schema", schema);
    return json;
  }

  private static JsonObject body(JsonObject schema) {
    JsonObject json = content("application/json", schema);
    json.addProperty("required", true);
    return json;
  }

  private static JsonObject responses(Optional<JsonObject> output) {
    JsonObject good =
        output.map(schema -> content("application/json", schema)).orElseGet(JsonObject::new);
    good.addProperty("description", "The answer.");
    var failure = new JsonObject();
    failure.addProperty("$ref", "#/components/responses/Failure");
    var responses = new JsonObject();
    responses.add("200", good);
    responses.add("default", failure);
    return responses;
  }

  private static JsonObject components() {
    JsonObject failure =
        content(
            "application/json",
            Shape.object(
                Map.of(
                    "error", Shape.object(Map.of("kind", Shape.text(), "message", Shape.text())))));
    failure.addProperty("description", "What is wrong and what to do.");
    var responses = new JsonObject();
    responses.add("Failure", failure);
    var bearer = new JsonObject();
    bearer.addProperty("type", "http");
    bearer.addProperty("scheme", "bearer");
    var schemes = new JsonObject();
    schemes.add("bearer", bearer);
    var components = new JsonObject();
    components.add("responses", responses);
    components.add("securitySchemes", schemes);
    return components;
  }

  private static JsonObject content(String type, JsonObject schema) {
    var media = new JsonObject();
    media.add("schema", schema);
    var types = new JsonObject();
    types.add(type, media);
    var json = new JsonObject();
    json.add("content", types);
    return json;
  }
}
