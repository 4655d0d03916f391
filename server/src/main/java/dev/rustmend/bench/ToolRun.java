package dev.rustmend.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// One run of a tool with its input closed: the exit code and what it printed on both channels.
record ToolRun(int exitCode, String output) {

  /// Runs `command` in `folder` and waits for at most `limit`; an interrupt or the limit ends the
  /// whole process tree. A run that passed the limit has exit code -1.
  static ToolRun of(Path folder, Duration limit, List<String> command) throws InterruptedException {
    Process process = start(folder, command);
    try {
      var output = new StringBuilder();
      Thread reader =
          Thread.ofVirtual().name("bench-output").start(() -> output.append(drain(process)));
      boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
      end(process);
      reader.join();
      return new ToolRun(ended ? process.exitValue() : -1, output.toString());
    } finally {
      end(process);
    }
  }

  private static Process start(Path folder, List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
      process.getOutputStream().close();
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException("can not run " + command.getFirst(), e);
    }
  }

  private static String drain(Process process) {
    try {
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
