package dev.rustmend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Without a model, and without a team, nothing is spent on one.
class UntouchedModelTest {
  private static final Pattern MODEL =
      Pattern.compile(
          " (dev\\.rustmend\\.(model|llama|prompt|remote)|de\\.kherud|org\\.opensearch|jakarta\\.json)\\.");

  /// Where there is a shell's command line there is `rustmend model try`, which can fail.
  private static final Pattern NAMED_BY_THE_COMMANDS =
      Pattern.compile(
          " dev\\.rustmend\\.(model\\.(ModelException|LanguageModel)|remote\\.RemoteFailure) ");

  @TempDir private Path folder;

  @Test
  void aServerWithoutAModelHasNoThreadProcessOrClassForOneEvenWhenItAnswersAndExplains()
      throws IOException, InterruptedException {
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
      assertThat(threads(server))
          .contains("main")
          .noneMatch(name -> name.contains("model") || name.contains("llama"));
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
        .noneMatch(line -> line.contains(" de.kherud."))
        .noneMatch(line -> line.contains(" dev.rustmend.remote."));
    assertThat(folder.resolve("cache").resolve("model")).doesNotExist();
  }

  @Test
  void aFixWithoutAModelLoadsNoClassForOne() throws IOException, InterruptedException {
    Path crate = folder.resolve("app");
    Files.createDirectories(crate.resolve("src"));
    Files.writeString(
        crate.resolve("Cargo.toml"),
        "[package]\nname = \"app\"\nversion = \"0.1.0\"\nedition = \"2024\"\n");
    Files.writeString(
        crate.resolve("src/main.rs"), "fn main() {\n    let _number: u32 = \"seven\";\n}\n");
    assertThat(loadedByFix(crate))
        .anyMatch(line -> line.contains(" dev.rustmend.repair.ModelSteps "))
        .filteredOn(MODEL.asPredicate())
        .allMatch(NAMED_BY_THE_COMMANDS.asPredicate());
    assertThat(folder.resolve("out.txt")).content().contains("E0308").doesNotContain("the model");
  }

  /// The classes that `rustmend fix` loads.
  private List<String> loadedByFix(Path crate) throws IOException, InterruptedException {
    Path loaded = folder.resolve("classes.txt");
    Process fix =
        rustmend("fix", loaded)
            .directory(crate.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out.txt").toFile())
            .start();
    fix.getOutputStream().close();
    fix.waitFor();
    assertThat(folder.resolve("cache").resolve("model")).doesNotExist();
    return Files.readAllLines(loaded);
  }

  private ProcessBuilder server(Path loaded) {
    return rustmend("lsp", loaded)
        .directory(folder.toFile())
        .redirectError(folder.resolve("errors.txt").toFile());
  }

  private ProcessBuilder rustmend(String command, Path loaded) {
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Xlog:class+load:file=" + loaded + "::filesize=0",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "dev.rustmend.cli.Main",
            command);
    builder.environment().put("RUSTMEND_CACHE_DIR", folder.resolve("cache").toString());
    builder.environment().put("XDG_CONFIG_HOME", folder.resolve("config").toString());
    return builder;
  }

  /// The names of all threads of a server, virtual ones too.
  private List<String> threads(Process server) throws IOException, InterruptedException {
    Path dump = folder.resolve("threads.json");
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                String.valueOf(server.pid()),
                "Thread.dump_to_file",
                "-overwrite",
                "-format=json",
                dump.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(jcmd.waitFor()).isZero();
    return Pattern.compile("\"name\": \"([^\"]*)\"")
        .matcher(Files.readString(dump))
        .results()
        .map(result -> result.group(1))
        .toList();
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
