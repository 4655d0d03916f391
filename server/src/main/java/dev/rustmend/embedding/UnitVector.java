package dev.rustmend.embedding;

/// Vectors of length one, whose scalar product is their cosine.
final class UnitVector {
  private UnitVector() {}

  /// `vector` divided by its length; the vector of zeros stays as it is.
  static float[] of(float[] vector) {
    double sum = 0;
    for (float component : vector) {
      sum += (double) component * component;
    }
    float[] unit = vector.clone();
    if (sum > 0) {
      double length = Math.sqrt(sum);
      for (int i = 0; i < unit.length; i++) {
        unit[i] = (float) (vector[i] / length);
      }
    }
    return unit;
  }
}
