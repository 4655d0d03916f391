package dev.rustmend.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndpointModelTest {
  private static final EndpointModel.Waits SHORT =
      new EndpointModel.Waits(Duration.ofSeconds(5), Duration.ofMillis(1), Duration.ofMillis(5));
  private static final String SECRET = "sk-very-secret";

  @TempDir Path folder;
  private ChatServer server;

  @BeforeEach
  void start() throws IOException {
    server = ChatServer.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aStreamedAnswerComesInPiecesWithItsCost() throws InterruptedException {
    var pieces = new ArrayList<String>();
    try (EndpointModel model = model(Optional.empty())) {
      Completion answer = model.complete(request(Duration.ofSeconds(30)), pieces::add);
      assertThat(pieces).containsExactly("Hello, ", "wörld");
      assertThat(answer.text()).isEqualTo("Hello, wörld");
      assertThat(answer.ending()).isEqualTo(Completion.Ending.DONE);
      assertThat(answer.cost().promptTokens()).isEqualTo(12);
      assertThat(answer.cost().reusedTokens()).isEqualTo(8);
      assertThat(answer.cost().generatedTokens()).isEqualTo(3);
    }
    assertThat(server.requests().getFirst())
        .hasToString(
            "{\"model\":\"coder\",\"messages\":[{\"role\":\"system\",\"content\":\"Be short.\"},"
                + "{\"role\":\"user\",\"content\":\"Hi\"}],\"stream\":true,"
                + "\"stream_options\":{\"include_usage\":true},\"max_tokens\":50,"
                + "\"temperature\":0.5,\"top_p\":0.9,\"seed\":7}");
    assertThat(server.authorizations()).containsExactly("null");
  }

  @Test
  void aServiceThatDoesNotStreamIsUnderstood() throws InterruptedException {
    server.thenAnswer(
        200, "{\"choices\":[{\"message\":{\"content\":\"all\"},\"finish_reason\":\"length\"}]}");
    Completion answer = ask(Optional.empty());
    assertThat(answer.text()).isEqualTo("all");
    assertThat(answer.ending()).isEqualTo(Completion.Ending.CUT_OFF);
  }

  @Test
  void tooManyRequestsAndFailuresOfTheServiceAreTriedAgain() throws InterruptedException {
    server.thenAnswer(429, "").thenAnswer(500, "oops").thenAnswer(503, "{\"error\":\"busy\"}");
    assertThat(ask(Optional.empty()).text()).isEqualTo("Hello, wörld");
    assertThat(server.requests()).hasSize(4);
  }

  @Test
  void aServiceThatGoesOnFailingIsOneSentence() {
    server
        .thenAnswer(500, "{\"error\":{\"message\":\"out of\\nmemory\"}}")
        .thenAnswer(500, "")
        .thenAnswer(500, "")
        .thenAnswer(500, "{\"error\":{\"message\":\"out of\\nmemory\"}}");
    assertThat(failure(Optional.empty()))
        .isEqualTo(
            "coder at %s fails: it answers with status 500 (out of memory), 4 times; see"
                    .formatted(server.address())
                + " `model.endpoint`, `model.name` and `model.apiKeyEnv`");
  }

  @Test
  void aRefusalIsNotTriedAgainAndARedirectIsOne() {
    server.thenAnswer(404, "{\"error\":{\"message\":\"no model coder\"}}");
    assertThat(failure(Optional.empty())).contains("status 404 (no model coder)");
    server.thenAnswer(307, "");
    assertThat(failure(Optional.empty())).contains("status 307");
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void aStreamThatBreaksOffInTheMiddleIsAFailureAndNotAnAnswer() {
    server.thenBreakOffAfter(ChatServer.chunk("half an ans"));
    assertThat(failure(Optional.empty())).contains("it broke off in the middle of its answer");
    server.thenStream(List.of(bytes(ChatServer.chunk("half an ans"))));
    assertThat(failure(Optional.empty())).contains("it broke off in the middle of its answer");
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void aStreamThatBreaksOffBeforeTheFirstPieceIsTriedAgain() throws InterruptedException {
    server.thenBreakOffAfter("data: ").thenStream(List.of());
    assertThat(ask(Optional.empty()).text()).isEqualTo("Hello, wörld");
  }

  @Test
  void whatIsNotJsonIsSaidToBeSo() {
    server.thenAnswer(200, "<html>Welcome</html>");
    assertThat(failure(Optional.empty())).contains("its answer is not in OpenAI's protocol");
    server.thenStream(List.of(bytes("data: nonsense\n\n")));
    assertThat(failure(Optional.empty())).contains("its answer is not in OpenAI's protocol");
    server.thenStream(List.of(bytes("data: {\"object\":\"list\"}\n\n")));
    assertThat(failure(Optional.empty())).contains("its answer is not in OpenAI's protocol");
  }

  @Test
  void aFailureInsideOfAStreamIsShown() {
    server.thenStream(List.of(bytes("data: {\"error\":{\"message\":\"context too long\"}}\n\n")));
    assertThat(failure(Optional.empty())).contains("fails: context too long;");
  }

  @Test
  void aCharacterThatIsCutInTwoArrivesWhole() throws InterruptedException {
    byte[] whole = bytes(ChatServer.chunk("Grüße 🦀"));
    for (int cut = whole.length - 60; cut < whole.length; cut++) {
      server.thenStream(
          List.of(
              Arrays.copyOf(whole, cut),
              Arrays.copyOfRange(whole, cut, whole.length),
              bytes(ChatServer.DONE)));
      assertThat(ask(Optional.empty()).text()).isEqualTo("Grüße 🦀");
    }
  }

  @Test
  void halfACharacterAtTheEndOfABrokenStreamIsAFailure() {
    byte[] whole = bytes("data: {\"choices\":[{\"delta\":{\"content\":\"ü");
    server.thenStream(
        List.of(bytes(ChatServer.chunk("x")), Arrays.copyOf(whole, whole.length - 1)));
    assertThat(failure(Optional.empty())).contains("fails:");
  }

  @Test
  void anAnswerThatTakesTooLongIsCutOffWhereItIs() throws InterruptedException {
    server.thenFallSilentAfter(ChatServer.chunk("so far"));
    try (EndpointModel model = model(Optional.empty())) {
      Completion answer = model.complete(request(Duration.ofMillis(700)), _ -> {});
      assertThat(answer.text()).isEqualTo("so far");
      assertThat(answer.ending()).isEqualTo(Completion.Ending.CUT_OFF);
    }
  }

  @Test
  void anInterruptEndsTheRequest() throws InterruptedException {
    server.thenFallSilentAfter(ChatServer.chunk("so far"));
    var begun = new CountDownLatch(1);
    var outcome = new AtomicReference<@Nullable Exception>();
    try (EndpointModel model = model(Optional.empty())) {
      Thread asking =
          Thread.ofVirtual()
              .name("asking")
              .start(() -> {
                try {
                  var _ = model.complete(request(Duration.ofMinutes(5)), _ -> begun.countDown());
                } catch (InterruptedException | ModelException e) {
                  outcome.set(e);
                }
              });
      begun.await();
      asking.interrupt();
      asking.join();
    }
    assertThat(outcome.get()).isInstanceOf(InterruptedException.class);
  }

  @Test
  void theKeyGoesIntoTheHeaderAndIntoNoSentence() throws InterruptedException {
    ApiKey key = ApiKey.ofVariable("KEY", Map.of("KEY", SECRET));
    assertThat(ask(Optional.of(key)).text()).isEqualTo("Hello, wörld");
    assertThat(server.authorizations()).containsExactly("Bearer " + SECRET);
    server.thenAnswer(401, "{\"error\":{\"message\":\"bad key %s\"}}".formatted(SECRET));
    assertThat(failure(Optional.of(key))).contains("status 401 (bad key …)");
    assertThat(key).asString().doesNotContain(SECRET);
    assertThat(ChatEndpoint.of(server.address(), "coder", Optional.of(key)))
        .asString()
        .doesNotContain(SECRET);
  }

  @Test
  void aKeyIsReadOnlyFromAFileThatOthersCanNotRead() throws IOException {
    Assumptions.assumeTrue(
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    Path file = Files.writeString(folder.resolve("key"), SECRET + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> ApiKey.ofFile(file))
        .withMessage("others may read the key in %s; run `chmod 600` on it", file);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThat(ApiKey.ofFile(file).authorization()).isEqualTo("Bearer " + SECRET);
  }

  @Test
  void aKeyIsNotSentInTheClearToAnotherMachine() {
    Optional<ApiKey> key = Optional.of(ApiKey.ofVariable("KEY", Map.of("KEY", SECRET)));
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> ChatEndpoint.of("http://gpu.example/v1", "m", key))
        .withMessageContaining("would be sent in the clear");
    assertThat(ChatEndpoint.of("https://gpu.example", "m", key).address())
        .hasToString("https://gpu.example/v1/chat/completions");
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> ChatEndpoint.of("gpu.example", "m", Optional.empty()))
        .withMessageContaining("must be an address such as");
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> ApiKey.ofVariable("NONE", Map.of()))
        .withMessageContaining("NONE that `model.apiKeyEnv` names is empty");
  }

  private EndpointModel model(Optional<ApiKey> key) {
    return new EndpointModel(ChatEndpoint.of(server.address(), "coder", key), SHORT);
  }

  private Completion ask(Optional<ApiKey> key) throws InterruptedException {
    try (EndpointModel model = model(key)) {
      return model.complete(request(Duration.ofSeconds(30)), _ -> {});
    }
  }

  private String failure(Optional<ApiKey> key) {
    try (EndpointModel model = model(key)) {
      var thrown =
          catchThrowableOfType(
              ModelException.class, () -> model.complete(request(Duration.ofSeconds(30)), _ -> {}));
      return thrown.sentence();
    }
  }

  private static CompletionRequest request(Duration limit) {
    return CompletionRequest.of(
        List.of(Message.system("Be short."), Message.user("Hi")),
        new Sampling(0.5, 0.9, 7),
        50,
        limit);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
