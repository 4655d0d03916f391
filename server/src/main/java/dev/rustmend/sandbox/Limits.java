package dev.rustmend.sandbox;

import java.time.Duration;

/// What the builds of one submission may use. `time` bounds all of them together; `memory` in bytes
/// bounds each process and all of them together, `disk` in bytes and `files` the folder, `output`
/// in characters what one run prints, `processes` how many processes and threads there are at once.
public record Limits(Duration time, long memory, long disk, int files, long output, int processes) {
  private static final long MEBIBYTE = 1024 * 1024;
  private static final int MOST_PROCESSES = 512;

  public Limits {
    if (!time.isPositive() || memory < 1 || disk < 1 || files < 1 || output < 1 || processes < 1) {
      throw new IllegalArgumentException("a limit is not positive");
    }
  }

  /// Two minutes, 4 GiB of memory, 2 GiB on the disk in 50 000 files, 32 million characters of
  /// output, and as many processes as cargo needs on this machine: one compiler for each processor,
  /// with its threads.
  public static Limits defaults() {
    int processes = 96 + 16 * Runtime.getRuntime().availableProcessors();
    return new Limits(
        Duration.ofMinutes(2),
        4096 * MEBIBYTE,
        2048 * MEBIBYTE,
        50_000,
        32 * MEBIBYTE,
        Math.min(processes, MOST_PROCESSES));
  }

  /// The same with another time.
  public Limits within(Duration other) {
    return new Limits(other, memory, disk, files, output, processes);
  }

  /// The largest file that a build may write, in bytes: a quarter of the disk.
  long fileSize() {
    return Math.max(disk / 4, 1);
  }
}
