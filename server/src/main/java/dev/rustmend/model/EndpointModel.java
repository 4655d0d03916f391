package dev.rustmend.model;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// A model behind a [ChatEndpoint]. What may pass (too many requests, a failure of the service, a
/// lost connection) is tried again after a growing pause, unless a part of the answer has come.
public final class EndpointModel implements LanguageModel {
  private static final int ATTEMPTS = 4;
  private static final int LONGEST_FAILURE = 1 << 14;
  private static final int SHOWN = 200;

  private final ChatEndpoint endpoint;
  private final HttpClient client;
  private final Waits waits;

  /// How long is waited: for a connection, before the second attempt (doubled for each further
  /// one), and at most before any.
  record Waits(Duration connection, Duration firstPause, Duration longestPause) {
    static final Waits USUAL =
        new Waits(Duration.ofSeconds(10), Duration.ofMillis(500), Duration.ofSeconds(20));
  }

  EndpointModel(ChatEndpoint endpoint, Waits waits) {
    this.endpoint = endpoint;
    this.waits = waits;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(waits.connection())
            .followRedirects(HttpClient.Redirect.NEVER)
            .executor(
                Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("model-http-", 0).factory()))
            .build();
  }

  /// A model that is ready to be asked; nothing is sent yet.
  public static EndpointModel of(ChatEndpoint endpoint) {
    return new EndpointModel(endpoint, Waits.USUAL);
  }

  @Override
  public String name() {
    return endpoint.toString();
  }

  @Override
  public boolean honorsGrammars() {
    return false;
  }

  @Override
  public Completion complete(CompletionRequest request, Consumer<String> onText)
      throws InterruptedException {
    var text = new Transcript(onText);
    long began = System.nanoTime();
    var task = new FutureTask<>(() -> answer(request, text, began));
    Thread thread = Thread.ofVirtual().name("model-answer").start(task);
    try {
      return task.get(request.limit().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return cutOff(text, began);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ModelException known) {
        throw known;
      }
      throw failure(String.valueOf(e.getCause()));
    } finally {
      thread.interrupt();
    }
  }

  /// Ends what is under way.
  @Override
  public OptionalInt contextLength() {
    return OptionalInt.empty();
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  private Completion cutOff(Transcript text, long began) {
    if (text.toString().isEmpty()) {
      throw failure("it does not answer in time");
    }
    Duration total = Duration.ofNanos(System.nanoTime() - began);
    return new Completion(
        text.toString(), Completion.Ending.CUT_OFF, new Cost(0, 0, 0, text.first(began), total));
  }

  private Completion answer(CompletionRequest request, Transcript text, long began)
      throws InterruptedException {
    HttpRequest http = post(request);
    String last = "";
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (attempt > 0) {
        pause(waits.firstPause().multipliedBy(1L << (attempt - 1)));
      }
      try {
        HttpResponse<InputStream> response =
            client.send(http, HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() == 200) {
          return read(response.body(), text, began);
        }
        last = refusal(response);
        if (!mayPass(response.statusCode())) {
          throw failure(last);
        }
        pauseAsAsked(response);
      } catch (ChatFailure e) {
        throw failure(e.what());
      } catch (IOException e) {
        if (Thread.currentThread().isInterrupted()) {
          throw new InterruptedException();
        }
        last = "the connection fails (%s)".formatted(e.getClass().getSimpleName());
        if (!text.toString().isEmpty()) {
          throw failure("it broke off in the middle of its answer");
        }
      }
    }
    throw failure(last + ", %d times".formatted(ATTEMPTS));
  }

  private static Completion read(InputStream body, Transcript text, long began)
      throws IOException, ChatFailure {
    var stream = new ChatStream(text::add);
    stream.read(body);
    boolean cut = stream.finish().filter("length"::equals).isPresent();
    ChatMessages.Usage usage = stream.usage();
    return new Completion(
        text.toString(),
        cut ? Completion.Ending.CUT_OFF : Completion.Ending.DONE,
        new Cost(
            usage.prompt(),
            usage.cached(),
            usage.generated(),
            text.first(began),
            Duration.ofNanos(System.nanoTime() - began)));
  }

  private HttpRequest post(CompletionRequest request) {
    HttpRequest.Builder http =
        HttpRequest.newBuilder(endpoint.address())
            .timeout(request.limit())
            .header("Content-Type", "application/json")
            .header("Accept", "text/event-stream")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    ChatMessages.request(endpoint, request), StandardCharsets.UTF_8));
    endpoint.key().ifPresent(key -> http.header("Authorization", key.authorization()));
    return http.build();
  }

  private static String refusal(HttpResponse<InputStream> response) throws IOException {
    try (InputStream body = response.body()) {
      String told = new String(body.readNBytes(LONGEST_FAILURE), StandardCharsets.UTF_8);
      return "it answers with status %d%s"
          .formatted(
              response.statusCode(),
              ChatMessages.failure(told).map(why -> " (" + shortened(why) + ")").orElse(""));
    }
  }

  private static String shortened(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
  }

  private static boolean mayPass(int status) {
    return status == 408 || status == 429 || status >= 500;
  }

  private void pauseAsAsked(HttpResponse<?> response) throws InterruptedException {
    Optional<Long> seconds =
        response
            .headers()
            .firstValue("Retry-After")
            .filter(text -> text.matches("\\d{1,9}"))
            .map(Long::parseLong);
    if (seconds.isPresent()) {
      pause(Duration.ofSeconds(seconds.get()));
    }
  }

  private void pause(Duration wanted) throws InterruptedException {
    Duration pause = wanted.compareTo(waits.longestPause()) > 0 ? waits.longestPause() : wanted;
    var never = new Semaphore(0);
    if (never.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS)) {
      throw new IllegalStateException("nobody gives a permit");
    }
  }

  private ModelException failure(String what) {
    return new ModelException(
        ApiKey.hide(
            endpoint.key(),
            "%s fails: %s; see `model.endpoint`, `model.name` and `model.apiKeyEnv`"
                .formatted(endpoint, shortened(what))));
  }
}
