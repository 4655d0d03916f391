package dev.rustmend.model;

import java.util.OptionalInt;

/// How many layers are tried on the GPU: all of them, then fewer, at last none.
record GpuLadder(int layers, int rung) {
  private static final int RUNGS = 4;

  /// The first try for a model with so many layers.
  static GpuLadder of(int layers) {
    // the layer after the last one, which makes tokens of numbers, counts as well
    return new GpuLadder(layers + 1, 0);
  }

  /// The layers of this try.
  int gpuLayers() {
    return layers * (RUNGS - rung) / RUNGS;
  }

  /// Fewer layers; a ladder whose [#gpuLayers] are 0 has no lower rung.
  GpuLadder down() {
    return new GpuLadder(layers, Math.min(rung + 1, RUNGS));
  }

  boolean hasLower() {
    return rung < RUNGS;
  }

  /// A ladder of one rung, for a number that the user gave.
  static GpuLadder fixed(OptionalInt given) {
    return new GpuLadder(given.orElse(0), 0);
  }
}
