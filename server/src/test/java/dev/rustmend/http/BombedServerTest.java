package dev.rustmend.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import dev.rustmend.sandbox.Sandbox;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Build scripts that would bring the machine down, sent to the program itself: each is ended
/// within its limits, nothing of it is left when that is answered, and others are answered
/// meanwhile.
@Timeout(300)
class BombedServerTest {
  @TempDir private static Path folder;
  private static ServedProgram server;

  /// Has so little patience that a loop without end does not hold the tests up.
  private static ServedProgram impatient;

  @BeforeAll
  static void start() throws Exception {
    assumeTrue(Sandbox.find(System.getenv()).isThere());
    server = start("patient", 40);
    impatient = start("impatient", 5);
  }

  private static ServedProgram start(String name, int seconds) throws Exception {
    Path root = Files.createDirectories(folder.resolve(name).resolve("root"));
    return ServedProgram.start(root.getParent(), root, "--max-seconds", Integer.toString(seconds));
  }

  @AfterAll
  static void stop() {
    for (ServedProgram started : Stream.of(server, impatient).filter(Objects::nonNull).toList()) {
      started.close();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "forks | 408 | processes | let me = std::env::current_exe().unwrap(); "
            + "loop { let _ = std::process::Command::new(&me).spawn(); }",
        "writes | 408 | bytes | use std::io::Write; let out = std::env::var(\"OUT_DIR\").unwrap(); "
            + "for i in 0.. { let mut f = std::fs::File::create(format!(\"{out}/{i}\")).unwrap(); "
            + "for _ in 0..64 { let _ = f.write_all(&vec![1u8; 1 << 20]); } }",
        "calls | 200 | \"success\":true | assert!(std::net::TcpStream::connect("
            + "(\"127.0.0.1\", %d)).is_err());"
      })
  void aBombIsEndedWhileOthersAreAnswered(String name, int status, String told, String script)
      throws Exception {
    end(server, name, status, told, script.formatted(server.port()));
  }

  @Test
  void aLoopIsEndedWhileOthersAreAnswered() throws Exception {
    end(impatient, "loops", 408, "5 seconds", "loop {}");
  }

  private static void end(ServedProgram server, String name, int status, String told, String script)
      throws Exception {
    CompletableFuture<HttpResponse<String>> bomb = send(server, name, script);
    int answered = 0;
    do {
      assertThat(server.get("/v1/explain?code=E0382").statusCode()).isEqualTo(200);
      answered++;
    } while (!bomb.isDone());
    assertThat(bomb.join().body()).contains(told);
    assertThat(bomb.join().statusCode()).isEqualTo(status);
    assertThat(answered).isPositive();
    assertThat(ProcessHandle.allProcesses())
        .noneMatch(
            process -> process.info().command().orElse("").contains("build/%s-".formatted(name)));
  }

  private static CompletableFuture<HttpResponse<String>> send(
      ServedProgram server, String name, String script) {
    var files = new JsonObject();
    files.addProperty(
        "Cargo.toml",
        "[package]\nname = \"%s\"\nversion = \"0.1.0\"\nedition = \"2021\"\n".formatted(name));
    files.addProperty("build.rs", "fn main() { %s }\n".formatted(script));
    files.addProperty("src/main.rs", "fn main() {}\n");
    var body = new JsonObject();
    body.add("files", files);
    return server
        .client()
        .sendAsync(
            server
                .request("/v1/check")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build(),
            BodyHandlers.ofString());
  }
}
