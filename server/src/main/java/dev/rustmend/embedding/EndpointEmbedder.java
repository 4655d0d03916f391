package dev.rustmend.embedding;

import dev.rustmend.search.Embedder;
import dev.rustmend.search.EmbedderException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Vectors from an [Endpoint]. Texts go out in batches; what may pass (too many requests, a failure
/// of the service, a lost connection) is tried again after a growing pause.
public final class EndpointEmbedder implements Embedder, AutoCloseable {
  private static final int BATCH = 32;
  private static final int ATTEMPTS = 5;

  private final Endpoint endpoint;
  private final HttpClient client;
  private final Waits waits;
  private final int dimensions;

  /// How long is waited: for an answer, before the second attempt (doubled for each further one),
  /// and at most before any.
  record Waits(Duration answer, Duration firstPause, Duration longestPause) {
    static final Waits USUAL =
        new Waits(Duration.ofSeconds(60), Duration.ofMillis(500), Duration.ofSeconds(20));
  }

  private EndpointEmbedder(Endpoint endpoint, HttpClient client, Waits waits, int dimensions) {
    this.endpoint = endpoint;
    this.client = client;
    this.waits = waits;
    this.dimensions = dimensions;
  }

  /// Asks the service for one vector, to learn how many components they have. Throws
  /// [EmbedderException] with what is wrong when it does not give one.
  public static EndpointEmbedder connect(Endpoint endpoint) throws InterruptedException {
    return connect(endpoint, Waits.USUAL);
  }

  static EndpointEmbedder connect(Endpoint endpoint, Waits waits) throws InterruptedException {
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(waits.answer())
            .followRedirects(HttpClient.Redirect.NEVER)
            .executor(
                Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("embedding-http-", 0).factory()))
            .build();
    var probe = new EndpointEmbedder(endpoint, client, waits, 0);
    try {
      int dimensions = probe.request(List.of("Rust")).getFirst().length;
      return new EndpointEmbedder(endpoint, client, waits, dimensions);
    } catch (EmbedderException | InterruptedException e) {
      probe.close();
      throw e;
    }
  }

  @Override
  public String model() {
    return endpoint.address().getHost() + "/" + endpoint.model();
  }

  @Override
  public int dimensions() {
    return dimensions;
  }

  /// Throws [EmbedderException] when the service does not answer as it should.
  @Override
  public List<float[]> embed(List<String> texts, Role role) throws InterruptedException {
    var vectors = new ArrayList<float[]>(texts.size());
    for (int from = 0; from < texts.size(); from += BATCH) {
      vectors.addAll(request(texts.subList(from, Math.min(from + BATCH, texts.size()))));
    }
    for (float[] vector : vectors) {
      if (vector.length != dimensions) {
        throw failure("it gave %d components and %d before".formatted(vector.length, dimensions));
      }
    }
    return vectors;
  }

  /// Ends what is under way.
  @Override
  public void close() {
    client.shutdownNow();
  }

  private List<float[]> request(List<String> texts) throws InterruptedException {
    HttpRequest request = post(EndpointMessages.request(endpoint.model(), texts));
    String last = "";
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (attempt > 0) {
        pause(waits.firstPause().multipliedBy(1L << (attempt - 1)));
      }
      try {
        HttpResponse<String> response =
            client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (response.statusCode() == 200) {
          return EndpointMessages.vectors(response.body(), texts.size())
              .orElseThrow(() -> failure("its answer is not a list of embeddings"));
        }
        last = "it answers with status " + response.statusCode();
        if (!mayPass(response.statusCode())) {
          throw failure(last);
        }
        pauseAsAsked(response);
      } catch (IOException e) {
        last = "it can not be reached (%s)".formatted(e.getClass().getSimpleName());
      }
    }
    throw failure(last + ", %d times".formatted(ATTEMPTS));
  }

  private HttpRequest post(String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint.address())
            .timeout(waits.answer())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
    endpoint.key().ifPresent(key -> request.header("Authorization", "Bearer " + key));
    return request.build();
  }

  private static boolean mayPass(int status) {
    return status == 408 || status == 429 || status >= 500;
  }

  private void pauseAsAsked(HttpResponse<String> response) throws InterruptedException {
    OptionalLong seconds =
        response
            .headers()
            .firstValue("Retry-After")
            .filter(text -> text.matches("\\d{1,9}"))
            .map(text -> OptionalLong.of(Long.parseLong(text)))
            .orElse(OptionalLong.empty());
    if (seconds.isPresent()) {
      pause(Duration.ofSeconds(seconds.getAsLong()));
    }
  }

  private void pause(Duration wanted) throws InterruptedException {
    Duration pause = wanted.compareTo(waits.longestPause()) > 0 ? waits.longestPause() : wanted;
    var never = new Semaphore(0);
    if (never.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS)) {
      throw new IllegalStateException("nobody gives a permit");
    }
  }

  private EmbedderException failure(String what) {
    return new EmbedderException(
        "the embedding service %s does not help: %s; search goes by words alone; see"
                .formatted(endpoint, what)
            + " `embedding.endpoint`, `embedding.model` and `embedding.apiKeyEnv`");
  }
}
