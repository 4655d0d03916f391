package dev.rustmend.rustcoder;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.generate.Generator;
import dev.rustmend.kb.ShippedBase;
import dev.rustmend.repair.Models;
import dev.rustmend.sandbox.KnownSandbox;
import dev.rustmend.sandbox.Limits;
import dev.rustmend.settings.Settings;
import dev.rustmend.submission.FileMarkers;
import dev.rustmend.submission.Permission;
import dev.rustmend.submission.Submissions;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every documented request of the original, with the fields, defaults and statuses that its
/// clients know.
class RustCoderContractTest {
  private static final String MANIFEST =
      "[filename: Cargo.toml]\n[package]\nname = \"hello\"\nversion = \"0.1.0\"\nedition = \"2021\"\n\n";
  private static final String FINE =
      MANIFEST + "[filename: src/main.rs]\nfn main() {\n    println!(\"hi\");\n}\n";
  private static final String BROKEN =
      MANIFEST
          + "[filename: src/main.rs]\nfn main() {\n    let s = String::from(\"a\");\n    drop(s);\n"
          + "    println!(\"{s}\");\n}\n";
  private static final String HOPELESS =
      MANIFEST + "[filename: src/main.rs]\nfn main() {\n    frobnicate(quux);\n}\n";

  @TempDir Path cache;
  private RustCoder service;

