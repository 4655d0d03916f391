package dev.rustmend.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.search.VectorSpace;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The team's knowledge base on three real nodes, of which one is killed or loses its shards.
/// `-Dopensearch.kills=50` kills more often, and `-Dopensearch.seed=…` at the same instants again.
@Tag("opensearch")
class OpenSearchClusterTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final int KILLS = Integer.getInteger("opensearch.kills", 2);
  private static final int ENTRIES = 600;
  private static final int LATEST_MILLIS = 2500;
  private static final WordEmbedder WORDS = new WordEmbedder("words", 96);

  @TempDir private static Path home;
  private static OpenSearchNodes nodes;

  @BeforeAll
  static void start() throws IOException {
    nodes = OpenSearchNodes.start(home, 3);
  }

  @AfterAll
  static void end() {
    if (nodes != null) {
      nodes.close();
    }
  }

  @Test
  void afterANodeIsKilledInMidBulkEveryAcknowledgedEntryIsThereOnce() throws Exception {
    long seed = Long.getLong("opensearch.seed", System.nanoTime());
    var random = new Random(seed);
    Path figures = Path.of("target", "opensearch-kills.txt");
    Files.createDirectories(Path.of("target"));
    Files.writeString(figures, "seed %d%n".formatted(seed));
    for (int kill = 0; kill < KILLS; kill++) {
      int victim = 1 + random.nextInt(2);
      int millis = random.nextInt(LATEST_MILLIS);
      try (Team team = new Team(nodes.access(0, LONG), Clock.systemUTC())) {
        team.prepare(VectorSpace.of(WORDS), 2);
        // a lost copy is made anew at once, and not after the usual minute
        nodes.send(
            0,
            "PUT",
            "/rustmend-team/_settings",
            "{\"index.unassigned.node_left.delayed_timeout\":\"0\"}");
        nodes.awaitGreen(0);
        Set<String> acknowledged = publishAndKill(team, kill, victim, millis);
        nodes.restart(victim);
        nodes.awaitGreen(0);
        assertThat(acknowledged).as("seed %d, kill %d", seed, kill).hasSize(ENTRIES);
        assertThat(counts()).as("seed %d, kill %d", seed, kill).isEqualTo(once(acknowledged));
        Files.writeString(
            figures,
            "kill %d: node %d after %d ms, %d acknowledged, each found once%n"
                .formatted(kill + 1, victim, millis, acknowledged.size()),
            StandardOpenOption.APPEND);
        team.discard();
      }
    }
  }

  private static Set<String> publishAndKill(Team team, int round, int victim, int millis)
      throws Exception {
    Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    List<TeamPassage> entries = NumberedEntries.of(round, ENTRIES);
    Map<String, float[]> vectors = new HashMap<>();
    for (TeamPassage entry : entries) {
      vectors.put(
          entry.passage().id(),
          WORDS
              .embed(List.of(entry.markdown()), dev.rustmend.search.Embedder.Role.PASSAGE)
              .getFirst());
    }
    var publishing =
        new FutureTask<>(
            () -> team.publish(entries, VectorSpace.of(WORDS), vectors, acknowledged::add));
    Thread.ofVirtual().name("publishing").start(publishing);
    new Semaphore(0).tryAcquire(millis, TimeUnit.MILLISECONDS);
    nodes.kill(victim);
    assertThat(publishing.get(4, TimeUnit.MINUTES).refused()).isEmpty();
    return acknowledged;
  }

  @Test
  void whileAShardMovesEverythingIsFound() throws Exception {
    try (Team team = new Team(nodes.access(0, LONG), Clock.systemUTC())) {
      team.prepare(VectorSpace.of(WORDS), 2);
      List<TeamPassage> entries = NumberedEntries.of(99, ENTRIES).subList(0, 50);
      team.publish(entries, VectorSpace.of(WORDS), Map.of(), _ -> {});
      nodes.awaitGreen(0);
      // every shard has to leave this node while it is asked
      nodes.send(
          0,
          "PUT",
          "/_cluster/settings",
          "{\"transient\":{\"cluster.routing.allocation.exclude._name\":\"n1\"}}");
      assertThat(shards()).contains("n1");
      do {
        for (TeamPassage entry : entries) {
          assertThat(team.find(List.of(entry.passage().id()))).hasSize(1);
        }
      } while (shards().contains("n1"));
      assertThat(shards()).hasSize(4).contains("n0", "n2");
      nodes.send(
          0,
          "PUT",
          "/_cluster/settings",
          "{\"transient\":{\"cluster.routing.allocation.exclude._name\":null}}");
      nodes.awaitGreen(0);
      team.discard();
    }
  }

  /// The names of the nodes that have a copy of a shard, one for each copy; one that moves is with
  /// the node that it leaves.
  private static List<String> shards() throws InterruptedException {
    String lines = nodes.send(0, "GET", "/_cat/shards/rustmend-team?h=node&format=text", "").body();
    return lines.lines().map(line -> line.strip().replaceFirst(" .*", "")).toList();
  }

  private static Map<String, Integer> once(Set<String> identities) {
    Map<String, Integer> once = new HashMap<>();
    identities.forEach(identity -> once.put(identity, 1));
    return once;
  }

  /// How often each document is found, by identity.
  private static Map<String, Integer> counts() throws InterruptedException {
    nodes.send(0, "POST", "/rustmend-team/_refresh", "");
    JsonObject answer =
        nodes
            .send(
                0,
                "POST",
                "/rustmend-team/_search",
                "{\"size\":10000,\"_source\":[\"identity\"],\"query\":{\"match_all\":{}}}")
            .json();
    Map<String, Integer> counts = new HashMap<>();
    answer
        .getJsonObject("hits")
        .getJsonArray("hits")
        .getValuesAs(JsonObject.class)
        .forEach(hit ->
            counts.merge(hit.getJsonObject("_source").getString("identity"), 1, Integer::sum));
    return counts;
  }
}
