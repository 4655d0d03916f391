package dev.rustmend.cargo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/// Runs programs of the toolchain, and those that it built, to their end. `environment` is what
/// they inherit: [System#getenv()], but for tests; `confinement` is how they are started.
public record Tools(Map<String, String> environment, Confinement confinement) {

  public Tools {
    environment = Map.copyOf(environment);
  }

  /// The same without confinement.
  public Tools(Map<String, String> environment) {
    this(environment, Confinement.none());
  }

  /// How a program ended.
  public enum Ending {
    SUCCESS,
    FAILURE,
    /// It was ended, with all that it had started.
    TIME_LIMIT
  }

  /// How a program ended, and what it wrote: its output, then its error output. After the time
  /// limit that is nothing.
  public record Run(Ending ending, String output) {
    public boolean succeeded() {
      return ending == Ending.SUCCESS;
    }
  }

  /// Where the program of that name is: beside cargo, else wherever the `PATH` has it.
  public String path(String program) {
    return Toolchain.find(environment)
        .flatMap(toolchain -> toolchain.sibling(program))
        .map(Path::toString)
        .orElse(program);
  }

  /// Whether the program of that name is installed and answers.
  public boolean has(String program) throws InterruptedException {
    try {
      var command = List.of(path(program), "--version");
      return run(Path.of("").toAbsolutePath(), command, Map.of(), Duration.ofSeconds(10))
          .succeeded();
    } catch (UncheckedIOException _) {
      return false;
    }
  }

  /// Runs `command` in `folder` with `variables` on top of the environment. Throws
  /// [UncheckedIOException] when it can not be started.
  public Run run(Path folder, List<String> command, Map<String, String> variables, Duration limit)
      throws InterruptedException {
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    var child = new HashMap<>(environment);
    child.putAll(variables);
    builder.environment().clear();
    builder.environment().putAll(child);
    long deadline = System.nanoTime() + limit.toNanos();
    try (var process = ChildProcess.start(builder, confinement)) {
      ChildProcess.Output output = process.output(deadline);
      return new Run(
          output.status() == 0 ? Ending.SUCCESS : Ending.FAILURE,
          Ansi.strip(output.text() + output.errors()));
    } catch (IOException e) {
      throw new UncheckedIOException(command.getFirst() + " can not be started", e);
    } catch (TimeoutException _) {
      return new Run(Ending.TIME_LIMIT, "");
    }
  }
}
