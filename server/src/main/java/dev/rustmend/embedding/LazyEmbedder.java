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
/// One thread loads the model, computes queries, and drops the model; others compute passages, each
/// text after text and after everything else that the machine has to do, so that no search waits
/// for a passage while an index is built. They are threads of the system, because native code would
/// hold the carrier of a virtual one.
public final class LazyEmbedder implements Embedder, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(LazyEmbedder.class.getName());
  private static final Duration IDLE = Duration.ofMinutes(2);

  private final String model;
  private final int dimensions;
  private final String queryPrefix;
  private final Duration idle;
  private final int workers;
  private final Supplier<? extends TextModel> loader;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Request> queries = new ArrayDeque<>();
  private final Deque<Request> passages = new ArrayDeque<>();

  /// Grows whenever a model comes or goes.
  private int generation;

  private int underWay;
  private EmbedderState state = new EmbedderState.NotLoaded();
  private boolean closed;

  LazyEmbedder(
      String model,
      int dimensions,
      String queryPrefix,
      Duration idle,
      int workers,
      Supplier<? extends TextModel> loader) {
    this.model = model;
    this.dimensions = dimensions;
    this.queryPrefix = queryPrefix;
    this.idle = idle;
    this.workers = workers;
    this.loader = loader;
  }

  /// The model that comes with the program. `cache` is rustmend's cache folder, for its native
  /// libraries. Passages are computed on half of the processors, but on two where there are two.
  public static LazyEmbedder builtIn(Path cache) {
    int processors = Runtime.getRuntime().availableProcessors();
    return new LazyEmbedder(
        OnnxModel.NAME,
        OnnxModel.DIMENSIONS,
        OnnxModel.QUERY_PREFIX,
        IDLE,
        Math.max(Math.min(2, processors), processors / 2),
        () -> OnnxModel.load(cache));
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
    List<Request> requests =
        texts.stream()
            .map(text -> new Request(role == Role.QUERY ? queryPrefix + text : text))
            .toList();
    Deque<Request> waiting = role == Role.QUERY ? queries : passages;
    lock.lockInterruptibly();
    try {
      waiting.addAll(requests);
      ensureLoading();
      changed.signalAll();
      var vectors = new ArrayList<float[]>(texts.size());
      for (Request request : requests) {
        while (request.isOpen()) {
          changed.await();
        }
        vectors.add(request.vector());
      }
      return vectors;
    } finally {
      waiting.removeAll(requests);
      lock.unlock();
    }
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
      NativeHeap.trim();
      List<Thread> helpers = begin(loaded);
      try {
        for (Request next = nextQuery(); next != null; next = nextQuery()) {
          answer(loaded, next);
        }
      } finally {
        end(helpers);
      }
    } catch (EmbedderException e) {
      giveUp(e.sentence());
    } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
      giveUp("the embedding model has ended (%s); search goes by words alone".formatted(e));
    }
    NativeHeap.trim();
  }

  private List<Thread> begin(TextModel loaded) {
    int mine;
    lock.lock();
    try {
      mine = ++generation;
      underWay = 0;
    } finally {
      lock.unlock();
    }
    become(new EmbedderState.Ready());
    var helpers = new ArrayList<Thread>();
    for (int i = 1; i <= workers; i++) {
      helpers.add(
          Thread.ofPlatform()
              .daemon()
              .name("embedding-passages-" + i)
              .start(() -> computePassages(loaded, mine)));
    }
    return helpers;
  }

  /// Waits until nobody uses the model any more.
  private void end(List<Thread> helpers) {
    lock.lock();
    try {
      generation++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    for (Thread helper : helpers) {
      try {
        helper.join();
      } catch (InterruptedException _) {
        throw new IllegalStateException("nobody interrupts this thread");
      }
    }
  }

  private void computePassages(TextModel loaded, int mine) {
    LowPriority.take();
    for (Request next = nextPassage(mine); next != null; next = nextPassage(mine)) {
      answer(loaded, next);
      if (passageDone()) {
        NativeHeap.trim();
      }
    }
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

  /// The next query to compute; null when there was nothing to do for the idle time, and then the
  /// state is already that of a model that is not loaded.
  private @Nullable Request nextQuery() {
    lock.lock();
    try {
      long left = idle.toNanos();
      while (queries.isEmpty() && !closed && left > 0) {
        left = changed.awaitNanos(left);
        left = passages.isEmpty() && underWay == 0 ? left : idle.toNanos();
      }
      if (queries.isEmpty() || closed) {
        unload();
        return null;
      }
      return queries.removeFirst();
    } catch (InterruptedException _) {
      unload();
      return null;
    } finally {
      lock.unlock();
    }
  }

  /// Under the lock.
  private void unload() {
    state = new EmbedderState.NotLoaded();
    generation++;
    changed.signalAll();
  }

  /// The next passage to compute; null when the model of the generation `mine` is gone.
  private @Nullable Request nextPassage(int mine) {
    lock.lock();
    try {
      while (passages.isEmpty() && generation == mine) {
        changed.await();
      }
      if (generation != mine) {
        return null;
      }
      underWay++;
      return passages.removeFirst();
    } catch (InterruptedException _) {
      return null;
    } finally {
      lock.unlock();
    }
  }

  /// Says whether this was the last of those that somebody waits for.
  private boolean passageDone() {
    lock.lock();
    try {
      underWay--;
      changed.signalAll();
      return passages.isEmpty() && underWay == 0;
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
    } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
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
    queries.forEach(request -> request.fail(why));
    passages.forEach(request -> request.fail(why));
    queries.clear();
    passages.clear();
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
