package dev.rustmend.cargo;

/// The beginning and the end of a text that may be long: what a build script prints before it fails
/// has no limit. Safe for use by several threads.
final class BoundedText {
  private static final int KEPT = 32 * 1024;

  private final StringBuilder head = new StringBuilder();
  private final StringBuilder tail = new StringBuilder();

  synchronized void addLine(String line) {
    if (head.length() < KEPT) {
      head.append(line, 0, Math.min(line.length(), KEPT)).append('\n');
      return;
    }
    tail.append(line).append('\n');
    if (tail.length() > 2 * KEPT) {
      tail.delete(0, tail.length() - KEPT);
    }
  }

  @Override
  public synchronized String toString() {
    return tail.isEmpty() ? head.toString() : head + "[…]\n" + tail;
  }
}
