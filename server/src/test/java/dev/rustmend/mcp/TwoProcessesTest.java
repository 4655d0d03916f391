package dev.rustmend.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.rustmend.http.ServedProgram;
import dev.rustmend.service.ServiceUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `rustmend mcp` beside a `rustmend serve` of the same user, and calls that are cancelled.
@Timeout(600)
class TwoProcessesTest {
  private static final String BROKEN =
      "fn main() { let a = vec![1]; let b = a; println!(\"{a:?} {b:?}\"); }\n";

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  @TempDir private Path folder;
  private Path root;

  @BeforeEach
  void makeTheRoot() throws IOException {
    root = Files.createDirectories(folder.toRealPath().resolve("root"));
  }

  @Test
  void theServerThatHasTheWorkspaceWarmAnswersUntilItGoes() throws Exception {
    ServiceUnderTest.crate(root, "broken", BROKEN);
    try (var server = ServedProgram.start(folder, root);
        var agent = AgentScript.start(folder, root)) {
      assertThat(server.hasAnswered("/v1/check")).isFalse();
      JsonObject first = agent.call("check_project", "{\"dir\":\"broken\"}");
      assertThat(AgentScript.text(first)).contains("E0382");
      awaitAnswer(server, "/v1/check");
      server.crash();
      assertThat(announced()).isNotEmpty();
      JsonObject second = agent.call("check_project", "{\"dir\":\"broken\"}");
      assertThat(problems(second)).isEqualTo(problems(first));
      assertThat(announced()).isEmpty();
    }
  }

  @Test
  void aServerThatEndsIsFoundNoMore() throws Exception {
    try (var _ = ServedProgram.start(folder, root)) {
      assertThat(announced()).hasSize(1);
      Path file = folder.resolve("server/running").resolve(announced()[0]);
      assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    }
    assertThat(announced()).isEmpty();
  }

  @Test
  void theServerNextDoorMayUseNoMoreThanTheAgentMay() throws Exception {
    ServiceUnderTest.crate(root, "mine", BROKEN);
    Path other = ServiceUnderTest.crate(root, "other", BROKEN);
    try (var server = ServedProgram.start(folder, root);
        var agent = AgentScript.start(folder, root.resolve("mine"))) {
      JsonObject refused = agent.call("fix_project", "{\"dir\":\"%s\"}".formatted(other));
      awaitAnswer(server, "/v1/fix");
      assertThat(refused.get("isError").getAsBoolean()).isTrue();
      assertThat(AgentScript.text(refused)).contains("outside of the folders");
      assertThat(other.resolve("src/main.rs")).hasContent(BROKEN);
      assertThat(AgentScript.text(agent.call("fix_project", "{}"))).contains("Clean");
    }
  }

  @Test
  void aServerOfOtherFoldersIsNotAsked() throws Exception {
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    ServiceUnderTest.crate(root, "broken", BROKEN);
    try (var server = ServedProgram.start(folder, elsewhere);
        var agent = AgentScript.start(folder, root)) {
      JsonObject check = agent.call("check_project", "{\"dir\":\"broken\"}");
      assertThat(AgentScript.text(check)).contains("E0382");
      assertThat(server.hasAnswered("/v1/check")).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"alone", "beside a server"})
  void aCancelledCallEndsItsProcesses(String how) throws Exception {
    Path crate = ServiceUnderTest.crate(root, "slow", "fn main() {}\n");
    String mark = "8639" + how.length();
    Files.writeString(crate.resolve("build.rs"), sleeping(mark));
    ServedProgram server = how.equals("alone") ? null : ServedProgram.start(folder, root);
    try (server;
        var agent = AgentScript.start(folder, root)) {
      int request = agent.beginTool("check_project", "{\"dir\":\"slow\"}");
      awaitRunning(mark);
      JsonObject progress = agent.nextNotification();
      assertThat(progress.get("method").getAsString()).isEqualTo("notifications/progress");
      assertThat(progress.getAsJsonObject("params").get("message").getAsString()).isNotBlank();
      agent.cancel(request);
      awaitEnd(mark);
      assertThat(AgentScript.text(agent.await(request))).contains("cancelled");
      await(() -> server == null || server.hasAnswered("/v1/check"));
    }
  }

  @Test
  void aCancelledCallOfRustCoderEndsItsProcesses() throws Exception {
    String code =
        "[filename: Cargo.toml]\\n[package]\\nname = \\\"slow\\\"\\nversion = \\\"0.1.0\\\"\\n"
            + "[filename: src/main.rs]\\nfn main() {}\\n[filename: build.rs]\\n"
            + sleeping("86395").replace("\"", "\\\"").replace("\n", "\\n");
    try (var agent = AgentScript.start(folder, root, "--rust-coder")) {
      int request = agent.beginTool("compile", "{\"code\":\"%s\"}".formatted(code));
      awaitRunning("86395");
      agent.cancel(request);
      awaitEnd("86395");
      assertThat(agent.await(request).get("isError").getAsBoolean()).isTrue();
    }
  }

  private static String sleeping(String seconds) {
    return "fn main() { std::process::Command::new(\"sleep\").arg(\"%s\").status().unwrap(); }\n"
        .formatted(seconds);
  }

  private static String problems(JsonObject result) {
    return result.getAsJsonObject("structuredContent").get("problems").toString();
  }

  private String[] announced() {
    String[] files = folder.resolve("server/running").toFile().list();
    return files == null ? new String[0] : files;
  }

  private static void awaitAnswer(ServedProgram server, String path) {
    await(() -> server.hasAnswered(path));
  }

  private static void awaitRunning(String mark) {
    await(() -> isRunning(mark));
  }

  private static void awaitEnd(String mark) {
    await(() -> !isRunning(mark));
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("it has not come to pass");
      }
      LockSupport.parkNanos(20_000_000);
    }
  }

  private static boolean isRunning(String mark) {
    return ProcessHandle.allProcesses()
        .anyMatch(process -> process.info().commandLine().orElse("").endsWith("sleep " + mark));
  }
}
