package dev.rustmend.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rustmend.remote.FakeCluster.Answer;
import dev.rustmend.search.VectorSpace;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Publishing while a cluster elects its manager: it answers 503 to some requests.
class PatienceTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final VectorSpace SPACE = new VectorSpace("letters", 3);
  private static final Answer BUSY = new Answer(503, "{\"error\":{},\"status\":503}");

  @Test
  void aClusterThatElectsItsManagerIsAskedAgain() throws IOException, InterruptedException {
    assertThat(publishedAfter("/_mapping", 2)).isEqualTo(3);
  }

  @Test
  void whatIsSafeIsPublishedAlthoughItCanNotBeShownAtOnce()
      throws IOException, InterruptedException {
    assertThat(publishedAfter("/_refresh", 100)).isEqualTo(1);
  }

  @Test
  void aClusterThatStaysBusyIsSaidToBe() {
    assertThatExceptionOfType(RemoteFailure.class)
        .isThrownBy(() -> publishedAfter("/_mapping", 100))
        .withMessageContaining("is too busy (status 503); try again in a while");
  }

  @Test
  void whatIsNotAllowedIsNotAskedAgain() {
    var asked = new AtomicInteger();
    assertThatExceptionOfType(RemoteFailure.class)
        .isThrownBy(() ->
            Patience.until(() -> {
              asked.incrementAndGet();
              throw new RemoteFailure(RemoteFailure.Kind.LASTING, "no");
            }));
    assertThat(asked).hasValue(1);
  }

  /// How many requests to such a path came while nothing was published, of which the first so many
  /// were answered with 503.
  private static int publishedAfter(String path, int refusals)
      throws IOException, InterruptedException {
    var asked = new AtomicInteger();
    try (FakeCluster cluster =
            FakeCluster.start(request ->
                request.path().endsWith(path) && asked.incrementAndGet() <= refusals
                    ? Optional.of(BUSY)
                    : Optional.empty());
        Team team = new Team(cluster.access(LONG), Clock.systemUTC())) {
      assertThat(team.publish(List.of(), SPACE, Map.of(), _ -> {}).refused()).isEmpty();
    }
    return asked.get();
  }
}
