package dev.rustmend.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class RunsTest {
  private final Runs runs = new Runs();
  private final CountDownLatch cancelled = new CountDownLatch(1);

  @Test
  void aRunIsKnownUntilItEnds() throws InterruptedException {
    var go = new CountDownLatch(1);
    String runId = started("fixFile", id -> go.await());
    assertThat(runId).isEqualTo("fixFile-1");
    assertThat(runs.active()).containsExactly(runId);
    go.countDown();
    runs.close(Duration.ofSeconds(10));
    assertThat(runs.active()).isEmpty();
  }

  @Test
  void cancellingInterruptsTheRun() throws InterruptedException {
    String runId = started("check", id -> untilCancelled());
    assertThat(runs.cancel(runId)).isTrue();
    cancelled.await();
    assertThat(runs.cancel("check-99")).isFalse();
  }

  @Test
  void aSecondRunOfACommandEndsTheFirst() throws InterruptedException {
    var go = new CountDownLatch(1);
    var other = new CountDownLatch(1);
    started("fixFile", id -> untilCancelled());
    started("explain", id -> other.await());
    String second = started("fixFile", id -> go.await());
    cancelled.await();
    assertThat(runs.active()).contains(second, "explain-2");
    go.countDown();
    other.countDown();
    runs.close(Duration.ofSeconds(10));
  }

  @Test
  void aRunThatFailsIsGone() throws InterruptedException {
    started(
        "check",
        id -> {
          throw new IllegalStateException("this line in the log belongs to a test");
        });
    runs.close(Duration.ofSeconds(10));
    assertThat(runs.active()).isEmpty();
  }

  @Test
  void whoFollowsARunHearsOfItsEndAlsoWhenThatWasBefore() throws InterruptedException {
    var go = new CountDownLatch(1);
    var heard = new CountDownLatch(2);
    String runId = started("check", id -> go.await());
    runs.whenEnded(runId, heard::countDown);
    assertThat(heard.getCount()).isEqualTo(2);
    go.countDown();
    runs.close(Duration.ofSeconds(10));
    runs.whenEnded(runId, heard::countDown);
    heard.await();
  }

  private String started(String command, Runs.Work work) {
    String runId = runs.add(command, work);
    runs.begin(runId);
    return runId;
  }

  private void untilCancelled() throws InterruptedException {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      cancelled.countDown();
      throw e;
    }
  }
}
