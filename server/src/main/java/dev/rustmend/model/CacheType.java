package dev.rustmend.model;

/// How the memory of a model's context (its keys and values) is stored; smaller ones cost a little
/// precision.
public enum CacheType {
  F16(16),
  Q8_0(8.5),
  Q4_0(4.5);

  private final double bits;

  CacheType(double bits) {
    this.bits = bits;
  }

  /// Bytes for so many values.
  long bytes(long values) {
    return (long) Math.ceil(values * bits / 8);
  }
}
