package dev.rustmend.model;

import java.util.Locale;

/// Sizes for people.
public final class ByteCount {
  private static final long MIB = 1 << 20;
  private static final long GIB = 1 << 30;

  private ByteCount() {}

  /// Such as `1.04 GiB`, `512 MiB` or `17 bytes`.
  public static String of(long bytes) {
    if (bytes >= GIB) {
      return String.format(Locale.ROOT, "%.2f GiB", bytes / (double) GIB);
    }
    return bytes >= MIB
        ? String.format(Locale.ROOT, "%.0f MiB", bytes / (double) MIB)
        : bytes + " bytes";
  }
}
