package dev.rustmend.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class BreakerTest {
  private final RemoteFailure slow = new RemoteFailure(RemoteFailure.Kind.PASSING, "it is slow");

  private final SetClock clock = new SetClock();
  private final Breaker breaker = new Breaker(clock);

  @Test
  void threeFailuresInARowBreakItAndAnAnswerMendsIt() {
    breaker.failed(slow);
    breaker.failed(slow);
    breaker.worked();
    breaker.failed(slow);
    breaker.failed(slow);
    assertThat(breaker.lets()).isTrue();
    breaker.failed(slow);
    assertThat(breaker.lets()).isFalse();
    assertThat(breaker.why()).contains("it is slow");
    breaker.worked();
    assertThat(breaker.lets()).isTrue();
    assertThat(breaker.why()).isEmpty();
  }

  @Test
  void whatWillNotPassBreaksItAtOnce() {
    breaker.failed(new RemoteFailure(RemoteFailure.Kind.LASTING, "it is Elasticsearch"));
    assertThat(breaker.lets()).isFalse();
  }

  @Test
  void afterAPauseOneRequestIsLetThroughAndPausesGrow() {
    for (int i = 0; i < 3; i++) {
      breaker.failed(slow);
    }
    clock.pass(Duration.ofSeconds(31));
    assertThat(breaker.lets()).isTrue();
    assertThat(breaker.lets()).isFalse();
    breaker.failed(slow);
    clock.pass(Duration.ofSeconds(31));
    assertThat(breaker.lets()).isFalse();
    clock.pass(Duration.ofSeconds(31));
    assertThat(breaker.lets()).isTrue();
  }

  @Test
  void whatWasAskedBeforeItBrokeDoesNotMakeThePauseLonger() {
    for (int i = 0; i < 9; i++) {
      breaker.failed(slow);
    }
    clock.pass(Duration.ofSeconds(31));
    assertThat(breaker.lets()).isTrue();
  }

  private static final class SetClock extends Clock {
    private Instant now = Instant.EPOCH;

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
