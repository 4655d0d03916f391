package dev.rustmend.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.rustmend.model.TinyModel;
import dev.rustmend.model.Workers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressReport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The model's process is killed while it writes, again and again, and the server goes on answering
/// code actions. Fifty times: `mvn test -Pstress -Dtest=KilledWorkerTest`; how long the answers
/// took goes to `target/killed-worker.txt`.
class KilledWorkerTest {
  private static final String READING = "the model reads the sources";

  @TempDir private Path folder;
  private final Set<ProcessHandle> seen = new HashSet<>();

  @Test
  @Timeout(120)
  void codeActionsAreAnsweredWhileTheModelsProcessIsKilled() throws Exception {
    killWhileItWrites(2);
  }

  @Test
  @Tag("stress")
  @Timeout(1200)
  void fiftyKillsLeaveNoProcessAndTheServerAsQuickAsBefore() throws Exception {
    killWhileItWrites(50);
  }

  private void killWhileItWrites(int times) throws Exception {
    Workers.tiny(Files.createDirectories(folder.resolve("probe"))).close();
    Path model = TinyModel.writeEndless(folder.resolve("endless.gguf"));
    int inTheMiddle;
    List<Long> quiet;
    List<Long> writing;
    List<Long> killed;
    try (Stage stage = stage(model)) {
      EditorDocument document = stage.openMain();
      List<String> usual = titles(stage.editor.menu(document, "\"5\"", 2));
      var asking = new Asking(stage, document, usual);
      quiet = asking.during(() -> awaitAnswers(asking, times * 8));
      writing = asking.during(() -> writeWhole(stage, times));
      var middle = new AtomicReference<>(0);
      killed = asking.during(() -> middle.set(writeAndKill(stage, times)));
      inTheMiddle = middle.get();
    }
    // hangs, and so fails, while one of them lives
    seen.forEach(process -> process.onExit().join());
    assertThat(workers()).isEmpty();
    assertThat(inTheMiddle).isPositive();
    report(times, inTheMiddle, quiet, writing, killed);
  }

