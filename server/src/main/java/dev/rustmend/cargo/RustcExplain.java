package dev.rustmend.cargo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// rustc's own explanation of an error code, as `rustc --explain` prints it: Markdown without the
/// fences' labels.
public final class RustcExplain {
  private static final int SECONDS = 10;

  private final Path directory;

  /// `directory` decides which toolchain rustup picks.
  public RustcExplain(Path directory) {
    this.directory = directory;
  }

  /// The explanation of `code`, such as `E0382`; empty when this rustc has none or can not be run.
  public Optional<String> explain(String code) throws InterruptedException {
    if (!code.matches("E\\d{4}")) {
      return Optional.empty();
    }
    try {
      Process process =
          new ProcessBuilder("rustc", "--explain", code)
              .directory(directory.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .redirectInput(ProcessBuilder.Redirect.PIPE)
              .start();
      process.getOutputStream().close();
      byte[] output = process.getInputStream().readAllBytes();
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return Optional.empty();
      }
      String text = new String(output, StandardCharsets.UTF_8).strip();
      return process.exitValue() == 0 && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
