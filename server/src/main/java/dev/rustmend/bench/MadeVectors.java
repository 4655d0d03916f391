package dev.rustmend.bench;

/// Whether made passages have vectors.
public enum MadeVectors {
  WITH("with vectors"),
  WITHOUT("without vectors");

  private final String words;

  MadeVectors(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
