package dev.rustmend.bench;

/// The least program there is: what `bench latency` starts in the server's place, on the same
/// runtime with the same options, to know how much of a start is the JVM's.
public final class PlainStart {
  private PlainStart() {}

  /// Reads nothing, prints one line, and ends.
  public static void main(String[] args) throws java.io.IOException {
    new java.io.FileOutputStream(java.io.FileDescriptor.out).write('\n');
  }
}