  @BeforeEach
  void start() {
    service = service(RunRule.NEVER);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void compileSucceeds() throws Exception {
    Map<String, Object> body = ok(service.post("/compile", Map.of("code", FINE)));
    assertThat(body).containsEntry("success", true).containsEntry("run_output", null);
    assertThat(body.get("files")).isEqualTo(List.of("Cargo.toml", "src/main.rs"));
    assertThat(body).containsKeys("build_output", "run_skipped").doesNotContainKey("error_details");
  }

  @Test
  void compileFailsWithStatus200AndDetails() throws Exception {
    Map<String, Object> body = ok(service.post("/compile", Map.of("code", BROKEN)));
    assertThat(body).containsEntry("success", false).doesNotContainKey("run_output");
    assertThat(String.valueOf(body.get("build_output"))).contains("E0382");
    assertThat(map(body.get("error_details")))
        .containsOnlyKeys("full_error", "error_message", "error_location")
        .containsEntry("error_location", "src/main.rs:4:16");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/compile", "/mcp/compile"})
  void compileWithoutCodeIsRefused(String path) throws Exception {
    assertFailure(service.post(path, Map.of()), 400, "Missing 'code' field");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/compile-and-fix", "/mcp/compile-and-fix"})
  void compileAndFixRepairs(String path) throws Exception {
    Map<String, Object> body =
        ok(service.post(path, Map.of("code", BROKEN, "description", "says a")));
    assertThat(body.keySet())
        .startsWith("success", "message", "attempts", "combined_text", "files", "build_output")
        .contains("run_output", "build_success");
    assertThat(body).containsEntry("success", true).containsEntry("build_success", true);
    List<?> attempts = list(body.get("attempts"));
    assertThat(attempts).hasSize(2);
    assertThat(map(attempts.getFirst()))
        .containsOnlyKeys("attempt", "success", "output")
        .containsEntry("attempt", 1)
        .containsEntry("success", false);
    assertThat(map(attempts.getLast())).containsEntry("success", true);
    String text = String.valueOf(body.get("combined_text"));
    assertThat(FileMarkers.files(text)).isEqualTo(body.get("files"));
    assertThat(text).contains("[filename: src/main.rs]\n").contains("[package]");
  }

  @Test
  void whatItGivesBackCanBeCompiledAgain() throws Exception {
    Map<String, Object> fixed =
        ok(service.post("/compile-and-fix", Map.of("code", BROKEN, "description", "d")));
    Map<String, Object> again =
        ok(service.post("/compile", Map.of("code", fixed.get("combined_text"))));
    assertThat(again).containsEntry("success", true);
  }

  @Test
  void whatCanNotBeFixedIsNotReplaced() throws Exception {
    Map<String, Object> body =
        ok(service.post("/compile-and-fix", Map.of("code", HOPELESS, "description", "d")));
    assertThat(body)
        .containsEntry("success", false)
        .containsEntry("build_success", false)
        .doesNotContainKey("run_output");
    assertThat(FileMarkers.files(String.valueOf(body.get("combined_text"))))
        .isEqualTo(FileMarkers.files(HOPELESS));
  }

  @Test
  void oneAttemptIsOneBuild() throws Exception {
    Map<String, Object> body =
        ok(
            service.post(
                "/compile-and-fix", Map.of("code", BROKEN, "description", "d", "max_attempts", 1)));
    assertThat(body).containsEntry("success", false);
    assertThat(list(body.get("attempts"))).hasSize(1);
  }

  @Test
  void compileAndFixWithoutAFieldIsRefused() throws Exception {
    assertFailure(
        service.post("/compile-and-fix", Map.of("code", FINE)), 400, "Missing required fields");
    assertFailure(
        service.post("/compile-and-fix", Map.of("description", "d")),
        400,
        "Missing required fields");
  }

  @Test
  void aPathThatLeadsOutIsRefused() throws Exception {
    Reply reply = service.post("/compile", Map.of("code", "[filename: ../x.rs]\nfn main() {}\n"));
    assertThat(reply.status()).isEqualTo(400);
  }

  @Test
  void generateWorksInTheBackground() throws Exception {
    Map<String, Object> begun =
        ok(
            service.post(
                "/generate",
                Map.of("description", "cellular automaton animation of Conway's game of life")));
    assertThat(begun.keySet())
        .containsExactly("project_id", "status", "message", "files", "build_output", "run_output");
    assertThat(begun)
        .containsEntry("status", "processing")
        .containsEntry("files", null)
        .containsEntry("build_output", null);
    String id = String.valueOf(begun.get("project_id"));
    assertThat(UUID.fromString(id).version()).isEqualTo(4);
    Map<String, Object> ended = awaited("/project/" + id);
    assertThat(ended).containsEntry("status", "completed");
    assertThat(list(ended.get("files"))).asString().contains("Cargo.toml");
    assertThat(service.get("/project/" + id + "/files/Cargo.toml"))
        .isInstanceOfSatisfying(
            Reply.Text.class, text -> assertThat(text.text()).contains("[package]"));
    assertFailure(service.get("/project/" + id + "/files/../x"), 404, "File not found");
    assertThat(service.get("/project/" + id + "/download"))
        .isInstanceOfSatisfying(
            Reply.Archive.class,
            archive -> {
              assertThat(archive.name()).isEqualTo("project-" + id + ".zip");
              assertThat(firstEntry(archive.zip())).isEqualTo(".gitignore");
            });
  }

  @Test
  void aProjectThatIsNotThereIsNotFound() {
    assertFailure(service.get("/project/" + UUID.randomUUID()), 404, "Project not found");
  }

  @Test
  void generateWithoutADescriptionIsInvalid() throws Exception {
    for (String path : List.of("/generate", "/generate-sync")) {
      Reply reply = service.post(path, Map.of("requirements", "r"));
      assertThat(reply)
          .isInstanceOfSatisfying(
              Reply.Json.class,
              json -> {
                assertThat(json.status()).isEqualTo(422);
                assertThat(String.valueOf(json.body().get("detail")))
                    .contains("missing")
                    .contains("[body, description]");
              });
    }
  }

  @Test
  void generateSyncAnswersWithTheFiles() throws Exception {
    Map<String, Object> body =
        ok(
            service.post(
                "/generate-sync",
                Map.of(
                    "description", "interpreter for arithmetic expressions",
                    "requirements", "a parser and an evaluator")));
    assertThat(body.keySet())
        .startsWith(
            "success", "message", "combined_text", "files", "build_output", "build_success");
    assertThat(body).containsEntry("success", true).containsEntry("build_output", null);
    assertThat(FileMarkers.files(String.valueOf(body.get("combined_text"))))
        .isEqualTo(body.get("files"));
  }

  @Test
  void whereNothingFitsThereIsNoHelloWorld() throws Exception {
    Map<String, Object> body =
        ok(service.post("/generate-sync", Map.of("description", "mobile game for android")));
    assertThat(body)
        .containsEntry("success", false)
        .containsEntry("build_success", false)
        .containsEntry("combined_text", "");
  }

  @Test
  void theToolsAnswerWithOneTextAndFlags() throws Exception {
    ToolReply fixed = tool("compile_and_fix", Map.of("code", BROKEN));
    assertThat(fixed.isError()).isFalse();
    assertThat(fixed.text())
        .startsWith("[filename: Cargo.toml]")
        .isEqualTo(fixed.structured().get("combined_text"));
    ToolReply hopeless = tool("compileAndFix", Map.of("code", HOPELESS));
    assertThat(hopeless.isError()).isTrue();
    assertThat(hopeless.text()).contains("frobnicate");
    ToolReply compiled = tool("compile", Map.of("code", BROKEN));
    assertThat(compiled.isError()).isTrue();
    assertThat(compiled.text()).contains("E0382");
    assertThat(tool("generate", Map.of("description", "d")).text()).contains("requirements");
    assertThat(tool("vectorSearch", Map.of("query", "q", "collection", "c")).text())
        .contains("hit q 3");
    assertThat(service.tool("rm", Map.of())).isEmpty();
  }

  @Test
  void aProgramIsRunOnlyWhenTheOperatorAllowsIt() throws Exception {
    org.junit.jupiter.api.Assumptions.assumeTrue(new KnownSandbox(System.getenv()).get().isThere());
    try (RustCoder running = service(RunRule.IN_SANDBOX)) {
      Map<String, Object> body = ok(running.post("/compile", Map.of("code", FINE)));
      assertThat(body).containsEntry("run_output", "hi\n").doesNotContainKey("run_skipped");
    }
  }

  @Test
  void otherPathsAreNotFound() throws Exception {
    assertThat(service.post("/x", Map.of()).status()).isEqualTo(404);
    assertThat(service.get("/x").status()).isEqualTo(404);
  }

  private ToolReply tool(String name, Map<String, ?> arguments) throws InterruptedException {
    return service.tool(name, arguments).orElseThrow();
  }

  private Map<String, Object> awaited(String path) throws InterruptedException {
    var never = new CountDownLatch(1);
    while (true) {
      Map<String, Object> body = ok(service.get(path));
      if (List.of("completed", "failed").contains(String.valueOf(body.get("status")))) {
        return body;
      }
      assertThat(never.await(50, TimeUnit.MILLISECONDS)).isFalse();
    }
  }

  private static Map<String, Object> ok(Reply reply) {
    assertThat(reply.status()).isEqualTo(200);
    return map(((Reply.Json) reply).body());
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(@Nullable Object json) {
    return (Map<String, Object>) requireNonNull(json);
  }

  private static List<?> list(@Nullable Object json) {
    return (List<?>) requireNonNull(json);
  }

  private static void assertFailure(Reply reply, int status, String detail) {
    assertThat(reply.status()).isEqualTo(status);
    assertThat(((Reply.Json) reply).body().get("detail")).isEqualTo(detail);
  }

  private static String firstEntry(byte[] zip) {
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      return requireNonNull(in.getNextEntry()).getName();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private RustCoder service(RunRule rule) {
    var submissions =
        new Submissions(
            cache,
            System.getenv(),
            new KnownSandbox(System.getenv()),
            Limits.defaults(),
            Permission.CONFINED_CODE,
            Settings.defaults(),
            Models.none());
    var generator = new Generator(new ShippedBase(), Optional::empty, submissions);
    return new RustCoder(
        generator,
        submissions,
        rule,
        (query, limit) -> List.of(Map.of("title", "hit " + query + " " + limit, "snippet", "s")));
  }
}
