package dev.rustmend.model;

import java.util.Map;
import java.util.Optional;

/// What is known about a running worker: its process, the bytes that the system counts for it (0
/// where it does not tell), the GPU in use, how many of the model's layers are there (such as `29
/// of 29`), and the size of llama.cpp's buffers in MiB by the place where they are.
public record WorkerFacts(
    long processId,
    long residentBytes,
    Optional<String> device,
    Optional<String> offloaded,
    Map<String, Long> mebibytes) {
  public WorkerFacts {
    mebibytes = Map.copyOf(mebibytes);
  }
}
