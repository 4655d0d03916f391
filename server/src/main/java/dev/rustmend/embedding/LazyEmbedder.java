package dev.rustmend.embedding;

import dev.rustmend.search.Embedder;
import dev.rustmend.search.EmbedderException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The embedding model in this process: loaded in the background when it is needed for the first
/// time, and dropped again after some idle minutes.
///
/// One thread of its own loads the model, computes text after text, and drops the model. It is a
/// thread of the system, because native code would hold the carrier of a virtual one. Queries go
/// before passages, so that a search waits for one passage at most while an index is built.
public final class LazyEmbedder implements Embedder, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(LazyEmbedder.class.getName());
  private static final Duration IDLE = Duration.ofMinutes(5);

  private final String model;
  private final int dimensions;
  private final String queryPrefix;
  private final Duration idle;
  private final Supplier<? extends TextModel> loader;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Request> waiting = new ArrayDeque<>();
  private EmbedderState state = new EmbedderState.NotLoaded();
  private boolean closed;

  LazyEmbedder(
      String model,
      int dimensions,
      String queryPrefix,
      Duration idle,
      Supplier<? extends TextModel> loader) {
    this.model = model;
    this.dimensions = dimensions;
    this.queryPrefix = queryPrefix;
    this.idle = idle;
    this.loader = loader;
  }

  /// The model that comes with the program. `cache` is rustmend's cache folder, for its native
  /// libraries. It works with at most half of the processors.
  public static LazyEmbedder builtIn(Path cache) {
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    return new LazyEmbedder(
        OnnxModel.NAME,
        OnnxModel.DIMENSIONS,
        OnnxModel.QUERY_PREFIX,
        IDLE,
        () -> OnnxModel.load(cache, threads));
  }

  /// How far the model is; never blocks.
  public EmbedderState state() {
    lock.lock();
    try {
      return state;
    } finally {
      lock.unlock();
    }
  }

  /// Starts to load the model unless that was done, and returns at once.
  public void warm() {
    lock.lock();
    try {
      ensureLoading();
    } finally {
      lock.unlock();
    }
  }

  /// Waits until the model is loaded or known to be unavailable.
  public EmbedderState awaitLoaded() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      ensureLoading();
      while (state instanceof EmbedderState.Loading) {
        changed.await();
      }
      return state;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public String model() {
    return model;
  }

  @Override
  public int dimensions() {
    return dimensions;
  }

  /// Loads the model first where needed. Throws [EmbedderException] when it is unavailable or
  /// fails.
  @Override
  public List<float[]> embed(List<String> texts, Role role) throws InterruptedException {
    var vectors = new ArrayList<float[]>(texts.size());
    for (String text : texts) {
      vectors.add(embed(text, role));
    }
    return vectors;
  }

  /// Drops the model; who still waits gets an [EmbedderException].
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      failAll(new EmbedderException("rustmend is about to end; search again after its start"));
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private float[] embed(String text, Role role) throws InterruptedException {
    var request = new Request(role == Role.QUERY ? queryPrefix + text : text);
    lock.lockInterruptibly();
    try {
      switch (role) {
        case QUERY -> waiting.addFirst(request);
        case PASSAGE -> waiting.addLast(request);
      }
      ensureLoading();
      changed.signalAll();
      while (request.isOpen()) {
        changed.await();
      }
      return request.vector();
    } finally {
      waiting.remove(request);
      lock.unlock();
    }
  }

  /// Under the lock.
  private void ensureLoading() {
    if (closed) {
      failAll(new EmbedderException("rustmend is about to end; search again after its start"));
      return;
    }
    switch (state) {
      case EmbedderState.NotLoaded() -> {
        state = new EmbedderState.Loading();
        Thread.ofPlatform().daemon().name("embedding").start(this::work);
      }
      case EmbedderState.Unavailable(String sentence) -> failAll(new EmbedderException(sentence));
      case EmbedderState.Loading(), EmbedderState.Ready() -> {}
    }
  }

  private void work() {
    try (TextModel loaded = loader.get()) {
      become(new EmbedderState.Ready());
      for (Request next = next(); next != null; next = next()) {
        answer(loaded, next);
      }
    } catch (EmbedderException e) {
      giveUp(e.sentence());
    } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
      giveUp("the embedding model has ended (%s); search goes by words alone".formatted(e));
    }
    NativeHeap.trim();
  }

  private void giveUp(String sentence) {
    LOG.log(System.Logger.Level.WARNING, sentence);
    become(new EmbedderState.Unavailable(sentence));
  }

  private void become(EmbedderState next) {
    lock.lock();
    try {
      state = next;
      if (next instanceof EmbedderState.Unavailable(String sentence)) {
        failAll(new EmbedderException(sentence));
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// The next text to compute; null when there was none for the idle time, and then the state is
  /// already that of a model that is not loaded.
  private @Nullable Request next() {
    lock.lock();
    try {
      long left = idle.toNanos();
      while (waiting.isEmpty() && !closed && left > 0) {
        left = changed.awaitNanos(left);
      }
      if (waiting.isEmpty() || closed) {
        state = new EmbedderState.NotLoaded();
        changed.signalAll();
        return null;
      }
      return waiting.removeFirst();
    } catch (InterruptedException _) {
      state = new EmbedderState.NotLoaded();
      changed.signalAll();
      return null;
    } finally {
      lock.unlock();
    }
  }

  private void answer(TextModel loaded, Request request) {
    try {
      float[] vector = loaded.vector(request.text());
      settle(() -> request.succeed(vector));
    } catch (EmbedderException e) {
      settle(() -> request.fail(e));
    } catch (RuntimeException e) {
      settle(() -> request.fail(new EmbedderException("the embedding model has failed: " + e, e)));
    }
  }

  private void settle(Runnable outcome) {
    lock.lock();
    try {
      outcome.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void failAll(EmbedderException why) {
    waiting.forEach(request -> request.fail(why));
    waiting.clear();
    changed.signalAll();
  }

  /// A text that somebody waits for; touched under the lock only.
  private static final class Request {
    private final String text;
    private float @Nullable [] vector;
    private @Nullable EmbedderException failure;

    Request(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }

    boolean isOpen() {
      return vector == null && failure == null;
    }

    void succeed(float[] result) {
      vector = result;
    }

    void fail(EmbedderException why) {
      failure = why;
    }

    float[] vector() {
      if (vector == null) {
        throw new EmbedderException(
            failure == null ? "the text was not computed" : failure.sentence());
      }
      return vector;
    }
  }
}
