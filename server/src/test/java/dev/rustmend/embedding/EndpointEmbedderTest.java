package dev.rustmend.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rustmend.search.Embedder.Role;
import dev.rustmend.search.EmbedderException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Against a small real HTTP server.
@Timeout(60)
class EndpointEmbedderTest {
  private static final EndpointEmbedder.Waits SHORT =
      new EndpointEmbedder.Waits(
          Duration.ofSeconds(20), Duration.ofMillis(1), Duration.ofMillis(5));

  private final List<EndpointEmbedder> open = new ArrayList<>();
  private EmbeddingServer server;

  @BeforeEach
  void start() throws Exception {
    server = EmbeddingServer.start();
  }

  @AfterEach
  void stop() {
    open.forEach(EndpointEmbedder::close);
    server.close();
  }

  @Test
  void textsGoOutInBatchesAndComeBackInOrderWithUnitLength() throws Exception {
    List<String> texts = IntStream.range(0, 70).mapToObj(i -> "t".repeat(i + 1)).toList();
    EndpointEmbedder embedder = connect();
    List<float[]> vectors = embedder.embed(texts, Role.PASSAGE);
    assertThat(embedder.dimensions()).isEqualTo(3);
    assertThat(server.batches()).containsExactly(1, 32, 32, 6);
    assertThat(vectors).hasSize(70);
    for (int i = 0; i < vectors.size(); i++) {
      assertThat(vectors.get(i)).containsExactly(UnitVector.of(new float[] {i + 1, 1, 0}));
    }
  }

  @Test
  void theKeyIsInTheHeaderAndTheModelInTheRequest() throws Exception {
    connect();
    assertThat(server.authorizations()).containsOnly("Bearer secret-key");
    assertThat(server.models()).containsOnly("small");
  }

  @Test
  void tooManyRequestsAndFailuresOfTheServiceAreTriedAgain() throws Exception {
    EndpointEmbedder embedder = connect();
    server.thenAnswer(429, "slow down").thenAnswer(503, "starting").thenAnswer(500, "oops");
    assertThat(embedder.embed(List.of("tt"), Role.QUERY)).hasSize(1);
    assertThat(server.requests()).isEqualTo(5);
  }

  @Test
  void aServiceThatKeepsFailingIsGivenUpWithASentenceWithoutTheKey() throws Exception {
    EndpointEmbedder embedder = connect();
    server.alwaysAnswer(429, "secret-key");
    assertThatThrownBy(() -> embedder.embed(List.of("t"), Role.QUERY))
        .isInstanceOf(EmbedderException.class)
        .hasMessageContaining("status 429, 5 times")
        .hasMessageContaining("embedding.endpoint")
        .message()
        .doesNotContain("secret-key")
        .doesNotContain("\n");
  }

  @Test
  void aRefusedKeyIsNotTriedAgain() throws Exception {
    EndpointEmbedder embedder = connect();
    server.alwaysAnswer(401, "{}");
    assertThatThrownBy(() -> embedder.embed(List.of("t"), Role.QUERY))
        .isInstanceOf(EmbedderException.class)
        .hasMessageContaining("status 401");
    assertThat(server.requests()).isEqualTo(2);
  }

  @Test
  void aRedirectionIsNotFollowed() throws Exception {
    EndpointEmbedder embedder = connect();
    server.alwaysAnswer(307, "elsewhere");
    assertThatThrownBy(() -> embedder.embed(List.of("t"), Role.QUERY))
        .isInstanceOf(EmbedderException.class)
        .hasMessageContaining("status 307");
  }

  @Test
  void answersOfAnotherFormAreRefused() throws Exception {
    for (String answer :
        List.of(
            "",
            "null",
            "{not json",
            "<html>busy</html>",
            "{\"data\":{}}",
            "{\"data\":[]}",
            "{\"data\":[{\"index\":0}]}",
            "{\"data\":[{\"index\":7,\"embedding\":[1,2,3]}]}",
            "{\"data\":[{\"index\":0,\"embedding\":[]}]}",
            "{\"data\":[{\"index\":0,\"embedding\":[1,\"x\",3]}]}",
            "{\"data\":[{\"index\":0,\"embedding\":[1,null,3]}]}",
            "{\"data\":[{\"index\":0,\"embedding\":[1,1e99,3]}]}")) {
      assertThat(EndpointMessages.vectors(answer, 1)).as(answer).isEmpty();
    }
    EndpointEmbedder embedder = connect();
    server.alwaysAnswer(200, "{not json");
    assertThatThrownBy(() -> embedder.embed(List.of("t"), Role.QUERY))
        .isInstanceOf(EmbedderException.class)
        .hasMessageContaining("not a list of embeddings");
  }

