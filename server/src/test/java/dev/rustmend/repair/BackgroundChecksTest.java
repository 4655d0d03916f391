package dev.rustmend.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rustmend.workspace.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BackgroundChecksTest {
  private static final Optional<String> BUILD = Optional.of("while `cargo build` runs");

  private volatile Optional<String> reason = Optional.empty();
  private final BlockingQueue<Optional<String>> told = new LinkedBlockingQueue<>();
  private final BackgroundChecks checks = new BackgroundChecks(_ -> {}, () -> reason, told::add);

  @Test
  void aCheckWaitsUntilTheUsersBuildIsOver() throws Exception {
    reason = BUILD;
    var made = new CountDownLatch(1);
    Thread check = begin(Occasion.BY_ITSELF, made::countDown);
    assertThat(told.take()).isEqualTo(BUILD);
    assertThat(made.getCount()).as("not while there is a reason").isEqualTo(1);
    reason = Optional.empty();
    made.await();
    check.join();
    assertThat(List.copyOf(told)).containsExactly(Optional.empty());
  }

  @Test
  void whatAPersonAsksForDoesNotWait() throws Exception {
    reason = BUILD;
    var made = new CountDownLatch(1);
    begin(Occasion.ASKED, made::countDown).join();
    assertThat(made.getCount()).isZero();
    assertThat(told).isEmpty();
  }

  @Test
  void aBuildThatBeginsEndsTheCheckWhichIsMadeAgainLater() throws Exception {
    var runs = new AtomicInteger();
    var began = new CountDownLatch(1);
    var ended = new CountDownLatch(1);
    Thread check =
        begin(
            Occasion.BY_ITSELF,
            () -> {
              if (runs.incrementAndGet() == 1) {
                began.countDown();
                try {
                  new CountDownLatch(1).await();
                } finally {
                  ended.countDown();
                }
              }
            });
    began.await();
    reason = BUILD;
    ended.await();
    assertThat(told.take()).isEqualTo(BUILD);
    assertThat(runs).hasValue(1);
    reason = Optional.empty();
    check.join();
    assertThat(runs).hasValue(2);
  }

  @Test
  void aNewerRequestEndsACheckThatWaits() throws Exception {
    reason = BUILD;
    Thread check = begin(Occasion.BY_ITSELF, () -> told.add(Optional.of("made")));
    assertThat(told.take()).isEqualTo(BUILD);
    check.interrupt();
    check.join();
    assertThat(told).as("neither made nor going on").isEmpty();
  }

  @Test
  void anInterruptReachesTheCheckAndWaitsForItsEnd() throws Exception {
    var began = new CountDownLatch(1);
    var ended = new CountDownLatch(1);
    Thread check =
        begin(
            Occasion.BY_ITSELF,
            () -> {
              began.countDown();
              try {
                new CountDownLatch(1).await();
              } finally {
                ended.countDown();
              }
            });
    began.await();
    check.interrupt();
    check.join();
    assertThat(ended.await(0, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aCheckThatFailsSaysSo() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() ->
            checks.make(
                Snapshot.ofDisk(),
                Occasion.BY_ITSELF,
                () -> {
                  throw new IllegalStateException("no cargo");
                }))
        .withMessage("no cargo");
  }

  private Thread begin(Occasion occasion, BackgroundChecks.Work work) {
    return Thread.ofVirtual()
        .name("check under test")
        .start(() -> {
          try {
            checks.make(Snapshot.ofDisk(), occasion, work);
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
        });
  }
}
