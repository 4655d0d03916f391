package dev.rustmend.model;

import java.util.Optional;

/// What a model takes of the machine's memory, in bytes: its weights, the keys and values of its
/// context, and room to compute in. An estimate, a little too high rather than too low.
public record MemoryNeed(long weights, long context, long room) {
  private static final long FIXED_ROOM = 96L << 20;
  private static final int FLOAT = 4;

  /// The estimate for a context of so many tokens.
  public static MemoryNeed of(ModelFile file, int contextSize, CacheType type, int batchSize) {
    ModelFile.Shape shape = file.shape();
    long values = (shape.keyValues() + shape.valueValues()) * shape.layers() * contextSize;
    return new MemoryNeed(
        file.weightBytes(),
        type.bytes(values),
        FIXED_ROOM + shape.vocabulary() * batchSize * FLOAT);
  }

  public long total() {
    return weights + context + room;
  }

  /// Why the model does not fit into `limit` bytes; empty when it does.
  Optional<String> refusal(ModelFile file, long limit) {
    return total() <= limit
        ? Optional.empty()
        : Optional.of(
            "%s needs about %s of memory (%s of them for its context) and may have %s; choose a smaller model or quantization, or lower `model.contextSize`"
                .formatted(
                    file.path(),
                    ByteCount.of(total()),
                    ByteCount.of(context),
                    ByteCount.of(limit)));
  }
}