  @Test
  void vectorsOfAnotherLengthThanBeforeAreRefused() throws Exception {
    EndpointEmbedder embedder = connect();
    server.thenAnswer(200, "{\"data\":[{\"index\":0,\"embedding\":[1,2]}]}");
    assertThatThrownBy(() -> embedder.embed(List.of("t"), Role.QUERY))
        .isInstanceOf(EmbedderException.class)
        .hasMessageContaining("2 components and 3 before");
  }

  @Test
  void aServiceThatIsNotThereIsSaidSo() throws Exception {
    URI address = server.address();
    server.close();
    assertThatThrownBy(() -> EndpointEmbedder.connect(endpoint(address), SHORT))
        .isInstanceOf(EmbedderException.class)
        .hasMessageContaining("can not be reached")
        .hasMessageContaining(address.getHost());
  }

  @Test
  void whoIsInterruptedStopsWaitingForTheAnswer() throws Exception {
    EndpointEmbedder embedder = connect();
    var stopped = new CountDownLatch(1);
    CountDownLatch asked = server.thenKeepSilent();
    Thread waiting =
        Thread.ofVirtual()
            .name("waiting")
            .start(() -> {
              try {
                embedder.embed(List.of("t"), Role.QUERY);
              } catch (InterruptedException e) {
                stopped.countDown();
              }
            });
    asked.await();
    waiting.interrupt();
    stopped.await();
  }

  @Test
  void theAddressMayBeTheBaseOrTheWholePath() {
    for (String address :
        List.of(
            "https://host/v1", "https://host/v1/", "https://host", "https://host/v1/embeddings")) {
      assertThat(Endpoint.of(address, "small", Optional.empty(), Map.of()).address())
          .isEqualTo(URI.create("https://host/v1/embeddings"));
    }
  }

  @Test
  void settingsThatCanNotWorkAreRefusedWithTheirName() {
    assertThatThrownBy(() -> Endpoint.of("host v1", "small", Optional.empty(), Map.of()))
        .hasMessageContaining("embedding.endpoint");
    assertThatThrownBy(() -> Endpoint.of("file:///v1", "small", Optional.empty(), Map.of()))
        .hasMessageContaining("embedding.endpoint");
    assertThatThrownBy(() -> Endpoint.of("https://host", "", Optional.empty(), Map.of()))
        .hasMessageContaining("embedding.model");
    assertThatThrownBy(() -> Endpoint.of("https://host", "small", Optional.of("KEY"), Map.of()))
        .hasMessageContaining("embedding.apiKeyEnv")
        .hasMessageContaining("KEY");
  }

  @Test
  void aKeyIsNotSentInTheClearToAnotherMachine() {
    Map<String, String> environment = Map.of("KEY", "secret-key");
    assertThatThrownBy(
            () -> Endpoint.of("http://host/v1", "small", Optional.of("KEY"), environment))
        .isInstanceOf(EmbedderException.class)
        .hasMessageContaining("https")
        .message()
        .doesNotContain("secret-key");
    assertThat(Endpoint.of("http://localhost:8080/v1", "small", Optional.of("KEY"), environment))
        .extracting(Endpoint::toString)
        .isEqualTo("small at http://localhost:8080/v1/embeddings");
  }

  private EndpointEmbedder connect() throws InterruptedException {
    EndpointEmbedder embedder = EndpointEmbedder.connect(endpoint(server.address()), SHORT);
    open.add(embedder);
    return embedder;
  }

  private static Endpoint endpoint(URI address) {
    return Endpoint.of(
        address.toString(), "small", Optional.of("KEY"), Map.of("KEY", "secret-key"));
  }
}
