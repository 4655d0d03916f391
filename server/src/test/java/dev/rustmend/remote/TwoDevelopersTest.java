package dev.rustmend.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two people with one cluster: what the first publishes repairs the second's program.
@Tag("opensearch")
class TwoDevelopersTest {
  /// An idiom that nobody outside of this team has.
  private static final String ENTRY =
      """
      # Convert the `Amount` into cents

      ```toml
      codes = ["E0308"]
      message = "mismatched types"
      applicability = "maybe-incorrect"
      ```

      Use it where an amount of money is wanted as a number. Leave it where the currency counts.

      ```rewrite
      insert after label "expected `u64`, found `Amount`"   .in_cents()
      ```

      ## Example

      ```rust,compile_fail,E0308
      struct Amount(u64);

      impl Amount {
          fn in_cents(&self) -> u64 {
              self.0 * 100
          }
      }

      fn charge(cents: u64) -> u64 {
          cents
      }

      fn main() {
          let price = Amount(3);
          charge(price);
      }
      ```

      ```diff
      -    charge(price);
      +    charge(price.in_cents());
      ```
      """;

  private static final String PROGRAM =
      """
      pub struct Amount(u64);

      impl Amount {
          pub fn in_cents(&self) -> u64 {
              self.0 * 100
          }
      }

      fn charge(cents: u64) -> u64 {
          cents
      }

      fn main() {
          let private_total = Amount(7);
          println!("{}", charge(private_total));
      }
      """;

  @TempDir private Path folder;

  @Test
  void whatTheFirstPublishesIsOfferedToTheSecondProvenAndWithItsProvenance() throws Exception {
    try (OpenSearchNodes nodes = OpenSearchNodes.start(folder, 1)) {
      Path first = developer("first", nodes);
      Path file = first.resolve("kb/errors/E0308/charge-cents.md");
      Files.createDirectories(file.getParent());
      Files.writeString(file, ENTRY);
      assertThat(run(first, "kb", "publish", "kb", "--as", "Ada", "--yes"))
          .contains("+# Convert the `Amount` into cents")
          .contains("published 1 entry");

      Path second = developer("second", nodes);
      crate(second);
      assertThat(run(second, "check", "--json"))
          .contains("\"origin\": \"team:E0308/charge-cents\"")
          .contains("as published by Ada on ")
          .contains("\"verdict\": \"compiles\"")
          .contains(".in_cents()");
      assertThat(run(second, "kb", "search", "charge amount cents money"))
          .contains("team:errors/E0308/charge-cents")
          .contains("published by Ada on");
      assertThat(codeActions(second)).contains("in_cents").contains("as published by Ada on ");

      assertThat(run(first, "kb", "retract", "errors/E0308/charge-cents"))
          .contains("took back team:errors/E0308/charge-cents");
      try (Team team = new Team(nodes.access(0, Duration.ofSeconds(60)), Clock.systemUTC())) {
        assertThat(team.find(List.of("team:errors/E0308/charge-cents"))).isEmpty();
      }
    }
  }

  private Path developer(String name, OpenSearchNodes nodes) throws IOException {
    Path own = folder.resolve(name);
    Path settings = own.resolve("config/rustmend/rustmend.toml");
    Files.createDirectories(settings.getParent());
    Files.writeString(
        settings,
        """
        [knowledge]
        remote = "%s"
        remoteMillis = 20000
        toolchainDocs = false
        """
            .formatted(nodes.address(0)));
    return own;
  }

  private static void crate(Path own) throws IOException {
    Files.createDirectories(own.resolve("src"));
    Files.writeString(
        own.resolve("Cargo.toml"),
        "[package]\nname = \"till\"\nversion = \"0.1.0\"\nedition = \"2024\"\n");
    Files.writeString(own.resolve("src/main.rs"), PROGRAM);
  }

  private static ProcessBuilder rustmend(Path own, List<String> arguments) {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.rustmend.cli.Main"));
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).directory(own.toFile());
    builder.environment().put("RUSTMEND_CACHE_DIR", own.resolve("cache").toString());
    builder.environment().put("XDG_CONFIG_HOME", own.resolve("config").toString());
    builder.environment().put("XDG_DATA_HOME", own.resolve("data").toString());
    builder.environment().put("XDG_STATE_HOME", own.resolve("state").toString());
    return builder;
  }

  private static String run(Path own, String... arguments)
      throws IOException, InterruptedException {
    Process process = rustmend(own, List.of(arguments)).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return printed;
  }

  /// The code actions that the real server offers on the call, when there are some.
  private static String codeActions(Path own) throws IOException, InterruptedException {
    Process server =
        rustmend(own, List.of("lsp")).redirectError(own.resolve("server.log").toFile()).start();
    try (OutputStream in = server.getOutputStream();
        InputStream out = server.getInputStream()) {
      String root = own.toUri().toString();
      send(
          in,
          "\"id\":1,\"method\":\"initialize\",\"params\":{\"processId\":null,\"rootUri\":\"%s\",\"capabilities\":{\"textDocument\":{\"codeAction\":{\"codeActionLiteralSupport\":{\"codeActionKind\":{\"valueSet\":[\"quickfix\"]}}}}}}"
              .formatted(root));
      await(out, "\"id\":1");
      send(in, "\"method\":\"initialized\",\"params\":{}");
      String uri = own.resolve("src/main.rs").toUri().toString();
      send(
          in,
          "\"method\":\"textDocument/didOpen\",\"params\":{\"textDocument\":{\"uri\":\"%s\",\"languageId\":\"rust\",\"version\":1,\"text\":%s}}"
              .formatted(uri, PlainMapper.JSON.createValue(PROGRAM)));
      String line = "{\"line\":14,\"character\":30}";
      String heard = "";
      for (int id = 2; id < 400 && !heard.contains("in_cents"); id++) {
        new Semaphore(0).tryAcquire(100, TimeUnit.MILLISECONDS);
        send(
            in,
            "\"id\":%d,\"method\":\"textDocument/codeAction\",\"params\":{\"textDocument\":{\"uri\":\"%s\"},\"range\":{\"start\":%s,\"end\":%s},\"context\":{\"diagnostics\":[]}}"
                .formatted(id, uri, line, line));
        heard = await(out, "\"id\":" + id);
      }
      return heard;
    } finally {
      server.destroyForcibly().waitFor();
    }
  }

  private static void send(OutputStream in, String message) throws IOException {
    byte[] body = ("{\"jsonrpc\":\"2.0\"," + message + "}").getBytes(StandardCharsets.UTF_8);
    in.write(("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    in.write(body);
    in.flush();
  }

  /// The first message that has `words`; the end of the stream is a failure.
  private static String await(InputStream out, String words) throws IOException {
    while (true) {
      var header = new StringBuilder();
      while (!header.toString().endsWith("\r\n\r\n")) {
        int next = out.read();
        assertThat(next).as(header.toString()).isNotNegative();
        header.append((char) next);
      }
      String length = header.toString().replaceFirst("(?s).*Content-Length: (\\d+).*", "$1");
      String body = new String(out.readNBytes(Integer.parseInt(length)), StandardCharsets.UTF_8);
      if (body.contains(words)) {
        return body;
      }
    }
  }
}
