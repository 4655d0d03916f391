package dev.rustmend.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// How long a model takes through our worker process, beside the same native library without it:
/// `mvn test -Preal-model -Dtest=ModelFiguresTest`. The figures go to `target/model-figures.txt`;
/// the two sides take turns, so that a busy machine slows both.
@Tag("real-model")
class ModelFiguresTest {
  private static final int ROUNDS = Integer.getInteger("figures.rounds", 15);
  private static final int CONTEXT = 4096;
  private static final int THREADS = 2;

  /// What llama.cpp takes when nobody says anything.
  private static final int USUAL_BATCH = 512;

  @TempDir private Path folder;

  @Test
  @Timeout(900)
  void howLongTheFirstTokenTakesBesideTheBareLibrary() throws Exception {
    Path file = RealModel.file();
    try (ModelWorker worker = started(file)) {
      var lines = new ArrayList<String>();
      firstToken(worker, file, WorkerSetup.BATCH, lines);
      firstToken(worker, file, USUAL_BATCH, lines);
      keep(worker, lines);
    }
  }

  @Test
  @Timeout(900)
  void howMuchASecondSampleOfAPromptSaves() throws Exception {
    try (ModelWorker worker = started(RealModel.file())) {
      var lines = new ArrayList<String>();
      secondSample(worker, lines);
      keep(worker, lines);
    }
  }

  @Test
  @Timeout(900)
  void howLongCancellingTakes() throws Exception {
    try (ModelWorker worker = started(RealModel.file())) {
      keep(
          worker,
          List.of(
              line("cancelled while it writes, to the end of the call", cancel(worker, 100)),
              line("cancelled while it reads, to the end of the call", cancel(worker, 0))));
    }
  }

  private ModelWorker started(Path file) throws InterruptedException {
    ModelWorker worker = ModelWorker.of(setup(file));
    Workers.assumeItRuns(worker);
    return worker;
  }

