package dev.rustmend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Without a model nothing is spent on one.
class UntouchedModelTest {
  @TempDir private Path folder;

  @Test
  void aServerWithoutAModelLoadsNoClassForOneEvenWhenItAnswersAndExplains() throws IOException {
    Path loaded = folder.resolve("classes.txt");
    Files.writeString(folder.resolve("rustmend.toml"), "[knowledge]\ntoolchainDocs = false\n");
    Process server = server(loaded).start();
    try (OutputStream in = server.getOutputStream();
        InputStream out = server.getInputStream()) {
      send(in, 1, "initialize", "{\"processId\":null,\"rootUri\":null,\"capabilities\":{}}");
      awaitWords(out, "\"capabilities\"");
      send(in, 2, "workspace/executeCommand", command("ask", "How do I read a file line by line?"));
      awaitWords(out, "the answer is in ");
      send(in, 3, "workspace/executeCommand", command("explain", "E0382"));
      awaitWords(out, "the explanation is in ");
      assertThat(server.children()).isEmpty();
      send(in, 4, "shutdown", "null");
      awaitWords(out, "\"id\":4");
    }
    server.onExit().join();
    List<String> classes =
        Files.readAllLines(loaded).stream()
            .filter(line ->
                line.contains("rustmend") || line.contains("java.net.") || line.contains("kherud"))
            .toList();
    assertThat(classes).anyMatch(line -> line.contains(" dev.rustmend.lsp.LspServer "));
    assertThat(classes)
        .noneMatch(line -> line.contains(" dev.rustmend.model."))
        .noneMatch(line -> line.contains(" dev.rustmend.llama."))
        .noneMatch(line -> line.contains(" java.net.http."))
        .noneMatch(line -> line.contains(" de.kherud."));
    assertThat(folder.resolve("cache").resolve("model")).doesNotExist();
  }

  private ProcessBuilder server(Path loaded) {
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Xlog:class+load:file=" + loaded + "::filesize=0",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "dev.rustmend.cli.Main",
            "lsp");
    builder.environment().put("RUSTMEND_CACHE_DIR", folder.resolve("cache").toString());
    builder.environment().put("XDG_CONFIG_HOME", folder.resolve("config").toString());
    return builder.directory(folder.toFile()).redirectError(folder.resolve("errors.txt").toFile());
  }

  private static String command(String name, String argument) {
    return "{\"command\":\"rustmend.server.%s\",\"arguments\":[\"%s\"]}".formatted(name, argument);
  }

  private static void send(OutputStream in, int id, String method, String params)
      throws IOException {
    byte[] body =
        "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"%s\",\"params\":%s}"
            .formatted(id, method, params)
            .getBytes(StandardCharsets.UTF_8);
    in.write("Content-Length: %d\r\n\r\n".formatted(body.length).getBytes(StandardCharsets.UTF_8));
    in.write(body);
    in.flush();
  }

  /// Reads until `words` have come; the end of the stream is a failure.
  private static void awaitWords(InputStream out, String words) throws IOException {
    var heard = new StringBuilder();
    while (heard.indexOf(words) < 0) {
      int next = out.read();
      assertThat(next).as(heard.toString()).isNotNegative();
      heard.append((char) next);
    }
  }
}
