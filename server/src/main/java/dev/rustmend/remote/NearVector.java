package dev.rustmend.remote;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;

/// A vector in one byte for each component, small enough to come along with every passage that is
/// found by words: cosines are then computed here, with the vector that stays here.
final class NearVector {
  private static final int STEPS = 127;

  private NearVector() {}

  /// Four bytes for the largest component, a byte for each; in Base64.
  static String written(float[] vector) {
    float most = 0;
    for (float component : vector) {
      most = Math.max(most, Math.abs(component));
    }
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES + vector.length).putFloat(most);
    for (float component : vector) {
      bytes.put((byte) (most == 0 ? 0 : Math.round(component / most * STEPS)));
    }
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  /// The vector again, as nearly as it was written; empty for a text that holds none of
  /// `dimensions` components.
  static Optional<float[]> read(String written, int dimensions) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(written);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (bytes.length != Float.BYTES + dimensions) {
      return Optional.empty();
    }
    float most = ByteBuffer.wrap(bytes).getFloat();
    var vector = new float[dimensions];
    for (int i = 0; i < dimensions; i++) {
      vector[i] = bytes[Float.BYTES + i] * most / STEPS;
    }
    return Optional.of(vector);
  }
}