  private static synchronized void keep(ModelWorker worker, List<String> lines) throws IOException {
    Path target = Path.of("target");
    if (Files.isDirectory(target)) {
      Files.writeString(
          target.resolve("model-figures.txt"),
          "%s, %d rounds, %d threads\n%s\n"
              .formatted(worker.name(), ROUNDS, THREADS, String.join("\n", lines)),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
  }

  private WorkerSetup setup(Path file) {
    WorkerSetup usual = Workers.setup(folder, file, Workers.command(folder));
    return new WorkerSetup(
        usual.command(),
        usual.folder(),
        usual.model(),
        CONTEXT,
        THREADS,
        usual.gpuLayers(),
        usual.flashAttention(),
        usual.cacheType(),
        usual.memoryLimit(),
        usual.idle());
  }

  private void firstToken(ModelWorker worker, Path file, int batch, List<String> lines)
      throws IOException, InterruptedException {
    var ours = new ArrayList<Long>();
    var bare = new ArrayList<Long>();
    Process process = bare(file, batch);
    try (BufferedReader answers = process.inputReader(StandardCharsets.UTF_8)) {
      for (int round = -2; round < ROUNDS; round++) {
        String text = text("round %d of batch %d".formatted(round, batch));
        long bareNanos = ask(process, answers, text);
        long began = System.nanoTime();
        var first = new AtomicReference<@Nullable Long>();
        Completion answer =
            worker.complete(
                request(text, 3, 1), _ -> first.compareAndSet(null, System.nanoTime() - began));
        assertThat(answer.cost().promptTokens()).isGreaterThan(300);
        Long nanos = first.get();
        if (round >= 0 && nanos != null) {
          ours.add(nanos);
          bare.add(bareNanos);
        }
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertThat(ours).hasSizeGreaterThan(ROUNDS / 2);
    lines.add(line("first text, worker, batch %d".formatted(WorkerSetup.BATCH), ours));
    lines.add(line("first token, bare library, batch %d".formatted(batch), bare));
    lines.add(
        String.format(
            Locale.ROOT, "ratio of the medians: %.2f", median(ours) / (double) median(bare)));
  }

  /// Two samples for one prompt, each pair for a prompt of its own.
  private static void secondSample(ModelWorker worker, List<String> lines)
      throws InterruptedException {
    var first = new ArrayList<Long>();
    var second = new ArrayList<Long>();
    for (int round = 0; round < ROUNDS; round++) {
      String text = text("sample " + round);
      Cost one = worker.complete(request(text, 3, 1), _ -> {}).cost();
      Cost other = worker.complete(request(text, 3, 2), _ -> {}).cost();
      assertThat(other.promptTokens() - other.reusedTokens()).isLessThan(5);
      first.add(one.toFirstText().toNanos());
      second.add(other.toFirstText().toNanos());
    }
    lines.add(line("first sample of a prompt, to its first text", first));
    lines.add(line("second sample of it", second));
    lines.add(
        String.format(
            Locale.ROOT, "ratio of the medians: %.1f", median(first) / (double) median(second)));
  }

  /// Interrupts a call after its first text, or for `tokens` 0 while the prompt is read, and says
  /// how long the call took to end. The next call must be answered.
  private static List<Long> cancel(ModelWorker worker, int tokens) throws InterruptedException {
    var nanos = new ArrayList<Long>();
    for (int round = 0; round < ROUNDS; round++) {
      var begun = new CountDownLatch(1);
      String text = text("cancel %d %d".formatted(tokens, round));
      Thread asking =
          Thread.ofVirtual().name("asking").start(() -> ask(worker, text, tokens, begun));
      begun.await();
      long began = System.nanoTime();
      asking.interrupt();
      asking.join();
      nanos.add(System.nanoTime() - began);
      assertThat(worker.complete(request("next", 2, 1), _ -> {}).cost().promptTokens())
          .isPositive();
    }
    return nanos;
  }

  private static void ask(ModelWorker worker, String text, int tokens, CountDownLatch begun) {
    try {
      if (tokens == 0) {
        begun.countDown();
      }
      var _ = worker.complete(request(text, 500, 1), _ -> begun.countDown());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      begun.countDown();
    }
  }

  private Process bare(Path file, int batch) throws IOException {
    Path library;
    try (Stream<Path> found = Files.walk(folder)) {
      library =
          found
              .filter(path -> path.getFileName().toString().equals(System.mapLibraryName("jllama")))
              .findFirst()
              .orElseThrow()
              .getParent();
    }
    var command =
        new ArrayList<>(
            Workers.command(
                "dev.rustmend.model.BareLlama",
                file.toString(),
                "" + CONTEXT,
                "" + batch,
                "" + THREADS));
    command.add(1, "-Dde.kherud.llama.lib.path=" + library);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  /// What the native library prints itself is passed over.
  private static long ask(Process process, BufferedReader answers, String text) {
    try {
      process
          .getOutputStream()
          .write(
              (Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "\n")
                  .getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
      for (String line = answers.readLine(); line != null; line = answers.readLine()) {
        if (line.startsWith("nanos ")) {
          return Long.parseLong(line.substring("nanos ".length()));
        }
      }
      throw new AssertionError("the bare library has ended with " + process.waitFor());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// With so much time that a machine that stands still for a while costs one figure only.
  private static CompletionRequest request(String text, int tokens, int seed) {
    CompletionRequest usual = Workers.request(text, tokens, seed);
    return CompletionRequest.of(
        usual.messages(), usual.sampling(), usual.maxTokens(), Duration.ofMinutes(10));
  }

  /// Some 400 tokens that have nothing in common with the text of another name.
  private static String text(String name) {
    return "%s: why does rustc reject this?\n".formatted(name)
        + "fn main() { let name = String::from(\"%s\"); let other = name; }\n"
            .formatted(name)
            .repeat(12);
  }

  private static String line(String what, List<Long> nanos) {
    List<Long> sorted = nanos.stream().sorted().toList();
    return String.format(
        Locale.ROOT,
        "%-56s median %7.1f ms, p95 %7.1f ms, longest %7.1f ms",
        what,
        median(sorted) / 1e6,
        sorted.get((int) Math.ceil(0.95 * sorted.size()) - 1) / 1e6,
        sorted.getLast() / 1e6);
  }

  private static long median(List<Long> nanos) {
    return nanos.stream().sorted().toList().get(nanos.size() / 2);
  }
}