  private void writeWhole(Stage stage, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      awaitEnd(stage, ask(stage));
      workers().forEach(seen::add);
    }
  }

  /// Each kill is followed by a text that is written to its end. Says how many kills met a worker
  /// that was writing.
  private int writeAndKill(Stage stage, int times) throws Exception {
    int inTheMiddle = 0;
    for (int i = 0; i < times; i++) {
      stage.editor.client.shown.clear();
      String token = ask(stage);
      awaitWords(stage, token);
      List<ProcessHandle> running = workers();
      seen.addAll(running);
      running.forEach(ProcessHandle::destroyForcibly);
      awaitEnd(stage, token);
      boolean met =
          stage.editor.client.shown.stream()
              .anyMatch(message -> message.getMessage().contains("has ended"));
      inTheMiddle += met ? 1 : 0;
      awaitEnd(stage, ask(stage));
    }
    return inTheMiddle;
  }

  private static void awaitAnswers(Asking asking, int count) throws InterruptedException {
    while (asking.nanos.size() < count) {
      asking.pause();
    }
  }

  private static String ask(Stage stage) throws Exception {
    stage.editor.execute(ServerCommand.ASK, new JsonPrimitive("How do I wind up a toy?"));
    while (true) {
      var params = stage.editor.client.begun.take();
      var begin = (WorkDoneProgressBegin) params.getValue().getLeft();
      if (begin.getTitle().startsWith("Writing")) {
        return params.getToken().getLeft();
      }
    }
  }

  /// Waits for the first words of the model, or for the end of a text that has none.
  private static void awaitWords(Stage stage, String token) throws InterruptedException {
    while (stage.editor.client.ended.stream()
        .noneMatch(it -> it.getToken().getLeft().equals(token))) {
      var report = stage.editor.client.reported.poll(20, TimeUnit.MILLISECONDS);
      if (report != null
          && report.getToken().getLeft().equals(token)
          && report.getValue().getLeft() instanceof WorkDoneProgressReport now
          && !READING.equals(now.getMessage())) {
        return;
      }
    }
  }

  private static void awaitEnd(Stage stage, String token) throws InterruptedException {
    String ended = "";
    while (!ended.equals(token)) {
      ended = stage.editor.client.ended.take().getToken().getLeft();
    }
  }

  /// The JVMs that this one has started. Linux tells only the beginning of a command line, and a
  /// class path is longer.
  private static List<ProcessHandle> workers() {
    return ProcessHandle.current().children().filter(Workers::isJava).toList();
  }

  private Stage stage(Path model) throws Exception {
    Stage stage = Stage.silent(folder, "vscode-1.139", Stage.BROKEN);
    InitializeParams params = stage.editor.params();
    var table = new JsonObject();
    table.addProperty("path", model.toString());
    var options = new JsonObject();
    options.add("model", table);
    params.setInitializationOptions(options);
    stage.editor.client.settings = List.of(options);
    stage.editor.initialize(params);
    return stage;
  }

  private static List<String> titles(List<CodeAction> actions) {
    return actions.stream().map(CodeAction::getTitle).toList();
  }

  /// Asks for the actions at one place, fifty times a second, and compares each answer.
  private static final class Asking {
    private final Stage stage;
    private final EditorDocument document;
    private final List<String> usual;
    private final Semaphore never = new Semaphore(0);
    private final List<Long> nanos = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean over;

    Asking(Stage stage, EditorDocument document, List<String> usual) {
      this.stage = stage;
      this.document = document;
      this.usual = usual;
    }

    interface Work {
      void run() throws Exception;
    }

    /// How long each answer took, in nanoseconds, while `work` was done.
    List<Long> during(Work work) throws Exception {
      over = false;
      nanos.clear();
      var failure = new AtomicReference<@Nullable Throwable>();
      Thread thread =
          Thread.ofPlatform()
              .name("code actions")
              .start(() -> {
                try {
                  ask();
                } catch (Exception | AssertionError e) {
                  failure.set(e);
                }
              });
      work.run();
      over = true;
      thread.join();
      assertThat(failure.get()).isNull();
      return List.copyOf(nanos);
    }

    private void ask() throws Exception {
      while (!over) {
        long began = System.nanoTime();
        List<CodeAction> answer = stage.editor.menu(document, "\"5\"");
        nanos.add(System.nanoTime() - began);
        assertThat(titles(answer)).isEqualTo(usual);
        pause();
      }
    }

    void pause() throws InterruptedException {
      assertThat(never.tryAcquire(20, TimeUnit.MILLISECONDS)).isFalse();
    }
  }

  private static void report(
      int times, int inTheMiddle, List<Long> quiet, List<Long> writing, List<Long> killed)
      throws Exception {
    String text =
        Stream.of(
                "%d kills, %d of them while it wrote; no process left"
                    .formatted(times, inTheMiddle),
                line("no model runs", quiet),
                line("it writes", writing),
                line("it is killed and started again", killed))
            .reduce("", (all, line) -> all + line + "\n");
    Path target = Path.of("target");
    if (Files.isDirectory(target)) {
      Files.writeString(target.resolve("killed-worker.txt"), text);
    }
  }

  private static String line(String what, List<Long> nanos) {
    List<Long> sorted = nanos.stream().sorted().toList();
    return String.format(
        Locale.ROOT,
        "%-32s %5d answers, median %.1f ms, p95 %.1f ms, longest %.1f ms",
        what,
        sorted.size(),
        share(sorted, 0.5),
        share(sorted, 0.95),
        share(sorted, 1));
  }

  private static double share(List<Long> sorted, double share) {
    return sorted.get((int) Math.ceil(share * sorted.size()) - 1) / 1e6;
  }
}
