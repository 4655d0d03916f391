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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
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
      case Reply.Archive(int status, String name, SortedMap<String, String> files) -> {
        exchange.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        exchange.send(status, "application/zip", zip(files));
      }
    }
  }

  private static byte[] zip(SortedMap<String, String> files) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
