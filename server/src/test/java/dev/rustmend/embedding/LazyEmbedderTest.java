package dev.rustmend.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rustmend.search.Embedder.Role;
import dev.rustmend.search.EmbedderException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LazyEmbedderTest {
  private static final Duration LONG = Duration.ofHours(1);

  @Test
  void nothingIsLoadedBeforeTheFirstText() throws Exception {
    var loads = new AtomicInteger();
    try (var embedder =
        lazy(
            LONG,
            () -> {
              loads.incrementAndGet();
              return new LetterModel();
            })) {
      assertThat(embedder.state()).isEqualTo(new EmbedderState.NotLoaded());
      assertThat(loads).hasValue(0);
      assertThat(embedder.embed(List.of("abc"), Role.PASSAGE)).hasSize(1);
      assertThat(embedder.embed(List.of("abd"), Role.PASSAGE)).hasSize(1);
      assertThat(embedder.state()).isEqualTo(new EmbedderState.Ready());
      assertThat(loads).hasValue(1);
    }
  }

  @Test
  void warmingReturnsWhileTheModelIsStillBeingLoaded() throws Exception {
    var go = new CountDownLatch(1);
    try (var embedder =
        lazy(
            LONG,
            () -> {
              await(go);
              return new LetterModel();
            })) {
      embedder.warm();
      assertThat(embedder.state()).isEqualTo(new EmbedderState.Loading());
      go.countDown();
      assertThat(embedder.awaitLoaded()).isEqualTo(new EmbedderState.Ready());
    }
  }

  @Test
  void anIdleModelIsDroppedAndLoadedAgainWhenNeeded() throws Exception {
    var dropped = new CountDownLatch(1);
    var loads = new AtomicInteger();
    try (var embedder =
        lazy(
            Duration.ofMillis(20),
            () -> {
              loads.incrementAndGet();
              return new ClosingModel(dropped);
            })) {
      float[] before = embedder.embed(List.of("abc"), Role.PASSAGE).getFirst();
      dropped.await();
      assertThat(embedder.embed(List.of("abc"), Role.PASSAGE).getFirst()).isEqualTo(before);
      assertThat(loads).hasValueGreaterThan(1);
    }
  }

  @Test
  void oneThatDoesNotLoadSaysWhyAndIsNotTriedAgain() throws Exception {
    var loads = new AtomicInteger();
    try (var embedder =
        lazy(
            LONG,
            () -> {
              loads.incrementAndGet();
              throw new EmbedderException("there is no model here");
            })) {
      assertThat(embedder.awaitLoaded())
          .isEqualTo(new EmbedderState.Unavailable("there is no model here"));
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> embedder.embed(List.of("abc"), Role.QUERY))
            .isInstanceOf(EmbedderException.class)
            .hasMessage("there is no model here");
      }
      assertThat(loads).hasValue(1);
    }
  }

  @Test
  void aLoaderThatBreaksInAnUnexpectedWayLeavesNobodyWaiting() throws Exception {
    try (var embedder =
        lazy(
            LONG,
            () -> {
              throw new IllegalStateException("a mistake");
            })) {
      assertThat(embedder.awaitLoaded()).isInstanceOf(EmbedderState.Unavailable.class);
      assertThatThrownBy(() -> embedder.embed(List.of("abc"), Role.QUERY))
          .isInstanceOf(EmbedderException.class);
    }
  }

  @Test
  void aTextOnWhichTheModelFailsDoesNotHarmTheNext() throws Exception {
    try (var embedder = lazy(LONG, () -> new FailingModel("bad"))) {
      assertThatThrownBy(() -> embedder.embed(List.of("bad"), Role.PASSAGE))
          .isInstanceOf(EmbedderException.class);
      assertThat(embedder.embed(List.of("good"), Role.PASSAGE)).hasSize(1);
    }
  }

  @Test
  void aQueryDoesNotWaitForAPassage() throws Exception {
    var model = new HoldingModel("held");
    try (var embedder = lazy(LONG, () -> model)) {
      Thread indexing = Thread.ofVirtual().name("indexing").start(() -> passage(embedder, "held"));
      model.started.await();
      assertThat(embedder.embed(List.of("query"), Role.QUERY)).hasSize(1);
      assertThat(indexing.isAlive()).isTrue();
      model.go.countDown();
      indexing.join();
    }
    assertThat(model.seen).containsExactly("held", "ask: query");
  }

  @Test
  void theVectorsOfManyPassagesComeInTheOrderOfTheirTexts() throws Exception {
    List<String> texts =
        java.util.stream.IntStream.range(0, 200).mapToObj(i -> "a".repeat(i + 1) + "bc").toList();
    try (var embedder = lazy(LONG, LetterModel::new)) {
      List<float[]> vectors = embedder.embed(texts, Role.PASSAGE);
      for (int i = 0; i < texts.size(); i++) {
        assertThat(vectors.get(i)).isEqualTo(LetterModel.of(texts.get(i)));
      }
    }
  }

  @Test
  void whoIsInterruptedStopsWaiting() throws Exception {
    var go = new CountDownLatch(1);
    var stopped = new CountDownLatch(1);
    try (var embedder =
        lazy(
            LONG,
            () -> {
              await(go);
              return new LetterModel();
            })) {
      Thread waiting =
          Thread.ofVirtual()
              .name("waiting")
              .start(() -> {
                try {
                  embedder.embed(List.of("abc"), Role.QUERY);
                } catch (InterruptedException e) {
                  stopped.countDown();
                }
              });
      awaitWaiting(waiting);
      waiting.interrupt();
      stopped.await();
      go.countDown();
    }
  }

  @Test
  void whoWaitsWhenItIsClosedIsTold() throws Exception {
    var embedder = lazy(LONG, LetterModel::new);
    embedder.close();
    assertThatThrownBy(() -> embedder.embed(List.of("abc"), Role.QUERY))
        .isInstanceOf(EmbedderException.class);
  }

  private static LazyEmbedder lazy(Duration idle, Supplier<TextModel> loader) {
    return new LazyEmbedder("letters", LetterModel.DIMENSIONS, "ask: ", idle, 2, loader);
  }

  private static void awaitWaiting(Thread thread) {
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
  }

  private static void passage(LazyEmbedder embedder, String text) {
    embed(embedder, text, Role.PASSAGE);
  }

  private static void query(LazyEmbedder embedder, String text) {
    embed(embedder, text, Role.QUERY);
  }

  private static void embed(LazyEmbedder embedder, String text, Role role) {
    try {
      embedder.embed(List.of(text), role);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private record ClosingModel(CountDownLatch dropped) implements TextModel {
    @Override
    public float[] vector(String text) {
      return LetterModel.of(text);
    }

    @Override
    public void close() {
      dropped.countDown();
    }
  }

  private record FailingModel(String on) implements TextModel {
    @Override
    public float[] vector(String text) {
      if (text.equals(on)) {
        throw new IllegalStateException("a mistake");
      }
      return LetterModel.of(text);
    }

    @Override
    public void close() {}
  }

  /// Holds one text until it is told to go on.
  private static final class HoldingModel implements TextModel {
    final CountDownLatch started = new CountDownLatch(1);
    final CountDownLatch go = new CountDownLatch(1);
    final List<String> seen = Collections.synchronizedList(new ArrayList<>());
    private final String held;

    HoldingModel(String held) {
      this.held = held;
    }

    @Override
    public float[] vector(String text) {
      seen.add(text);
      if (text.equals(held)) {
        started.countDown();
        LazyEmbedderTest.await(go);
      }
      return LetterModel.of(text);
    }

    @Override
    public void close() {}
  }
}
