package dev.rustmend.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// How worker processes begin and end.
class WorkerLifeTest {
  private static final String ENDLESS = "root ::= [a-z] root";

  @TempDir Path folder;

  @Test
  void noProcessRunsBeforeSomebodyAsks() {
    Path model = TinyModel.write(folder.resolve("tiny.gguf"));
    try (var worker = ModelWorker.of(Workers.setup(folder, model, Workers.command(folder)))) {
      assertThat(worker.processId()).isEmpty();
      assertThat(worker.name()).isEqualTo("Tiny F32");
    }
  }

  @Test
  void itsThreadsDoNotSpinWhileOthersCompute() throws IOException, InterruptedException {
    try (ModelWorker worker = Workers.tiny(folder)) {
      Path environment = Path.of("/proc", worker.processId().orElseThrow() + "", "environ");
      Assumptions.assumeTrue(Files.isReadable(environment), "there is no /proc here");
      Assumptions.assumeTrue(System.getenv("GOMP_SPINCOUNT") == null, "it is set from outside");
      Assumptions.assumeTrue(System.getenv("OMP_WAIT_POLICY") == null, "it is set from outside");
      assertThat(Files.readString(environment)).contains("GOMP_SPINCOUNT=1000\0");
    }
  }

  @Test
  void closingEndsTheProcess() throws InterruptedException {
    ModelWorker worker = Workers.tiny(folder);
    ProcessHandle process = handle(worker);
    worker.close();
    process.onExit().join();
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> worker.complete(Workers.request("late", 5, 1), _ -> {}))
        .withMessageContaining("about to end");
  }

  @Test
  void aWorkerThatIsKilledCostsOneRequestAndNoMore() throws InterruptedException {
    killInMidGeneration(3);
  }

  @Test
  @Tag("stress")
  void aWorkerThatIsKilledFiftyTimesLeavesNoProcessBehind() throws InterruptedException {
    killInMidGeneration(50);
  }

  private void killInMidGeneration(int times) throws InterruptedException {
    try (ModelWorker worker = Workers.tiny(folder)) {
      for (int i = 0; i < times; i++) {
        ProcessHandle process = handle(worker);
        assertThatExceptionOfType(ModelException.class)
            .isThrownBy(() ->
                worker.complete(
                    Workers.request("endless", 7000, 1).framedBy(ENDLESS),
                    _ -> process.destroyForcibly()))
            .withMessageContaining("the process of the model Tiny has ended");
        assertThat(worker.complete(Workers.request("next", 5, i), _ -> {}).cost().promptTokens())
            .isPositive();
        assertThat(process.isAlive()).isFalse();
        assertThat(worker.processId()).isPresent().isNotEqualTo(process.pid());
      }
    }
    assertThat(ProcessHandle.current().children().filter(Workers::isJava)).isEmpty();
  }

  @Test
  void anIdleWorkerEndsAndTheNextRequestStartsAnother() throws InterruptedException {
    Path model = TinyModel.write(folder.resolve("tiny.gguf"));
    WorkerSetup usual = Workers.setup(folder, model, Workers.command(folder));
    WorkerSetup restless = limited(usual, usual.memoryLimit(), Duration.ofMillis(200));
    try (var worker = ModelWorker.of(restless)) {
      Workers.assumeItRuns(worker);
      worker.processId().flatMap(ProcessHandle::of).ifPresent(it -> it.onExit().join());
      var _ = worker.complete(Workers.request("again", 5, 1), _ -> {});
    }
  }

  @Test
  void aProcessThatGrowsBeyondItsLimitIsEndedAfterItsAnswer() throws InterruptedException {
    Path model = TinyModel.write(folder.resolve("tiny.gguf"));
    WorkerSetup usual = Workers.setup(folder, model, Workers.command(folder));
    long little = 110L << 20;
    try (var worker = ModelWorker.of(limited(usual, little, usual.idle()))) {
      Workers.assumeItRuns(worker);
      Assumptions.assumeTrue(
          worker.facts().residentBytes() > little, "this system does not tell, or needs less");
      Completion answer = worker.complete(Workers.request("grow", 5, 1), _ -> {});
      assertThat(answer.cost().promptTokens()).isPositive();
      assertThat(worker.processId()).isEmpty();
    }
  }

  private static WorkerSetup limited(WorkerSetup usual, long memory, Duration idle) {
    return new WorkerSetup(
        usual.command(),
        usual.folder(),
        usual.model(),
        usual.contextSize(),
        usual.threads(),
        usual.gpuLayers(),
        usual.flashAttention(),
        usual.cacheType(),
        memory,
        idle);
  }

  @Test
  void aRequestThatIsCancelledWhileItsPromptIsReadEndsTooAndTheNextOneIsAnswered()
      throws InterruptedException {
    try (ModelWorker worker = Workers.tiny(folder)) {
      var asked = new CountDownLatch(1);
      var outcome = new AtomicReference<@Nullable Exception>();
      Thread asking =
          Thread.ofVirtual()
              .name("asking")
              .start(() -> ask(worker, "let x = 1;\n".repeat(700), asked, outcome::set));
      asked.await();
      asking.interrupt();
      asking.join();
      assertThat(outcome.get()).isInstanceOf(InterruptedException.class);
      assertThat(worker.complete(Workers.request("next", 5, 1), _ -> {}).cost().promptTokens())
          .isPositive();
    }
  }

  private static void ask(
      ModelWorker worker, String text, CountDownLatch asked, Consumer<Exception> outcome) {
    try {
      asked.countDown();
      var _ = worker.complete(Workers.request(text, 5, 1), _ -> {});
    } catch (InterruptedException | ModelException e) {
      outcome.accept(e);
    }
  }

  @Test
  void aWorkerEndsWhenItsOwnerIsKilled() throws IOException, InterruptedException {
    Workers.tiny(folder).close();
    Process owner =
        new ProcessBuilder(Workers.command("dev.rustmend.model.WorkerOwner", folder.toString()))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader out = owner.inputReader(StandardCharsets.UTF_8)) {
      ProcessHandle worker = ProcessHandle.of(Long.parseLong(out.readLine())).orElseThrow();
      owner.destroyForcibly().waitFor();
      worker.onExit().join();
    }
    assertThat(owner.isAlive()).isFalse();
  }

  @Test
  void aGpuWithTooLittleMemoryGetsFewerLayers() throws InterruptedException {
    Path model = TinyModel.write(folder.resolve("tiny.gguf"));
    WorkerSetup setup =
        Workers.setup(folder, model, Workers.command("dev.rustmend.model.FailingGpuWorker"));
    assertThat(setup.gpuLayers()).isEqualTo(OptionalInt.empty());
    try (var worker = ModelWorker.of(setup)) {
      WorkerFacts facts = worker.facts();
      assertThat(facts.offloaded()).contains("2 of 3");
      assertThat(facts.device()).contains("Small GPU");
      assertThat(facts.mebibytes()).containsEntry("CUDA0", 320L);
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "descriptors have no names there")
  void whatNativeCodePrintsDoesNotReachTheProtocol() throws InterruptedException {
    Path model = TinyModel.write(folder.resolve("tiny.gguf"));
    List<String> noisy = Workers.command("dev.rustmend.llama.NoisyWorker", folder.toString());
    try (var worker = ModelWorker.of(Workers.setup(folder, model, noisy))) {
      Workers.assumeItRuns(worker);
      var answer = worker.complete(Workers.request("loud", 20, 1).framedBy(ENDLESS), _ -> {});
      assertThat(answer.text()).hasSize(20);
      assertThat(worker.log()).anyMatch(line -> line.contains("{noise}"));
    }
  }

  @Test
  void aWorkerThatDoesNotComeUpSaysItsLastWords() {
    Path model = TinyModel.write(folder.resolve("tiny.gguf"));
    List<String> wrong = Workers.command("dev.rustmend.NoSuchProgram");
    try (var worker = ModelWorker.of(Workers.setup(folder, model, wrong))) {
      assertThatExceptionOfType(ModelException.class)
          .isThrownBy(worker::facts)
          .withMessageContaining("exit status 1, its last words: ")
          .withMessageContaining("NoSuchProgram");
    }
  }

  @Test
  void aProgramThatIsNoWorkerIsOneSentence() {
    Path model = TinyModel.write(folder.resolve("tiny.gguf"));
    try (var worker =
        ModelWorker.of(Workers.setup(folder, model, List.of(folder.resolve("none").toString())))) {
      assertThatExceptionOfType(ModelException.class)
          .isThrownBy(worker::facts)
          .withMessageContaining("can not be started")
          .withMessageEndingWith("see `rustmend doctor`");
    }
  }

  @Test
  void pausesGrowWithFailuresInARow() {
    BackOff pauses = BackOff.of(Duration.ofMillis(500), Duration.ofSeconds(3)).failed();
    assertThat(pauses.pause()).isZero();
    assertThat(pauses.failed().pause()).isEqualTo(Duration.ofMillis(500));
    assertThat(pauses.failed().failed().pause()).isEqualTo(Duration.ofSeconds(1));
    assertThat(pauses.failed().failed().failed().failed().pause()).isEqualTo(Duration.ofSeconds(3));
    assertThat(pauses.failed().failed().succeeded().pause()).isZero();
  }

  private static ProcessHandle handle(ModelWorker worker) {
    return worker.processId().flatMap(ProcessHandle::of).orElseThrow();
  }
}
