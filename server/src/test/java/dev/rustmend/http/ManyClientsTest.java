package dev.rustmend.http;

import static java.lang.ProcessBuilder.Redirect.DISCARD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.service.ServiceUnderTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// 50 clients that search and 4 that have projects fixed, for `-Dmany.clients.seconds` (300): no
/// error, and no growth of the heap after the first fifth. Before that the 50 alone, for a fifth of
/// the time; what both took is written to `target/many-clients.txt`.
///
/// Clients ask again as soon as they have their answer, or, with
/// `-Dmany.clients.pause=MILLISECONDS`, after a pause like that of a person or a program that
/// reads.
@Tag("stress")
class ManyClientsTest {
  private static final int SEARCHING = 50;
  private static final int FIXING = 4;
  private static final int PARTS = 5;
  private static final String QUESTION = "{\"query\":\"use of moved value\",\"limit\":5}";
  private static final Duration LONG =
      Duration.ofSeconds(Long.getLong("many.clients.seconds", 300));
  private static final Duration PAUSE = Duration.ofMillis(Long.getLong("many.clients.pause", 0));
  private static final long MAY_GROW = 60L << 20;

  @TempDir private Path folder;
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final List<String> report = new ArrayList<>();
  private final AtomicInteger fixes = new AtomicInteger();

  @Test
  void fiftySearchesAndFourFixesAtOnceAllGetTheirAnswers() throws Exception {
    Path root = Files.createDirectories(folder.resolve("root"));
    try (var server = ServedProgram.start(folder, root);
        ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofPlatform().name("client ", 0).factory())) {
      Duration part = LONG.dividedBy(PARTS);
      awaitTheIndex(server);
      searching(server, threads, part.dividedBy(2)); // until it is warm
      tell("%d searches at once, alone", SEARCHING, searching(server, threads, part));
      long end = System.nanoTime() + LONG.toNanos();
      var fixing = new ArrayList<Future<?>>();
      for (int i = 0; i < FIXING; i++) {
        Path crate = ServiceUnderTest.crate(root, "broken" + i, "");
        fixing.add(threads.submit(() -> again(end, () -> fix(server, crate))));
      }
      Future<?> heaps = threads.submit(() -> watchTheHeap(server, part));
      tell("the same beside %d fixes", FIXING, searching(server, threads, LONG));
      for (Future<?> one : fixing) {
        one.get();
      }
      heaps.get();
      report.add("%d fixes, %d failures".formatted(fixes.get(), failures.size()));
      Files.write(Path.of("target", "many-clients.txt"), report);
      assertThat(failures).isEmpty();
      assertThat(fixes.get()).isPositive();
    }
  }

  /// What each search took, in nanoseconds.
  private Queue<Long> searching(ServedProgram server, ExecutorService threads, Duration time)
      throws Exception {
    var times = new ConcurrentLinkedQueue<Long>();
    long end = System.nanoTime() + time.toNanos();
    var running = new ArrayList<Future<?>>();
    for (int i = 0; i < SEARCHING; i++) {
      running.add(
          threads.submit(() ->
              again(
                  end,
                  () -> {
                    times.add(search(server));
                    waitFor(PAUSE);
                    return times;
                  })));
    }
    for (Future<?> one : running) {
      one.get();
    }
    return times;
  }

  private void tell(String what, int number, Queue<Long> times) {
    List<Long> sorted = times.stream().sorted().toList();
    report.add(
        "%s: %d searches, p50 %d ms, p95 %d ms"
            .formatted(
                what.formatted(number),
                sorted.size(),
                sorted.get(sorted.size() / 2) / 1_000_000,
                sorted.get(sorted.size() * 95 / 100) / 1_000_000));
  }

  private Object watchTheHeap(ServedProgram server, Duration part) throws Exception {
    long early = 0;
    long now = 0;
    for (int at = 0; at < PARTS; at++) {
      waitFor(part);
      now = heap(server);
      early = at == 0 ? now : early;
      report.add(
          "after %d s: heap %d MB, resident %d MB"
              .formatted(part.toSeconds() * (at + 1), now >> 20, resident(server) >> 20));
    }
    if (now - early > MAY_GROW) {
      failures.add("the heap has grown");
    }
    return now;
  }

  /// The index is filled from the first question on.
  private void awaitTheIndex(ServedProgram server) throws Exception {
    long began = System.nanoTime();
    while (server.post("/v1/search", QUESTION).body().contains("\"notes\"")) {
      waitFor(Duration.ofMillis(200));
    }
    report.add("index filled after %d s".formatted((System.nanoTime() - began) / 1_000_000_000));
  }

  private void again(long end, Callable<?> work) {
    while (System.nanoTime() < end && failures.size() < 20) {
      try {
        work.call();
      } catch (Exception e) {
        failures.add(String.valueOf(e));
      }
    }
  }

  private long search(ServedProgram server) throws Exception {
    long began = System.nanoTime();
    var answer = server.post("/v1/search", QUESTION);
    if (answer.statusCode() != 200) {
      failures.add(answer.statusCode() + " " + answer.body());
    }
    return System.nanoTime() - began;
  }

  private Object fix(ServedProgram server, Path crate) throws Exception {
    int number = fixes.incrementAndGet();
    Files.writeString(
        crate.resolve("src/main.rs"),
        "fn main() { let a%1$d = vec![%1$d]; let b = a%1$d; println!(\"{a%1$d:?} {b:?}\"); }\n"
            .formatted(number));
    var answer = server.post("/v1/fix", "{\"dir\":\"%s\"}".formatted(crate.getFileName()));
    if (answer.statusCode() != 200 || !answer.body().startsWith("{\"success\":true")) {
      failures.add(answer.statusCode() + " " + answer.body());
    }
    return answer;
  }

  private static void waitFor(Duration time) throws InterruptedException {
    var never = new CountDownLatch(1);
    var _ = never.await(time.toNanos(), TimeUnit.NANOSECONDS);
  }

  /// What lives in the server's heap, in bytes.
  private static long heap(ServedProgram server) throws Exception {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    var collect =
        new ProcessBuilder(jcmd.toString(), String.valueOf(server.process().pid()), "GC.run");
    int _ = collect.redirectErrorStream(true).redirectOutput(DISCARD).start().waitFor();
    return server
        .get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith("rustmend_memory_bytes "))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.indexOf(' ') + 1)))
        .findFirst()
        .orElseThrow();
  }

  /// The server's memory, in bytes, where the system tells.
  private static long resident(ServedProgram server) throws Exception {
    Path status = Path.of("/proc", String.valueOf(server.process().pid()), "status");
    return Files.exists(status)
        ? Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("VmRSS"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
            .sum()
        : 0;
  }
}
