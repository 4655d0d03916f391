package dev.rustmend.remote;

import dev.rustmend.search.Field;
import dev.rustmend.search.PassageKind;
import dev.rustmend.search.PassageTerms;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch._types.query_dsl.BoolQuery;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch.core.MgetRequest;
import org.opensearch.client.opensearch.core.SearchRequest;

/// The team's entries by error code. All that leaves this machine is the code. What was fetched is
/// kept for a while, and for longer while the cluster does not answer. Safe to use from any thread.
final class TeamEntries {
  private static final Duration FRESH = Duration.ofMinutes(10);
  private static final int MOST = 50;
  private static final int MOST_CODES = 500;

  private final Cluster cluster;
  private final Promptly promptly;
  private final Clock clock;
  private final Map<String, Fetched> byCode = new ConcurrentHashMap<>();
  private final Map<String, Promptly.Answer<Fetched>> underWay = new ConcurrentHashMap<>();

  /// An entry with its identity and what became of its fixes.
  record Known(TeamPassage passage, Counts counts) {}

  private record Fetched(List<Known> entries, long at) {}

  TeamEntries(Cluster cluster, Promptly promptly, Clock clock) {
    this.cluster = cluster;
    this.promptly = promptly;
    this.clock = clock;
  }

  /// Those for errors with this code, or without one where it is empty. When they do not come in
  /// time it is those that were fetched before, and the next question finds the new ones.
  List<Known> about(String code) throws InterruptedException {
    Fetched before = byCode.get(code);
    if (before != null && clock.millis() - before.at() < FRESH.toMillis()) {
      return before.entries();
    }
    Promptly.Answer<Fetched> answer = underWay.get(code);
    if (answer == null) {
      Optional<Promptly.Answer<Fetched>> begun =
          promptly.ask("rustmend-team-entries", () -> fetched(code));
      if (begun.isEmpty()) {
        return before == null ? List.of() : before.entries();
      }
      answer = begun.get();
      underWay.put(code, answer);
    }
    Optional<Fetched> now = answer.inTime(Promptly.Late.GOES_ON);
    if (now.isPresent() || answer.asking().isDone()) {
      underWay.remove(code, answer);
    }
    return now.map(Fetched::entries).orElse(before == null ? List.of() : before.entries());
  }

  /// The identity of the entry that is known by this origin (`team:` and its short id).
  Optional<String> identity(String origin) {
    return byCode.values().stream()
        .flatMap(fetched -> fetched.entries().stream())
        .filter(known -> Team.origin(known.passage().passage().id()).equals(origin))
        .map(known -> known.passage().identity())
        .findFirst();
  }

  private Fetched fetched(String code) throws IOException, InterruptedException {
    List<Known> entries = cluster.facts(Cluster.SOON).isEmpty() ? List.of() : fetch(code);
    if (byCode.size() >= MOST_CODES) {
      byCode.clear();
    }
    var fetched = new Fetched(entries, clock.millis());
    byCode.put(code, fetched);
    return fetched;
  }

  private List<Known> fetch(String code) throws IOException {
    OpenSearchClient client = cluster.client(Cluster.SOON);
    SearchRequest request =
        SearchRequest.of(search ->
            search
                .index(cluster.access().alias())
                .query(about(code, PassageKind.ERROR, PassageKind.LINT))
                .size(MOST));
    var passages = new ArrayList<TeamPassage>();
    client
        .search(request, JsonObject.class)
        .hits()
        .hits()
        .forEach(hit -> passages.add(TeamPassage.of(hit.source())));
    passages.removeIf(passage -> passage.markdown().isEmpty());
    Map<String, Counts> counts = counts(client, passages);
    return passages.stream()
        .map(it -> new Known(it, counts.getOrDefault(it.identity(), Counts.NONE)))
        .toList();
  }

  private static Query about(String code, PassageKind... kinds) {
    List<String> names = java.util.Arrays.stream(kinds).map(Enum::name).toList();
    return BoolQuery.of(
            bool -> {
              bool.filter(TeamQueries.anyOf(Field.KIND, names));
              return code.isEmpty()
                  ? bool.mustNot(not -> not.exists(any -> any.field(Field.CODE)))
                  : bool.filter(TeamQueries.term(Field.CODE, PassageTerms.code(code), 1));
            })
        .toQuery();
  }

  /// What became of their fixes, by identity.
  Map<String, Counts> counts(OpenSearchClient client, List<TeamPassage> passages)
      throws IOException {
    var counts = new HashMap<String, Counts>();
    if (passages.isEmpty()) {
      return counts;
    }
    MgetRequest request =
        MgetRequest.of(get ->
            get.index(cluster.access().evidence())
                .ids(passages.stream().map(TeamPassage::identity).distinct().toList()));
    client
        .mget(request, JsonObject.class)
        .docs()
        .forEach(found -> {
          if (found.isResult() && found.result().found()) {
            counts.put(found.result().id(), counts(found.result().source()));
          }
        });
    return counts;
  }

  private static Counts counts(@Nullable JsonObject document) {
    JsonObject json = Objects.requireNonNull(document, "what was found has its source");
    return new Counts(
        json.getInt("offered", 0),
        json.getInt("taken", 0),
        json.getInt("kept", 0),
        json.getInt("undone", 0));
  }
}
