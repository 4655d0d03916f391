package dev.rustmend.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.rustmend.service.ServiceFailure.Kind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class JobsTest {
  private static final Duration LONG = Duration.ofSeconds(50);
  private static final Roots NOWHERE = new Roots(List.of());
  private final Jobs jobs = new Jobs(LONG);

  @AfterEach
  void end() {
    jobs.close();
  }

  @Test
  void anAnswerCanBeAskedForAgain() throws InterruptedException {
    Job job = start(jobs, (_, _) -> new JsonObject());
    assertThat(job.await(LONG)).contains(new JsonObject());
    assertThat(jobs.find(job.id())).contains(job);
    assertThat(jobs.find("guessed")).isEmpty();
  }

  @Test
  void whoCancelsGetsThatAsTheAnswer() throws InterruptedException {
    var never = new CountDownLatch(1);
    Job job =
        start(
            jobs,
            (_, _) -> {
              never.await();
              return new JsonObject();
            });
    assertThat(job.await(Duration.ofMillis(1))).isEmpty();
    job.cancel();
    assertThat(failure(job)).isEqualTo(Kind.CANCELLED);
    assertThat(jobs.running()).isZero();
  }

  @Test
  void whatTakesTooLongIsEnded() throws InterruptedException {
    try (var impatient = new Jobs(Duration.ofMillis(20))) {
      Job job =
          start(
              impatient,
              (_, _) -> {
                new CountDownLatch(1).await();
                return new JsonObject();
              });
      assertThat(failure(job)).isEqualTo(Kind.TIMEOUT);
    }
  }

  @Test
  void aMistakeOfOursIsToldAsOne() throws InterruptedException {
    Job job =
        start(
            jobs,
            (_, _) -> {
              throw new IllegalStateException("a secret path");
            });
    assertThatThrownBy(() -> job.await(LONG))
        .hasMessageContaining("mistake")
        .hasMessageNotContaining("secret");
  }

  @Test
  void afterTheEndNothingIsBegun() {
    jobs.close();
    assertThatThrownBy(() -> start(jobs, (_, _) -> new JsonObject()))
        .hasMessageContaining("about to end");
  }

  @Test
  void buildsTakeTurnsAndTooManyAreRefused() throws InterruptedException {
    var builds = new Builds(new Limits(1, 0, LONG));
    Builds.Turn turn = builds.turn(ProgressListener.NONE);
    assertThatThrownBy(() -> builds.turn(ProgressListener.NONE))
        .hasMessageContaining("too many builds");
    turn.close();
    builds.turn(ProgressListener.NONE).close();
  }

  @Test
  void aLongListComesInPages() {
    var pages = new Pages();
    List<JsonElement> items =
        IntStream.range(0, 7).<JsonElement>mapToObj(JsonPrimitive::new).toList();
    Pages.Page first = pages.first(items, 5);
    assertThat(first.items()).hasToString("[0,1,2,3,4]");
    assertThat(first.left()).isEqualTo(2);
    Pages.Page second = pages.next(first.cursor(), 5);
    assertThat(second.items()).hasToString("[5,6]");
    assertThat(second.left()).isZero();
    assertThat(pages.next(first.cursor(), 1).items()).hasToString("[5]");
    assertThatThrownBy(() -> pages.next("made up", 5)).hasMessageContaining("cursor");
  }

  private static Kind failure(Job job) throws InterruptedException {
    try {
      var _ = job.await(LONG);
      throw new AssertionError("it has an answer");
    } catch (ServiceFailure e) {
      return e.kind();
    }
  }

  private static Job start(Jobs jobs, Call.Work work) {
    var call =
        new Call(
            "test",
            "test",
            "",
            "",
            List.of(),
            new JsonObject(),
            Call.Effect.READS,
            Call.Pace.LONG,
            work);
    return jobs.start(call, new JsonObject(), NOWHERE, ProgressListener.NONE);
  }
}
