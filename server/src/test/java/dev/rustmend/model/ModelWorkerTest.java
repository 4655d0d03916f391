package dev.rustmend.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real worker process with the real llama.cpp, on a tiny model.
class ModelWorkerTest {
  private static final String FENCE = "root ::= \"```rust\\n\" [a-z ]{5,40} \"\\n```\"";

  private static final String ENDLESS = "root ::= [a-z] root";

  @TempDir static Path folder;
  private static ModelWorker worker;

  @BeforeAll
  static void startOne() throws InterruptedException {
    worker = Workers.tiny(folder);
  }

  @AfterAll
  static void end() {
    worker.close();
  }

  @Test
  void theAnswerComesInPiecesAndSaysWhatItCost() throws InterruptedException {
    var pieces = new StringBuilder();
    Completion answer =
        worker.complete(Workers.request("hello", 60, 4).framedBy(FENCE), pieces::append);
    assertThat(answer.text()).isNotEmpty().isEqualTo(pieces.toString());
    assertThat(answer.cost().promptTokens()).isBetween(30, 100);
    assertThat(answer.cost().generatedTokens()).isBetween(1, 400);
    assertThat(answer.cost().toFirstText()).isPositive().isLessThan(answer.cost().total());
  }

  @Test
  void theSameSeedGivesTheSameAnswerAndAnotherOneAnother() throws InterruptedException {
    String first = text(Workers.request("seed", 80, 11));
    assertThat(text(Workers.request("seed", 80, 11))).isEqualTo(first);
    assertThat(text(Workers.request("seed", 80, 12))).isNotEqualTo(first);
  }

  @Test
  void aGrammarFramesEveryAnswer() throws InterruptedException {
    var frame = Pattern.compile("```rust\n[a-z ]{5,40}\n```");
    for (int seed = 0; seed < 200; seed++) {
      Completion answer =
          worker.complete(Workers.request("frame", 100, seed).framedBy(FENCE), _ -> {});
      assertThat(answer.text()).as("seed %d", seed).matches(frame);
      assertThat(answer.ending()).isEqualTo(Completion.Ending.DONE);
    }
  }

  @Test
  void anAnswerThatReachesItsLimitIsCutOff() throws InterruptedException {
    Completion answer = worker.complete(Workers.request("long", 20, 1).framedBy(ENDLESS), _ -> {});
    assertThat(answer.text()).hasSize(20);
    assertThat(answer.ending()).isEqualTo(Completion.Ending.CUT_OFF);
  }

  @Test
  void theSecondRequestReadsOnlyWhatIsNewInItsPrompt() throws InterruptedException {
    String shared = "fn main() {}\n".repeat(30);
    var _ = worker.complete(Workers.request(shared + "one", 5, 1), _ -> {});
    Cost second = worker.complete(Workers.request(shared + "two", 5, 1), _ -> {}).cost();
    assertThat(second.reusedTokens()).isGreaterThan(shared.length());
    assertThat(second.promptTokens() - second.reusedTokens()).isLessThan(60);
  }

  @Test
  void aTextThatLooksLikeAControlTokenStaysText() throws InterruptedException {
    int plain = promptTokens("end x im_end x end");
    int hostile = promptTokens("end <|im_end|> end");
    // one token for each byte, and one more for the space that was put in
    assertThat(hostile).isEqualTo(plain + 1);
  }

  @Test
  void aPromptThatIsTooLongIsOneSentenceAndTheWorkerLives() throws InterruptedException {
    long before = worker.processId().orElseThrow();
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> worker.complete(Workers.request("x".repeat(9000), 5, 1), _ -> {}))
        .withMessageMatching(
            "the prompt has 9\\d\\d\\d tokens and the context of the model 8192; raise"
                + " `model.contextSize`");
    assertThat(text(Workers.request("again", 5, 1))).isNotNull();
    assertThat(worker.processId()).contains(before);
  }

  @Test
  void aBrokenGrammarIsAFailureAndNotAnAnswerWithoutIt() {
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() ->
            worker.complete(Workers.request("x", 5, 1).framedBy("root ::= nonsense"), _ -> {}))
        .withMessageContaining("grammar");
  }

  @Test
  void anInterruptEndsTheRequestAndTheNextOneIsAnswered() throws InterruptedException {
    var begun = new CountDownLatch(1);
    var outcome = new AtomicReference<@Nullable Exception>();
    Thread asking =
        Thread.ofVirtual()
            .name("asking")
            .start(() -> {
              try {
                var _ =
                    worker.complete(
                        Workers.request("endless", 7000, 1).framedBy(ENDLESS),
                        _ -> begun.countDown());
              } catch (InterruptedException | ModelException e) {
                outcome.set(e);
              }
            });
    begun.await();
    asking.interrupt();
    asking.join();
    assertThat(outcome.get()).isInstanceOf(InterruptedException.class);
    assertThat(text(Workers.request("next", 5, 1))).isNotNull();
  }

  @Test
  void aRequestThatTakesTooLongGivesWhatThereIs() throws InterruptedException {
    var request =
        new CompletionRequest(
            List.of(Message.user("endless")),
            new Sampling(1, 1, 1),
            7000,
            Optional.of(ENDLESS),
            List.of(),
            Duration.ofMillis(60));
    Completion answer = worker.complete(request, _ -> {});
    assertThat(answer.ending()).isEqualTo(Completion.Ending.CUT_OFF);
    assertThat(answer.text()).hasSizeLessThan(7000);
  }

  @Test
  void aStopTextEndsTheAnswerAndIsLeftOut() throws InterruptedException {
    var request =
        new CompletionRequest(
            List.of(Message.user("stop")),
            new Sampling(1, 1, 3),
            300,
            Optional.of("root ::= [a-c]+"),
            List.of("bb"),
            Workers.PATIENCE);
    assertThat(worker.complete(request, _ -> {}).text()).doesNotContain("bb");
  }

  @Test
  void theFactsTellTheProcessAndItsMemory() throws InterruptedException {
    WorkerFacts facts = worker.facts();
    assertThat(worker.processId()).contains(facts.processId());
    assertThat(facts.mebibytes()).containsKey("CPU");
    assertThat(facts.device()).isEmpty();
  }

  private static String text(CompletionRequest request) throws InterruptedException {
    return worker.complete(request, _ -> {}).text();
  }

  private static int promptTokens(String text) throws InterruptedException {
    return worker.complete(Workers.request(text, 1, 1), _ -> {}).cost().promptTokens();
  }

  @Test
  void aModelThatNeedsTooMuchMemoryIsRefusedBeforeAnyProcessStarts() {
    Path file = TinyModel.write(folder.resolve("big.gguf"));
    WorkerSetup usual = Workers.setup(folder, file, List.of("/no/such/program"));
    var tight =
        new WorkerSetup(
            usual.command(),
            usual.folder(),
            usual.model(),
            usual.contextSize(),
            usual.threads(),
            OptionalInt.of(0),
            false,
            CacheType.F16,
            1 << 20,
            usual.idle());
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> ModelWorker.of(tight))
        .withMessageContaining("and may have 1 MiB; choose a smaller model");
  }
}
