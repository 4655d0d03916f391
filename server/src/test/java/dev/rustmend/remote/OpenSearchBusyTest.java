package dev.rustmend.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.search.VectorSpace;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real node that takes one bulk request at a time and lets one more wait: it refuses all others
/// with status 429.
@Tag("opensearch")
class OpenSearchBusyTest {
  private static final int PUBLISHERS = 12;
  private static final int ENTRIES = 300;
  private static final VectorSpace SPACE = VectorSpace.of(new WordEmbedder("words", 96));

  @TempDir private Path home;

  @Test
  void whatAFullQueueRefusesIsSentAgainUntilAllOfItIsThere() throws Exception {
    try (OpenSearchNodes nodes =
            OpenSearchNodes.start(
                home, 1, List.of("thread_pool.write.size=1", "thread_pool.write.queue_size=1"));
        var threads =
            Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("publishing-", 0).factory())) {
      Set<String> acknowledged = ConcurrentHashMap.newKeySet();
      try (Team team = new Team(nodes.access(0, Duration.ofSeconds(60)), Clock.systemUTC())) {
        team.prepare(SPACE, 1);
        var publishing = new ArrayList<Callable<Publication>>();
        for (int i = 0; i < PUBLISHERS; i++) {
          List<TeamPassage> entries = NumberedEntries.of(i, ENTRIES);
          publishing.add(() -> team.publish(entries, SPACE, Map.of(), acknowledged::add));
        }
        for (Future<Publication> done : threads.invokeAll(publishing)) {
          assertThat(done.get()).isEqualTo(new Publication(0, ENTRIES, Map.of()));
        }
        assertThat(acknowledged).hasSize(PUBLISHERS * ENTRIES);
        assertThat(team.size().passages()).isEqualTo(PUBLISHERS * ENTRIES);
      }
      assertThat(refused(nodes)).isPositive();
    }
  }

  /// How many bulk requests the node has refused.
  private static int refused(OpenSearchNodes nodes) throws InterruptedException {
    JsonObject all =
        nodes.send(0, "GET", "/_nodes/stats/thread_pool", "").json().getJsonObject("nodes");
    JsonObject node = all.getJsonObject(all.keySet().iterator().next());
    return node.getJsonObject("thread_pool").getJsonObject("write").getInt("rejected");
  }
}
