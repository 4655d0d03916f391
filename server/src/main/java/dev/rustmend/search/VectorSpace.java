package dev.rustmend.search;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/// The space that the vectors of one model live in. Each has a field of its own in the index, so
/// that vectors of an older model never meet those of a newer one.
public record VectorSpace(String model, int dimensions) {
  /// The space of what `embedder` makes.
  public static VectorSpace of(Embedder embedder) {
    return new VectorSpace(embedder.model(), embedder.dimensions());
  }

  /// The name of the field of the index.
  public String field() {
    return "vector_" + tag();
  }

  /// Eight hexadecimal digits and the dimensions: fit for a file's name.
  public String tag() {
    var checksum = new CRC32();
    checksum.update(model.getBytes(StandardCharsets.UTF_8));
    return "%08x_%d".formatted(checksum.getValue(), dimensions);
  }

  /// `vector` with length one; throws [IllegalArgumentException] when it is not of this space.
  public float[] unit(float[] vector) {
    if (vector.length != dimensions) {
      throw new IllegalArgumentException(
          "a vector of %s has %d components, not %d".formatted(model, dimensions, vector.length));
    }
    double squares = 0;
    for (float component : vector) {
      squares += (double) component * component;
    }
    if (squares == 0 || !Double.isFinite(squares)) {
      throw new IllegalArgumentException("a vector has a direction");
    }
    var unit = new float[dimensions];
    double length = Math.sqrt(squares);
    for (int i = 0; i < dimensions; i++) {
      unit[i] = (float) (vector[i] / length);
    }
    return unit;
  }

  /// The cosine of two vectors of unit length.
  public static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
