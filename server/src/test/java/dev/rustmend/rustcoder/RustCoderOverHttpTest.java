package dev.rustmend.rustcoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.rustmend.http.ServedProgram;
import dev.rustmend.http.ServerUnderTest;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The requests of Rust Coder's clients, without a token, against the program itself: as bare HTTP,
/// by a client with the commands of theirs, and as tools of the Model Context Protocol.
@Timeout(300)
class RustCoderOverHttpTest {
  private static final String MANIFEST =
      "[filename: Cargo.toml]\n[package]\nname = \"hello\"\nversion = \"0.1.0\"\nedition = \"2021\"\n\n";
  private static final String FINE =
      MANIFEST + "[filename: src/main.rs]\nfn main() {\n    println!(\"hi\");\n}\n";
  private static final String BROKEN =
      MANIFEST
          + "[filename: src/main.rs]\nfn main() {\n    let s = String::from(\"a\");\n    drop(s);\n"
          + "    println!(\"{s}\");\n}\n";

  @TempDir private static Path folder;
  private static ServedProgram server;
  private static FormerClient client;

  @BeforeAll
  static void start() throws IOException {
    Path root = Files.createDirectories(folder.resolve("root"));
    server = ServedProgram.start(folder, root, "--rust-coder-open", "--rust-coder");
    client =
        new FormerClient(
            "http://127.0.0.1:%d/compat/rustcoder".formatted(server.port()),
            HttpClient.newHttpClient());
  }

  @AfterAll
  static void stop() {
    server.close();
    client.http().close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/compile", "/mcp/compile"})
  void compileAnswersInTheFieldsOfTheOriginal(String path) throws Exception {
    JsonObject fine = ok(post(path, body("code", FINE)));
    assertThat(fine.keySet()).startsWith("success", "files", "build_output", "run_output");
    assertThat(fine.get("success").getAsBoolean()).isTrue();
    assertThat(fine.get("run_output").isJsonNull()).isTrue();
    JsonObject broken = ok(post(path, body("code", BROKEN)));
    assertThat(broken.keySet()).startsWith("success", "files", "build_output", "error_details");
    assertThat(broken.get("build_output").getAsString()).contains("E0382");
    assertThat(broken.getAsJsonObject("error_details").keySet())
        .containsExactly("full_error", "error_message", "error_location");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/compile-and-fix", "/mcp/compile-and-fix"})
  void compileAndFixAnswersInTheFieldsOfTheOriginal(String path) throws Exception {
    JsonObject body = body("code", BROKEN);
    body.addProperty("description", "says a");
    JsonObject fixed = ok(post(path, body));
    assertThat(fixed.keySet())
        .startsWith("success", "message", "attempts", "combined_text", "files", "build_output")
        .contains("run_output", "build_success");
    JsonArray attempts = fixed.getAsJsonArray("attempts");
    assertThat(attempts.get(0).getAsJsonObject().keySet())
        .containsExactly("attempt", "success", "output");
    assertThat(fixed.get("combined_text").getAsString()).startsWith("[filename: Cargo.toml]\n");
  }

  @ParameterizedTest
  @CsvSource({
    "/compile, 400, Missing 'code' field",
    "/compile-and-fix, 400, Missing required fields",
    "/generate, 422, description",
    "/generate-sync, 422, description"
  })
  void whatIsMissingIsToldAsTheOriginalTellsIt(String path, int status, String told)
      throws Exception {
    HttpResponse<String> answer = post(path, new JsonObject());
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains(told);
  }

  @Test
  void aProjectThatIsNotThereIsNotFound() throws Exception {
    for (String path : List.of("", "/files/src/main.rs", "/download")) {
      HttpResponse<String> answer = get("/project/" + UUID.randomUUID() + path);
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.body()).contains("Project not found");
    }
  }

  @Test
  void theClientsCommandsMakeAProjectAndFetchIt() throws Exception {
    String project =
        client.run("generate", "--description", "a command line tool that counts words");
    assertThat(UUID.fromString(project)).isNotNull();
    assertThat(client.run("status", "--project", project, "--watch")).isEqualTo("completed");
    assertThat(client.run("cat", "--project", project, "--file", "Cargo.toml"))
        .contains("[package]");
    Path zip = folder.resolve("project.zip");
    assertThat(client.run("download", "--project", project, "--out", zip.toString()))
        .startsWith("application/zip");
    assertThat(names(zip)).contains("Cargo.toml");
    assertThatThrownBy(() -> client.run("cat", "--project", project, "--file", "../secret"))
        .hasMessageContaining("404");
  }

  @Test
  void whatTheClientMakesAtOnceItCanCompile() throws Exception {
    String text =
        client.run(
            "generate",
            "--description",
            "a command line tool that counts words",
            "--requirements",
            "none",
            "--sync");
    Path code = Files.writeString(folder.resolve("made.txt"), text);
    assertThat(client.run("compile", "--code", code.toString())).isEqualTo("ok");
  }

  @Test
  void theClientsCommandsCompileAndFix() throws Exception {
    Path code = Files.writeString(folder.resolve("broken.txt"), BROKEN);
    assertThat(client.run("compile", "--code", code.toString())).contains("borrow of moved value");
    assertThat(client.run("fix", "--code", code.toString(), "--description", "says a"))
        .startsWith("fixed after 2\n[filename: Cargo.toml]\n");
  }

  @Test
  void theToolsAnswerOverTheProtocol() {
    try (McpSyncClient agent = ServerUnderTest.agent(server.port(), folder.resolve("root"))) {
      assertThat(agent.listTools().tools())
          .extracting(McpSchema.Tool::name)
          .contains("generate", "compile_and_fix", "compile", "check_project");
      McpSchema.CallToolResult fixed = call(agent, "compile_and_fix", Map.of("code", BROKEN));
      assertThat(fixed.isError()).isFalse();
      assertThat(fixed.content()).hasSize(1);
      assertThat(text(fixed)).startsWith("[filename: Cargo.toml]\n");
      assertThat(fixed.structuredContent().toString()).contains("success=true");
      McpSchema.CallToolResult broken =
          call(agent, "compile", Map.of("code", BROKEN, "unknown", "to us"));
      assertThat(broken.isError()).isTrue();
      assertThat(text(broken)).contains("E0382");
      Map<String, Object> wish =
          Map.of("description", "a command line tool that counts words", "requirements", "none");
      assertThat(text(call(agent, "generate", wish))).contains("[filename: Cargo.toml]\n");
      assertThat(call(agent, "compile", Map.of()).isError()).isTrue();
    }
  }

  private static McpSchema.CallToolResult call(
      McpSyncClient agent, String tool, Map<String, Object> arguments) {
    return agent.callTool(McpSchema.CallToolRequest.builder(tool).arguments(arguments).build());
  }

  private static String text(McpSchema.CallToolResult result) {
    return ((McpSchema.TextContent) result.content().getFirst()).text();
  }

  private static JsonObject body(String name, String value) {
    var body = new JsonObject();
    body.addProperty(name, value);
    return body;
  }

  private static JsonObject ok(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonParser.parseString(answer.body()).getAsJsonObject();
  }

  private static HttpResponse<String> post(String path, JsonObject body)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(client.server() + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString())));
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(client.server() + path)));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.http().send(request.build(), BodyHandlers.ofString());
  }

  private static List<String> names(Path zip) throws IOException {
    var names = new ArrayList<String>();
    try (InputStream in = Files.newInputStream(zip);
        var entries = new ZipInputStream(in)) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        names.add(entry.getName());
      }
    }
    return names;
  }
}
