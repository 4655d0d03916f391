package dev.rustmend.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What stands before the weights in a GGUF file.
///
/// `values` holds texts, [Long]s, [Double]s and [Boolean]s by their keys; of an array only its
/// length is kept, in `arrays`. `controlTokens` are the texts of the tokens that steer a
/// conversation. `dataEnd` is where the last tensor ends, in bytes from the file's start.
record GgufHeader(
    Map<String, Object> values,
    Map<String, Long> arrays,
    List<String> controlTokens,
    List<Tensor> tensors,
    long dataEnd) {
  GgufHeader {
    values = Map.copyOf(values);
    arrays = Map.copyOf(arrays);
    controlTokens = List.copyOf(controlTokens);
    tensors = List.copyOf(tensors);
  }

  /// One tensor: its type and its size in bytes.
  record Tensor(GgufTensorType type, long bytes) {}

  Optional<String> text(String key) {
    return values.get(key) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  Optional<Long> number(String key) {
    return values.get(key) instanceof Long number ? Optional.of(number) : Optional.empty();
  }

  long tensorBytes() {
    return tensors.stream().mapToLong(Tensor::bytes).sum();
  }
}
