package dev.rustmend.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.rustmend.service.ServiceUnderTest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A base goes from one machine to another over the API: two servers with data folders of their
/// own.
@Timeout(300)
class CarriedKnowledgeTest {
  private static final String BROKEN =
      """
      pub fn zebra(of: &str) -> String {
          of.trim().to_string()
      }

      pub fn name(n: u32) -> String {
          match n {
              0 => String::new(),
              _ => "b",
          }
      }

      fn main() {
          println!("{}", name(1));
      }
      """;

  @TempDir private Path folder;

  @Test
  void whatWasLearnedAndKeptHereIsKnownThere() throws Exception {
    Path root = Files.createDirectories(folder.resolve("root"));
    JsonObject exported;
    try (var here = ServedProgram.start(folder.resolve("here"), root)) {
      teach(here, root);
      var questions = new JsonObject();
      questions.addProperty("faq.txt", "Q: What is a quagga?\nA: A zebra without its stripes.\n");
      questions.addProperty("errors/notes.json", "[{\"error\":\"E9\",\"solution\":\"okapi\"}]");
      JsonObject taken = ok(here.post("/v1/import", files(questions)));
      assertThat(taken.get("notes").getAsInt()).isEqualTo(2);
      exported = ok(here.post("/v1/export", "{}"));
    }
    JsonObject files = exported.getAsJsonObject("files");
    assertThat(files.keySet()).filteredOn(path -> path.startsWith("errors/E0308/")).hasSize(1);
    assertThat(files.keySet()).filteredOn(path -> path.startsWith("notes/")).hasSize(2);
    assertThat(files.toString()).doesNotContain("zebra(\\\"b\\\")");
    try (var there = ServedProgram.start(folder.resolve("there"), root)) {
      assertThat(search(there, "quagga")).doesNotContain("quagga");
      JsonObject taken = ok(there.post("/v1/import", files(files)));
      assertThat(taken.get("recipes").getAsInt()).isEqualTo(1);
      assertThat(taken.get("notes").getAsInt()).isEqualTo(2);
      assertThat(taken.getAsJsonArray("leftOut")).isEmpty();
      assertThat(search(there, "quagga")).contains("quagga");
      JsonObject again = ok(there.post("/v1/export", "{}"));
      assertThat(again.getAsJsonObject("files").asMap().values())
          .containsExactlyInAnyOrderElementsOf(files.asMap().values());
    }
  }

  @Test
  void whatIsNoEntryIsLeftOutWithASentence() throws Exception {
    Path root = Files.createDirectories(folder.resolve("root"));
    try (var server = ServedProgram.start(folder, root)) {
      var entry = new JsonObject();
      entry.addProperty("errors/E0382/mine.md", "# Nothing else\n");
      JsonObject answer = ok(server.post("/v1/import", files(entry)));
      assertThat(answer.get("success").getAsBoolean()).isFalse();
      JsonArray leftOut = answer.getAsJsonArray("leftOut");
      assertThat(leftOut).isNotEmpty();
      assertThat(leftOut.get(0).getAsString()).contains("errors/E0382/mine");
    }
  }

  /// Two repairs of the same kind, as somebody makes them.
  private static void teach(ServedProgram server, Path root) throws Exception {
    for (String name : new String[] {"first", "second"}) {
      String before = BROKEN.replace("\"b\"", "\"" + name + "\"");
      Path crate = ServiceUnderTest.crate(root, name, before);
      Path main = crate.resolve("src/main.rs");
      Files.writeString(main, before.replace("\"" + name + "\",", "zebra(\"" + name + "\"),"));
      var record = new JsonObject();
      record.addProperty("file", main.toString());
      record.addProperty("before", before);
      ok(server.post("/v1/record-fix", record.toString()));
    }
  }

  private static String search(ServedProgram server, String query) throws Exception {
    JsonObject answer = ok(server.post("/v1/search", "{\"query\":\"%s\"}".formatted(query)));
    return answer.get("hits").toString();
  }

  private static String files(JsonObject files) {
    var body = new JsonObject();
    body.add("files", files);
    return body.toString();
  }

  private static JsonObject ok(HttpResponse<String> answer) throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonParser.parseString(answer.body()).getAsJsonObject();
  }
}
