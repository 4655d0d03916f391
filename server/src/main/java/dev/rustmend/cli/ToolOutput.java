package dev.rustmend.cli;

import dev.rustmend.cargo.ChildProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/// Runs small tools such as `rustc -vV` for what they print.
final class ToolOutput {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final Path directory;
  private final Map<String, String> environment;

  /// `directory` decides which toolchain rustup picks.
  ToolOutput(Path directory, Map<String, String> environment) {
    this.directory = directory;
    this.environment = environment;
  }

  /// The lines of standard output; empty when the tool is missing, fails or takes too long.
  Optional<List<String>> lines(String... command) throws InterruptedException {
    var builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    long deadline = System.nanoTime() + LIMIT.toNanos();
    try (var process = ChildProcess.start(builder)) {
      var lines = new ArrayList<String>();
      for (var line = process.nextLine(deadline); line.isPresent(); ) {
        lines.add(line.get());
        line = process.nextLine(deadline);
      }
      return process.exitCode(deadline) == 0 ? Optional.of(lines) : Optional.empty();
    } catch (IOException | TimeoutException e) {
      return Optional.empty();
    }
  }

  /// The first line.
  Optional<String> line(String... command) throws InterruptedException {
    return lines(command).flatMap(lines -> lines.stream().findFirst());
  }
}
