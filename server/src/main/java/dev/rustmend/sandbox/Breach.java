package dev.rustmend.sandbox;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// The limit that the builds of one submission broke first, if they did. Safe to use from any
/// thread.
final class Breach {
  private final AtomicReference<String> first = new AtomicReference<>("");

  void note(String sentence) {
    first.compareAndSet("", sentence);
  }

  Optional<String> sentence() {
    return Optional.of(first.get()).filter(text -> !text.isEmpty());
  }
}
