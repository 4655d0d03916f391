package dev.rustmend.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The document says what the server does: each operation is answered, and nothing else is.
@Timeout(300)
class OpenApiTest {
  private static final List<String> PROMISED =
      List.of(
          "/v1/check",
          "/v1/fix",
          "/v1/explain",
          "/v1/search",
          "/v1/ask",
          "/v1/kb/{id}",
          "/v1/jobs/{id}",
          "/healthz",
          "/metrics",
          "/openapi.json");
  private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE", "PATCH");

  @TempDir private Path folder;

  @Test
  void eachOperationIsAnsweredAndEachOtherMethodRefused() throws IOException, InterruptedException {
    try (var server = ServerUnderTest.in(folder)) {
      JsonObject document =
          JsonParser.parseString(server.get("/openapi.json").body()).getAsJsonObject();
      JsonObject paths = document.getAsJsonObject("paths");
      assertThat(paths.keySet()).containsAll(PROMISED);
      for (String path : paths.keySet()) {
        JsonObject operations = paths.getAsJsonObject(path);
        for (String method : METHODS) {
          int status = status(server, method, path.replaceAll("\\{.*}", "none"));
          if (operations.has(method.toLowerCase(Locale.ROOT))) {
            assertThat(status).as("%s %s", method, path).isNotEqualTo(405).isLessThan(500);
          } else {
            assertThat(status).as("%s %s", method, path).isEqualTo(405);
          }
        }
      }
      assertThat(status(server, "GET", "/v1/nothing")).isEqualTo(404);
    }
  }

  @Test
  void theDocumentIsSoundInItself() throws IOException, InterruptedException {
    try (var server = ServerUnderTest.in(folder)) {
      JsonObject document =
          JsonParser.parseString(server.get("/openapi.json").body()).getAsJsonObject();
      var ids = new HashSet<String>();
      for (Map.Entry<String, JsonElement> path : document.getAsJsonObject("paths").entrySet()) {
        for (JsonElement it : path.getValue().getAsJsonObject().asMap().values()) {
          JsonObject operation = it.getAsJsonObject();
          assertThat(ids.add(operation.get("operationId").getAsString())).isTrue();
          assertThat(operation.getAsJsonObject("responses").has("default")).isTrue();
          if (path.getKey().contains("{")) {
            assertThat(operation.getAsJsonArray("parameters").toString())
                .contains("\"in\":\"path\"");
          }
        }
      }
      for (String reference : references(document.toString())) {
        JsonElement at = document;
        for (String step : reference.substring(2).split("/", -1)) {
          at = at.getAsJsonObject().get(step);
          assertThat(at).as(reference).isNotNull();
        }
      }
    }
  }

  private static List<String> references(String document) {
    return java.util.regex.Pattern.compile("\"\\$ref\":\"([^\"]+)\"")
        .matcher(document)
        .results()
        .map(found -> found.group(1))
        .distinct()
        .toList();
  }

  private static int status(ServerUnderTest server, String method, String path)
      throws IOException, InterruptedException {
    return server
        .send(
            path,
            it ->
                it.header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString("{\"nothing\":1}")))
        .statusCode();
  }
}
