package dev.rustmend.bench;

import java.nio.file.Path;
import java.util.Optional;

/// What `bench model` is asked to measure: `programs` that nothing else repairs, of one half of the
/// development set or of both, drawn with `seed`; `answers` to each question. `cache` is a folder
/// of our own for scratch packages and kept results.
public record ModelBenchRequest(
    Optional<Half> half, int programs, long seed, int answers, Path cache) {
  public ModelBenchRequest {
    if (programs < 1 || answers < 1) {
      throw new IllegalArgumentException("at least one program and one answer are needed");
    }
  }
}
