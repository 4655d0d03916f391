package dev.rustmend.cli;

/// How many virtual threads can run at the same time.
///
/// The JVM runs as many as there are processors and takes none of them back. On two processors, two
/// that compute (one reads a long file's tree, one compares episodes) keep all others waiting: the
/// one that would start a compiler, and those that read what a compiler says. With some more, the
/// system shares the processors among them.
final class Carriers {
  private static final String PROPERTY = "jdk.virtualThreadScheduler.parallelism";
  private static final int LEAST = 4;

  private Carriers() {}

  /// Has at least four run at the same time, unless somebody has said how many. Works only before
  /// the first virtual thread of the process.
  static void prepare() {
    if (Runtime.getRuntime().availableProcessors() < LEAST
        && System.getProperty(PROPERTY) == null) {
      System.setProperty(PROPERTY, String.valueOf(LEAST));
    }
  }
}
