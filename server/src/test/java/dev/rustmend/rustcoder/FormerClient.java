package dev.rustmend.rustcoder;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// A client with the commands of the one that Rust Coder's users have: it knows that service's
/// addresses and fields, sends no token, and reads no field that is ours.
record FormerClient(String server, HttpClient http) {
  private static final long INTERVAL_NANOS = 200_000_000;

  /// Runs a command, such as `generate --description TEXT --sync`, and returns what it prints.
  String run(String command, String... options) throws IOException, InterruptedException {
    Map<String, String> given = given(options);
    return switch (command) {
      case "generate" -> generate(given);
      case "status" -> status(given);
      case "cat" ->
          text("/project/%s/files/%s".formatted(given.get("--project"), given.get("--file")));
      case "download" -> download(given);
      case "compile" -> compile(given);
      case "fix" -> fix(given);
      default -> throw new IllegalArgumentException(command);
    };
  }

  private String generate(Map<String, String> given) throws IOException, InterruptedException {
    var body = new JsonObject();
    body.addProperty("description", given.get("--description"));
    body.addProperty("requirements", given.get("--requirements"));
    if (given.containsKey("--sync")) {
      JsonObject answer = post("/generate-sync", body);
      return answer.get("success").getAsBoolean()
          ? answer.get("combined_text").getAsString()
          : "failed: " + answer.get("message").getAsString();
    }
    return post("/generate", body).get("project_id").getAsString();
  }

  /// With `--watch` until the project is done.
  private String status(Map<String, String> given) throws IOException, InterruptedException {
    String status = "";
    do {
      LockSupport.parkNanos(status.isEmpty() ? 0 : INTERVAL_NANOS);
      String answer = text("/project/" + given.get("--project"));
      status = JsonParser.parseString(answer).getAsJsonObject().get("status").getAsString();
    } while (given.containsKey("--watch") && !List.of("completed", "failed").contains(status));
    return status;
  }

  private String download(Map<String, String> given) throws IOException, InterruptedException {
    Path out = Path.of(given.get("--out"));
    HttpResponse<Path> answer =
        http.send(
            request("/project/%s/download".formatted(given.get("--project"))).build(),
            BodyHandlers.ofFile(out));
    return answer.headers().firstValue("Content-Type").orElse("");
  }

  private String compile(Map<String, String> given) throws IOException, InterruptedException {
    JsonObject answer = post("/compile", code(given));
    return answer.get("success").getAsBoolean()
        ? "ok"
        : answer.getAsJsonObject("error_details").get("error_message").getAsString();
  }

  private String fix(Map<String, String> given) throws IOException, InterruptedException {
    JsonObject body = code(given);
    body.addProperty("description", given.get("--description"));
    body.addProperty("max_attempts", Integer.parseInt(given.getOrDefault("--max-attempts", "3")));
    JsonObject answer = post("/compile-and-fix", body);
    return "%s after %d\n%s"
        .formatted(
            answer.get("success").getAsBoolean() ? "fixed" : "not fixed",
            answer.getAsJsonArray("attempts").size(),
            answer.get("combined_text").getAsString());
  }

  /// The text of a file in the form with markers.
  private static JsonObject code(Map<String, String> given) throws IOException {
    var body = new JsonObject();
    body.addProperty(
        "code", Files.readString(Path.of(given.get("--code")), StandardCharsets.UTF_8));
    return body;
  }

  private JsonObject post(String path, JsonObject body) throws IOException, InterruptedException {
    HttpRequest request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString()))
            .build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    JsonObject json = JsonParser.parseString(answer.body()).getAsJsonObject();
    if (answer.statusCode() != 200) {
      throw new IOException(answer.statusCode() + " " + json.get("detail"));
    }
    return json;
  }

  private String text(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request(path).build(), BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server + path));
  }

  private static Map<String, String> given(String... options) {
    var given = new LinkedHashMap<String, String>();
    for (int i = 0; i < options.length; i++) {
      boolean alone = i + 1 == options.length || options[i + 1].startsWith("--");
      given.put(options[i], alone ? "" : options[i + 1]);
      i += alone ? 0 : 1;
    }
    return given;
  }
}
