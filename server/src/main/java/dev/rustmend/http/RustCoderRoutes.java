package dev.rustmend.http;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.ToNumberPolicy;
import com.google.gson.reflect.TypeToken;
import dev.rustmend.rustcoder.Reply;
import dev.rustmend.rustcoder.RustCoder;
import dev.rustmend.service.Builds;
import dev.rustmend.service.ProgressListener;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The routes of the Rust Coder service, below a prefix of their own.
public record RustCoderRoutes(RustCoder coder, Builds builds, Route.Door door) {
  private static final String PREFIX = "/compat/rustcoder";
  private static final Gson GSON =
      new GsonBuilder()
          .serializeNulls()
          .disableHtmlEscaping()
          .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
          .create();
  private static final TypeToken<Map<String, @Nullable Object>> MAP = new TypeToken<>() {};
  private static final List<String> POSTED =
      List.of(
          "/generate",
          "/generate-sync",
          "/compile",
          "/compile-and-fix",
          "/mcp/compile",
          "/mcp/compile-and-fix");

  /// All of them.
  public List<Route> all() {
    Stream<Route> posted =
        POSTED.stream()
            .map(path ->
                Route.of(
                    "POST",
                    PREFIX + path,
                    "As Rust Coder's POST %s.".formatted(path),
                    door,
                    exchange -> post(path, exchange)));
    Route project =
        Route.of(
            "GET",
            PREFIX + "/project/{path}",
            "As Rust Coder's GET /project/{project_id}, …/files/{path} and …/download.",
            door,
            exchange -> send(exchange, coder.get("/project/" + exchange.rest())));
    return Stream.concat(posted, Stream.of(project)).toList();
  }

  private void post(String path, Exchange exchange) throws IOException, InterruptedException {
    JsonObject body = exchange.json();
    Map<String, @Nullable Object> fields = GSON.fromJson(body, MAP);
    try (Builds.Turn _ = builds.turn(ProgressListener.NONE)) {
      send(exchange, coder.post(path, fields));
    }
  }

  private static void send(Exchange exchange, Reply reply) throws IOException {
    switch (reply) {
      case Reply.Json(int status, var body) ->
          exchange.send(status, "application/json", GSON.toJson(body));
      case Reply.Text(int status, String text) -> exchange.send(status, "text/plain", text);
      case Reply.Archive archive -> {
        exchange.setHeader(
            "Content-Disposition", "attachment; filename=\"" + archive.name() + "\"");
        exchange.send(archive.status(), "application/zip", archive.zip());
      }
    }
  }
}
