package dev.rustmend.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a worker writes to its error output. llama.cpp tells there, and nowhere else, how many
/// layers went to a GPU and what its buffers take.
final class WorkerLog {
  private static final int KEPT = 200;
  private static final long PATIENCE_MILLIS = 500;
  private static final Pattern OFFLOADED =
      Pattern.compile("offloaded (\\d{1,6})/(\\d{1,6}) layers to GPU");
  private static final Pattern BUFFER =
      Pattern.compile(
          "(\\S+) +(model|KV|compute|output) buffer size = +(\\d{1,9})(?:\\.\\d+)? MiB");
  private static final Pattern DEVICE = Pattern.compile("using device \\S+ \\((.+?)\\)");

  private final Deque<String> lines = new ArrayDeque<>();
  private final Map<String, Long> mebibytes = new LinkedHashMap<>();
  private final CountDownLatch loaded = new CountDownLatch(1);
  private Optional<String> offloaded = Optional.empty();
  private Optional<String> device = Optional.empty();
  private int refusedGrammars;

  synchronized void add(String line) {
    lines.addLast(line);
    if (lines.size() > KEPT) {
      lines.removeFirst();
    }
    Matcher layers = OFFLOADED.matcher(line);
    if (layers.find()) {
      offloaded = Optional.of(layers.group(1) + " of " + layers.group(2));
    }
    Matcher buffer = BUFFER.matcher(line);
    if (buffer.find()) {
      mebibytes.merge(buffer.group(1), Long.parseLong(buffer.group(3)), Long::sum);
    }
    Matcher name = DEVICE.matcher(line);
    if (name.find()) {
      device = Optional.of(name.group(1));
    }
    if (line.contains("failed to parse grammar")) {
      refusedGrammars++;
    }
    if (line.contains("model loaded")) {
      loaded.countDown();
    }
  }

  /// Waits a moment for the lines that belong to a model that was just loaded: they come by another
  /// way than the answers.
  void awaitLoaded() throws InterruptedException {
    if (!loaded.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
      add("rustmend: llama.cpp did not say that the model is loaded");
    }
  }

  /// How many grammars llama.cpp did not understand; it says so here only, and answers without
  /// them.
  synchronized int refusedGrammars() {
    return refusedGrammars;
  }

  /// The GPU that llama.cpp uses.
  synchronized Optional<String> device() {
    return device;
  }

  /// The layers that went to it, such as `29 of 29`.
  synchronized Optional<String> offloaded() {
    return offloaded;
  }

  /// The buffers of llama.cpp by the place where they are, in MiB.
  synchronized Map<String, Long> mebibytes() {
    return Map.copyOf(mebibytes);
  }

  /// The last lines.
  synchronized List<String> last() {
    return List.copyOf(lines);
  }
}
