package dev.rustmend.search;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// The vector of a query, and the space that it lives in. It may still be computed while words are
/// searched: who asks for it waits.
final class QueryVector {
  private static final String THREAD = "rustmend-query-vector";

  private final VectorSpace space;
  private final FutureTask<float[]> making;

  private QueryVector(VectorSpace space, FutureTask<float[]> making) {
    this.space = space;
    this.making = making;
  }

  /// A vector that is known.
  static QueryVector of(VectorSpace space, float[] vector) {
    float[] unit = space.unit(vector);
    var known = new FutureTask<>(() -> unit);
    known.run();
    return new QueryVector(space, known);
  }

  /// The vector that `embedder` makes of `text`, from now on, on a thread of its own.
  static QueryVector ofText(Embedder embedder, String text) {
    VectorSpace space = VectorSpace.of(embedder);
    var making =
        new FutureTask<>(
            () -> space.unit(embedder.embed(List.of(text), Embedder.Role.QUERY).getFirst()));
    Thread.ofVirtual().name(THREAD).start(making);
    return new QueryVector(space, making);
  }

  /// Where it lives.
  VectorSpace space() {
    return space;
  }

  /// The vector of unit length, to be read only, once it is there. Throws [EmbedderException] when
  /// it can not be made, and [IOException] with the thread interrupted when that is who waits.
  float[] vector() throws IOException {
    try {
      return making.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException known -> throw known;
        case Error known -> throw known;
        case null, default -> throw new IOException(e.getMessage(), e);
      }
    }
  }

  /// Ends the making of a vector that nobody waits for any more.
  void abandon() {
    making.cancel(true);
  }
}
