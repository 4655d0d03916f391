package dev.rustmend.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rustmend.remote.FakeCluster.Answer;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What becomes of a count that the cluster does not take at once. That the cluster adds them all
/// is seen in `OpenSearchTest`.
class TeamEvidenceTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Counts ONE = new Counts(1, 0, 0, 0);
  private static final String TAKEN =
      "{\"_index\":\"rustmend-evidence\",\"_id\":\"x\",\"_version\":2,\"result\":\"updated\","
          + "\"_shards\":{\"total\":1,\"successful\":1,\"failed\":0},"
          + "\"_seq_no\":1,\"_primary_term\":1}";

  @Test
  void aCountThatLosesARaceIsSentAgain() throws IOException, InterruptedException {
    assertThat(updatesUntilTaken(2, new Answer(409, failure(409, "version conflict"))))
        .isEqualTo(3);
  }

  @Test
  void whatIsRefusedIsNotSentAgain() {
    assertThatExceptionOfType(RemoteFailure.class)
        .isThrownBy(() -> updatesUntilTaken(1, new Answer(400, failure(400, "no script"))))
        .withMessage("the team's evidence is not taken: no script");
  }

  @Test
  void aRaceThatIsNeverWonEnds() {
    assertThatExceptionOfType(RemoteFailure.class)
        .isThrownBy(() -> updatesUntilTaken(100, new Answer(409, failure(409, "version conflict"))))
        .withMessage("the team's evidence is not taken: version conflict");
  }

  /// How many updates came until one was taken, when so many are answered otherwise.
  private static int updatesUntilTaken(int refusals, Answer refusal)
      throws IOException, InterruptedException {
    var updates = new AtomicInteger();
    try (FakeCluster cluster =
            FakeCluster.start(request -> {
              if (!request.path().contains("/_update/")) {
                return Optional.empty();
              }
              return Optional.of(
                  updates.incrementAndGet() <= refusals ? refusal : new Answer(200, TAKEN));
            });
        Team team = new Team(cluster.access(LONG), Clock.systemUTC())) {
      team.countNow("x", ONE);
    }
    return updates.get();
  }

  private static String failure(int status, String reason) {
    return "{\"error\":{\"root_cause\":[],\"type\":\"x\",\"reason\":\"%s\"},\"status\":%d}"
        .formatted(reason, status);
  }
}
