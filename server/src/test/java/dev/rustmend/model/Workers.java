package dev.rustmend.model;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Assumptions;

/// Workers on the classes of this test run: real processes with the real native library.
public final class Workers {
  static final int CONTEXT = 100_000;
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private Workers() {}

  /// The command line of a worker; natives are unpacked below `cache`.
  public static List<String> command(Path cache) {
    return command("dev.rustmend.cli.Main", "model-worker", "--cache", cache.toString());
  }

  static List<String> command(String... program) {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        new ArrayList<>(
            List.of(
                java,
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path")));
    command.addAll(List.of(program));
    return command;
  }

  /// How a worker runs that is started by `command`.
  public static WorkerSetup setup(Path folder, Path model, List<String> command) {
    return new WorkerSetup(
        command,
        folder.resolve("worker"),
        model,
        CONTEXT,
        2,
        OptionalInt.empty(),
        false,
        CacheType.F16,
        4L << 30,
        Duration.ofMinutes(5));
  }

  /// A worker with the tiny model. Skips the test where the native library can not be loaded.
  public static ModelWorker tiny(Path folder) throws InterruptedException {
    var worker =
        ModelWorker.of(
            setup(folder, TinyModel.write(folder.resolve("tiny.gguf")), command(folder)));
    assumeItRuns(worker);
    return worker;
  }

  static void assumeItRuns(ModelWorker worker) throws InterruptedException {
    try {
      var _ = worker.facts();
    } catch (ModelException e) {
      worker.close();
      Assumptions.assumeFalse(
          e.sentence().contains("no llama.cpp for this platform")
              || e.sentence().contains("UnsatisfiedLinkError"),
          "llama.cpp can not be loaded here: " + e.sentence());
      throw e;
    }
  }

  /// Whether a process is a JVM, as workers are.
  public static boolean isJava(ProcessHandle process) {
    return process
        .info()
        .command()
        .filter(it -> it.matches(".*[/\\\\]java(?:\\.exe)?"))
        .isPresent();
  }

  /// A request that the tiny model answers with some nonsense.
  static CompletionRequest request(String text, int maxTokens, int seed) {
    return CompletionRequest.of(
        List.of(Message.system("You repair Rust."), Message.user(text)),
        new Sampling(1, 1, seed),
        maxTokens,
        PATIENCE);
  }
}
