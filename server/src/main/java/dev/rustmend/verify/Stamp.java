package dev.rustmend.verify;

import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/// What tells cheaply that a file is not the one it was: its size in bytes, its modification time
/// in nanoseconds since 1970 and, where the system has one, its inode.
record Stamp(long size, long modified, String inode) {

  /// The stamp of what has no content of its own.
  static final Stamp NONE = new Stamp(0, 0, "");

  static Stamp of(BasicFileAttributes attributes) {
    return new Stamp(
        attributes.size(),
        nanos(attributes.lastModifiedTime().toInstant()),
        Objects.toString(attributes.fileKey(), ""));
  }

  private static long nanos(java.time.Instant time) {
    return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L), time.getNano());
  }
}
