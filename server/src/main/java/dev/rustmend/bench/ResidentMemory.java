package dev.rustmend.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/// How much memory of a process is in RAM, as Linux counts it.
final class ResidentMemory {
  private static final String KEY = "VmRSS:";

  private ResidentMemory() {}

  /// In kibibytes; empty where the platform has no `/proc` or the process is gone.
  static OptionalLong of(long processId) {
    try (var lines = Files.lines(Path.of("/proc", String.valueOf(processId), "status"))) {
      return lines
          .filter(line -> line.startsWith(KEY))
          .mapToLong(line -> Long.parseLong(line.substring(KEY.length()).replace("kB", "").strip()))
          .findFirst();
    } catch (IOException | java.io.UncheckedIOException e) {
      return OptionalLong.empty();
    }
  }
}
