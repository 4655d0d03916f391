package dev.rustmend.courtesy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class HeapReliefTest {
  private static final long MB = 1 << 20;

  private final AtomicLong used = new AtomicLong();
  private final AtomicInteger collections = new AtomicInteger();
  private long live;

  private final HeapRelief relief =
      new HeapRelief(
          used::get,
          () -> {
            collections.incrementAndGet();
            used.set(live);
          });

  @Test
  void collectsOnlyAfterMuchWasAllocated() {
    live = 30 * MB;
    used.set(20 * MB);
    assertThat(relief.look()).isFalse();
    used.set(90 * MB);
    assertThat(relief.look()).isTrue();
    assertThat(relief.look()).isFalse();
    used.set(60 * MB);
    assertThat(relief.look()).isFalse();
    used.set(70 * MB);
    assertThat(relief.look()).isTrue();
    assertThat(collections).hasValue(2);
  }

  @Test
  void aServerThatHoldsMuchIsNotCollectedAgainAndAgain() {
    live = 400 * MB;
    used.set(500 * MB);
    assertThat(relief.look()).isTrue();
    used.set(600 * MB);
    assertThat(relief.look()).isFalse();
    used.set(630 * MB);
    assertThat(relief.look()).isTrue();
    assertThat(collections).hasValue(2);
  }

  @Test
  void closingEndsTheThread() throws InterruptedException {
    HeapRelief started = HeapRelief.start();
    started.close();
    assertThat(started.ends()).isTrue();
  }
}
