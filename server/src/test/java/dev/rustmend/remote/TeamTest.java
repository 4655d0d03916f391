package dev.rustmend.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.remote.FakeCluster.Answer;
import dev.rustmend.search.Hit;
import dev.rustmend.search.OpenResult;
import dev.rustmend.search.Passage;
import dev.rustmend.search.PassageKind;
import dev.rustmend.search.Query;
import dev.rustmend.search.SearchFilter;
import dev.rustmend.search.SearchIndex;
import dev.rustmend.search.SearchMode;
import dev.rustmend.search.SearchRequest;
import dev.rustmend.search.VectorSpace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a team's knowledge base is asked and what becomes of its answers, against a server that
/// only answers like one. The real thing is in `OpenSearchTest`.
class TeamTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final VectorSpace SPACE = new VectorSpace("letters", 3);

  @TempDir private Path folder;
  private SearchIndex index;

  @BeforeEach
  void fill() throws InterruptedException {
    index = ((OpenResult.Opened) SearchIndex.open(folder, Optional.empty())).index();
    index.update(
        "kb",
        List.of(
            passage(
                "errors/E0382/clone",
                PassageKind.ERROR,
                "Clone the moved value",
                "It is borrowed."),
            passage("learned/E0382/1", PassageKind.LEARNED, "InvoiceLedger", "zebra_ledger")),
        Map.of());
  }

  @AfterEach
  void close() {
    index.close();
  }

  @Test
  void nothingLeavesButCodesTypedHolesAndWordsThatTheDocumentationKnows()
      throws IOException, InterruptedException {
    try (FakeCluster cluster = FakeCluster.start();
        Team team = new Team(cluster.access(LONG), Clock.systemUTC())) {
      search(team, "why is InvoiceLedger zebra_ledger moved value");
      search(
          team,
          """
          error[E0382]: borrow of moved value: `zebra_ledger`
           --> src/main.rs:4:20
          4 |     charge(zebra_ledger, invoice_total);
            |            ^^^^^^^^^^^^ value of InvoiceLedger moved here
          """);
      String sent =
          String.join("\n", cluster.requests().stream().map(FakeCluster.Request::body).toList());
      assertThat(sent)
          .contains("\"move\"")
          .contains("\"valu\"")
          .contains("e0382")
          .contains("$name");
      assertThat(sent.toLowerCase(java.util.Locale.ROOT))
          .doesNotContain("zebra")
          .doesNotContain("ledger")
          .doesNotContain("invoice")
          .doesNotContain("charge")
          .doesNotContain("main.rs");
    }
  }

  @Test
  void aSlowClusterCostsTheTimeLimitAFewTimesAndThenNothing()
      throws IOException, InterruptedException {
    var cluster = new ArrayList<FakeCluster>();
    try (FakeCluster slow = FakeCluster.start(request -> cluster.getFirst().silence());
        Team team = new Team(slow.access(Duration.ofMillis(20)), Clock.systemUTC())) {
      cluster.add(slow);
      for (int i = 0; i < 6; i++) {
        assertThat(ids(search(team, "moved value"))).containsExactly("errors/E0382/clone");
      }
      assertThat(team.trouble().orElseThrow()).contains("did not answer within 20 ms");
      assertThat(slow.requests()).hasSizeLessThanOrEqualTo(3);
    }
  }

  @Test
  void whoWaitsForASilentClusterSharesTheFailureOfTheOneThatAsked() throws Exception {
    var cluster = new ArrayList<FakeCluster>();
    try (FakeCluster silent = FakeCluster.start(request -> cluster.getFirst().silence());
        Team team = new Team(silent.access(LONG), Clock.systemUTC());
        var threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("asking-", 0).factory())) {
      cluster.add(silent);
      List<Callable<String>> five = Collections.nCopies(5, team::describe);
      for (Future<String> asking : threads.invokeAll(five)) {
        assertThat(asking.state()).isEqualTo(Future.State.FAILED);
        assertThat(asking.exceptionNow())
            .isInstanceOf(RemoteFailure.class)
            .hasMessageContaining("did not answer within");
      }
      assertThat(silent.requests()).hasSize(1);
    }
  }

  @Test
  void anAbsentClusterLeavesTheAnswersOfThisMachine() throws InterruptedException {
    var nobody =
        new Access(
            ClusterAddress.of("http://127.0.0.1:1"),
            Optional.empty(),
            Optional.empty(),
            LONG,
            Access.TEAM);
    try (Team team = new Team(nobody, Clock.systemUTC())) {
      for (int i = 0; i < 4; i++) {
        assertThat(ids(search(team, "moved value"))).containsExactly("errors/E0382/clone");
      }
      assertThat(team.trouble().orElseThrow()).contains("can not be reached");
    }
  }

  @Test
  void elasticsearchIsToldApartAndAskedOnce() throws IOException, InterruptedException {
    String root = "{\"version\":{\"number\":\"9.0.0\"},\"tagline\":\"You Know, for Search\"}";
    try (FakeCluster cluster =
            FakeCluster.start(request ->
                request.path().equals("/")
                    ? Optional.of(new Answer(200, root))
                    : Optional.empty());
        Team team = new Team(cluster.access(LONG), Clock.systemUTC())) {
      search(team, "moved value");
      search(team, "moved value");
      assertThat(team.trouble().orElseThrow()).contains("is Elasticsearch").doesNotContain("\n");
      assertThat(cluster.requests()).hasSize(1);
    }
  }

  @Test
  void anOlderMappingIsSaidToBeOne() throws IOException, InterruptedException {
    try (FakeCluster cluster =
            FakeCluster.start(request ->
                request.path().endsWith("/_mapping")
                    ? Optional.of(new Answer(200, FakeCluster.mapping(0)))
                    : Optional.empty());
        Team team = new Team(cluster.access(LONG), Clock.systemUTC())) {
      search(team, "moved value");
      assertThat(team.trouble().orElseThrow())
          .contains("has version 0 of its fields")
          .contains("kb publish --renew");
    }
  }

  @Test
  void whatIsRefusedForTheMomentIsSentAgainAndNothingElse()
      throws IOException, InterruptedException {
    var bulks = new AtomicInteger();
    List<TeamPassage> two = List.of(entry("one"), entry("two"));
    try (FakeCluster cluster =
            FakeCluster.start(request ->
                request.path().endsWith("/_bulk")
                    ? Optional.of(bulk(bulks.getAndIncrement()))
                    : Optional.empty());
        Team team = new Team(cluster.access(LONG), Clock.systemUTC())) {
      var acknowledged = new ArrayList<String>();
      Publication publication = team.publish(two, SPACE, Map.of(), acknowledged::add);
      assertThat(publication).isEqualTo(new Publication(0, 2, Map.of()));
      assertThat(acknowledged).containsExactly(two.get(0).identity(), two.get(1).identity());
      List<String> sent =
          cluster.requests().stream()
              .filter(request -> request.path().endsWith("/_bulk"))
              .map(FakeCluster.Request::body)
              .toList();
      assertThat(sent).hasSize(3);
      assertThat(sent.getLast())
          .contains(two.get(1).identity())
          .doesNotContain(two.get(0).identity());
    }
  }

  /// First the whole request is too much, then its second item, then nothing.
  private static Answer bulk(int number) {
    String done = "{\"index\":{\"_index\":\"i\",\"_id\":\"x\",\"status\":201}}";
    String later =
        "{\"index\":{\"_index\":\"i\",\"_id\":\"x\",\"status\":429,\"error\":"
            + "{\"type\":\"rejected\",\"reason\":\"too much\"}}}";
    return switch (number) {
      case 0 ->
          new Answer(429, "{\"error\":{\"type\":\"x\",\"reason\":\"too much\"},\"status\":429}");
      case 1 ->
          new Answer(200, "{\"took\":1,\"errors\":true,\"items\":[%s,%s]}".formatted(done, later));
      default -> new Answer(200, "{\"took\":1,\"errors\":false,\"items\":[%s]}".formatted(done));
    };
  }

  private static TeamPassage entry(String name) {
    return TeamPassage.of(
        passage("errors/E0308/" + name, PassageKind.ERROR, "Title", name),
        "# " + name,
        new Provenance("Ada", Instant.EPOCH, "1.95.0", 2));
  }

  private static Passage passage(String id, PassageKind kind, String title, String body) {
    return new Passage(
        id,
        kind,
        title,
        List.of(),
        List.of("E0382"),
        List.of(),
        List.of(),
        List.of(),
        body,
        "",
        "",
        "",
        body);
  }

  private List<Hit> search(Team team, String text) throws InterruptedException {
    return index.search(
        new SearchRequest(
            Query.of(text), SearchFilter.kinds(PassageKind.ERROR), SearchMode.AUTO, 10),
        team.companion());
  }

  private static List<String> ids(List<Hit> hits) {
    return hits.stream().map(Hit::id).toList();
  }
}
