package dev.rustmend.model;

import java.time.Duration;
import java.util.function.Consumer;

/// The text of an answer while its pieces come, handed on to a listener. The pieces come on the
/// model's thread and the text is read on another.
final class Transcript {
  private final Consumer<String> listener;
  private final StringBuilder text = new StringBuilder();
  private long firstNanos;

  Transcript(Consumer<String> listener) {
    this.listener = listener;
  }

  void add(String piece) {
    synchronized (text) {
      firstNanos = text.isEmpty() ? System.nanoTime() : firstNanos;
      text.append(piece);
    }
    listener.accept(piece);
  }

  /// How long the first piece was waited for since `began`, a value of [System#nanoTime]; zero when
  /// none has come.
  Duration first(long began) {
    synchronized (text) {
      return text.isEmpty() ? Duration.ZERO : Duration.ofNanos(firstNanos - began);
    }
  }

  @Override
  public String toString() {
    synchronized (text) {
      return text.toString();
    }
  }
}
