package dev.rustmend.http;

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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// 50 searches and 4 fixes at once, for `-Dmany.clients.seconds` (300): no error, and no growth of
/// the heap after the first part.
@Tag("stress")
class ManyClientsTest {
  private static final Duration LONG =
      Duration.ofSeconds(Long.getLong("many.clients.seconds", 300));
  private static final long MAY_GROW = 60L << 20;

  @TempDir private Path folder;
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final Queue<Long> searches = new ConcurrentLinkedQueue<>();
  private final AtomicInteger fixes = new AtomicInteger();

  @Test
  void fiftySearchesAndFourFixesAtOnceAllGetTheirAnswers() throws Exception {
    try (var server = ServerUnderTest.in(folder);
        ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("client ", 0).factory())) {
      search(server);
      long idle = idleTime(server);
      long end = System.nanoTime() + LONG.toNanos();
      var running = new ArrayList<Future<?>>();
      for (int i = 0; i < 4; i++) {
        Path crate = ServiceUnderTest.crate(server.place().root(), "broken" + i, "");
        running.add(threads.submit(() -> again(end, () -> fix(server, crate))));
      }
      for (int i = 0; i < 50; i++) {
        running.add(threads.submit(() -> again(end, () -> searches.add(search(server)))));
      }
      long early = 0;
      for (int part = 0; part < 5; part++) {
        waitFor(LONG.dividedBy(5));
        long heap = heap();
        early = part == 0 ? heap : early;
        System.getLogger("many").log(System.Logger.Level.INFO, "heap {0} MB", heap >> 20);
      }
      for (Future<?> one : running) {
        one.get();
      }
      List<Long> sorted = searches.stream().sorted().toList();
      System.getLogger("many")
          .log(
              System.Logger.Level.INFO,
              "{0} searches, idle {1} ms, p50 {2} ms, p95 {3} ms; {4} fixes",
              sorted.size(),
              idle / 1_000_000,
              sorted.get(sorted.size() / 2) / 1_000_000,
              sorted.get(sorted.size() * 95 / 100) / 1_000_000,
              fixes.get());
      assertThat(failures).isEmpty();
      assertThat(fixes.get()).isPositive();
      assertThat(heap() - early).isLessThan(MAY_GROW);
    }
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

  private long search(ServerUnderTest server) throws Exception {
    long began = System.nanoTime();
    var answer = server.post("/v1/search", "{\"query\":\"use of moved value\",\"limit\":5}");
    if (answer.statusCode() != 200) {
      failures.add(answer.statusCode() + " " + answer.body());
    }
    return System.nanoTime() - began;
  }

  private long idleTime(ServerUnderTest server) throws Exception {
    var times = new ArrayList<Long>();
    for (int i = 0; i < 100; i++) {
      times.add(search(server));
    }
    return times.stream().sorted().toList().get(95);
  }

  private Object fix(ServerUnderTest server, Path crate) throws Exception {
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
    var never = new java.util.concurrent.CountDownLatch(1);
    var _ = never.await(time.toNanos(), java.util.concurrent.TimeUnit.NANOSECONDS);
  }

  private static long heap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
