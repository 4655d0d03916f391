package dev.rustmend.model;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/// How a model runs in a worker process.
///
/// `command` starts a worker, in `folder`, where it may leave a report of a crash. `gpuLayers` is
/// empty for as many as the GPU takes. `memoryLimit` is in bytes; after `idle` without a request
/// the worker ends.
public record WorkerSetup(
    List<String> command,
    Path folder,
    Path model,
    int contextSize,
    int threads,
    OptionalInt gpuLayers,
    boolean flashAttention,
    CacheType cacheType,
    long memoryLimit,
    Duration idle) {
  /// How many tokens llama.cpp reads at once. A request that is cancelled while its prompt is read
  /// ends after the batch that is under way.
  public static final int BATCH = 128;

  public WorkerSetup {
    command = List.copyOf(command);
    if (command.isEmpty() || contextSize < 64 || threads < 1 || memoryLimit < 1) {
      throw new IllegalArgumentException("a worker that can not run");
    }
  }

  /// The same, with a context that is no longer than the model was made for.
  WorkerSetup within(ModelFile file) {
    int most = file.contextLength() == 0 ? contextSize : file.contextLength();
    return new WorkerSetup(
        command,
        folder,
        model,
        Math.max(64, Math.min(contextSize, most)),
        threads,
        gpuLayers,
        flashAttention,
        cacheType,
        memoryLimit,
        idle);
  }

  WorkerCalls.Load load(int layers) {
    return new WorkerCalls.Load(
        model.toString(), contextSize, BATCH, threads, layers, flashAttention, cacheType);
  }
}
