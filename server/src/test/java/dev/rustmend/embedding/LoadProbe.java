package dev.rustmend.embedding;

import dev.rustmend.search.Embedder.Role;
import dev.rustmend.search.EmbedderException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.LogManager;

/// Loads the model in a process of its own, as native libraries are loaded once in each.
final class LoadProbe {
  private LoadProbe() {}

  /// What the process prints on both of its streams: `ready`, or why the model is unavailable.
  static String run(Path cache, Path temporary) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                LoadProbe.class.getName(),
                cache.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }

  /// Logs nothing, as the program's own `main`.
  public static void main(String[] arguments) throws InterruptedException {
    LogManager.getLogManager().reset();
    try (var embedder = LazyEmbedder.builtIn(Path.of(arguments[0]))) {
      embedder.embed(List.of("text"), Role.QUERY);
      System.out.println("ready");
    } catch (EmbedderException e) {
      System.out.println(e.sentence());
    }
  }
}
