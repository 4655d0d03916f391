package dev.rustmend.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// The machine that a benchmark runs on, in a few words for its report.
final class Machine {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
  private static final Path MEMORY = Path.of("/proc/meminfo");

  private Machine() {}

  /// Such as `2 processors (AMD EPYC 7B13), 25 GB of memory, Linux amd64`; without what the
  /// platform does not tell.
  static String here() {
    String model = value(PROCESSORS, "model name").map(" (%s)"::formatted).orElse("");
    String memory =
        value(MEMORY, "MemTotal")
            .map(size -> Long.parseLong(size.replace("kB", "").strip()) * 1024 / 1e9)
            .map(size -> String.format(Locale.ROOT, ", %.0f GB of memory", size))
            .orElse("");
    return "%d processors%s%s, %s %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            model,
            memory,
            System.getProperty("os.name"),
            System.getProperty("os.arch"));
  }

  /// The first value of `key` in a file of `key: value` lines.
  private static Optional<String> value(Path file, String key) {
    try (var lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(key))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst();
    } catch (IOException | java.io.UncheckedIOException e) {
      return Optional.empty();
    }
  }
}
