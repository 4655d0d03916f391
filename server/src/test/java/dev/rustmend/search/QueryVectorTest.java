package dev.rustmend.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class QueryVectorTest {
  /// Makes a vector when it may, and says when it began and when it was interrupted.
  private static final class SlowEmbedder implements Embedder {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);

    @Override
    public String model() {
      return "slow";
    }

    @Override
    public int dimensions() {
      return 2;
    }

    @Override
    public List<float[]> embed(List<String> texts, Role role) throws InterruptedException {
      begun.countDown();
      try {
        mayEnd.await();
      } catch (InterruptedException e) {
        interrupted.countDown();
        throw e;
      }
      if (texts.contains("broken")) {
        throw new EmbedderException("no model here");
      }
      return List.of(new float[] {3, 4});
    }
  }

  private final SlowEmbedder embedder = new SlowEmbedder();

  @Test
  @Timeout(60)
  void isMadeWhileOthersWork() throws IOException, InterruptedException {
    QueryVector vector = QueryVector.ofText(embedder, "a question");
    embedder.begun.await(); // and nobody has asked for it
    embedder.mayEnd.countDown();

    assertThat(vector.vector()).containsExactly(0.6f, 0.8f);
    assertThat(vector.space().model()).isEqualTo("slow");
  }

  @Test
  @Timeout(60)
  void aFailureReachesWhoAsks() {
    embedder.mayEnd.countDown();
    QueryVector vector = QueryVector.ofText(embedder, "broken");

    assertThatThrownBy(vector::vector)
        .isInstanceOf(EmbedderException.class)
        .hasMessage("no model here");
  }

  @Test
  @Timeout(60)
  void onceAbandonedItIsMadeNoMore() throws InterruptedException {
    QueryVector vector = QueryVector.ofText(embedder, "a question");
    embedder.begun.await();
    vector.abandon();

    embedder.interrupted.await();
  }

  @Test
  @Timeout(60)
  void whoWaitsCanBeInterrupted() {
    QueryVector vector = QueryVector.ofText(embedder, "a question");
    Thread.currentThread().interrupt();

    assertThatThrownBy(vector::vector).isInstanceOf(IOException.class);
    assertThat(Thread.interrupted()).isTrue();
    vector.abandon();
  }

  @Test
  void aKnownOneHasUnitLength() throws IOException {
    var space = new VectorSpace("known", 2);

    assertThat(QueryVector.of(space, new float[] {0, 5}).vector()).containsExactly(0, 1);
  }
}
