package dev.rustmend.bench;

import dev.rustmend.bench.RetrievalReport.Task;
import dev.rustmend.remote.Access;
import dev.rustmend.remote.Provenance;
import dev.rustmend.remote.RemoteFailure;
import dev.rustmend.remote.Team;
import dev.rustmend.remote.TeamPassage;
import dev.rustmend.search.Companion;
import dev.rustmend.search.Embedder;
import dev.rustmend.search.Hit;
import dev.rustmend.search.Passage;
import dev.rustmend.search.PassageText;
import dev.rustmend.search.SearchIndex;
import dev.rustmend.search.SearchMode;
import dev.rustmend.search.SearchRequest;
import dev.rustmend.search.VectorSpace;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The passages of a benchmark on a cluster, in indices of its own, which are deleted at the end:
/// the same queries as to the index of this machine, asked with what may leave it.
final class RemoteBench implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String BASE = "rustmend-bench";
  private static final int BATCH = 2000;
  private static final int WARM_UP = 60;
  private static final Provenance NOBODY = new Provenance("bench", Instant.EPOCH, "", 0);

  private final Team team;
  private final BenchListener listener;

  RemoteBench(Access access, BenchListener listener) {
    this(access, "", listener);
  }

  /// With indices whose names have `suffix`, which stay when they are not cleared.
  RemoteBench(Access access, String suffix, BenchListener listener) {
    this.team = new Team(access.with(BASE + suffix, PATIENCE), Clock.systemUTC());
    this.listener = listener;
  }

  /// Whether the cluster is searched alone, or beside the index of this machine as a person's
  /// question is.
  enum Asked {
    ALONE,
    BESIDE
  }

  /// How many passages are there.
  long size() throws IOException, InterruptedException {
    try {
      return team.size().passages();
    } catch (RemoteFailure e) {
      throw new IOException(e.sentence(), e);
    }
  }

  /// What one copy of them takes on the disk.
  long bytes() throws IOException, InterruptedException {
    try {
      return team.size().bytes();
    } catch (RemoteFailure e) {
      throw new IOException(e.sentence(), e);
    }
  }

  /// Publishes passages with these vectors, by passage id; returns the seconds. Throws
  /// [IOException] with a sentence for people.
  double publish(List<Passage> passages, VectorSpace space, Map<String, float[]> vectors)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    try {
      for (int from = 0; from < passages.size(); from += BATCH) {
        List<TeamPassage> batch =
            passages.subList(from, Math.min(passages.size(), from + BATCH)).stream()
                .map(passage -> new TeamPassage(passage, "", NOBODY))
                .toList();
        team.publish(batch, space, vectors, _ -> {});
        listener.progress("publishing", from + batch.size(), passages.size(), "passages");
      }
    } catch (RemoteFailure e) {
      throw new IOException(e.sentence(), e);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  /// Deletes what was published before.
  void clear() throws IOException, InterruptedException {
    try {
      team.discard();
    } catch (RemoteFailure e) {
      throw new IOException(e.sentence(), e);
    }
  }

  /// Merges what was published into few segments, as a cluster does in the course of time.
  void settle() throws IOException, InterruptedException {
    try {
      team.settle();
    } catch (RemoteFailure e) {
      throw new IOException(e.sentence(), e);
    }
  }

  /// The rankings and times of both for the same queries.
  List<RetrievalReport.Remote> compare(SearchIndex index, List<LabelledQuery> queries)
      throws IOException, InterruptedException {
    var compared = new ArrayList<RetrievalReport.Remote>();
    for (Task task : Task.values()) {
      List<LabelledQuery> asked =
          queries.stream().filter(query -> query.sort() == task.sort()).toList();
      for (LabelledQuery query : asked.subList(0, Math.min(WARM_UP, asked.size()))) {
        elsewhere(index, RetrievalBench.request(task, SearchMode.AUTO, query));
      }
      var here = new ArrayList<RankingScores>();
      var there = new ArrayList<RankingScores>();
      var hereMillis = new ArrayList<Double>();
      var thereMillis = new ArrayList<Double>();
      for (LabelledQuery query : asked) {
        SearchRequest request = RetrievalBench.request(task, SearchMode.AUTO, query);
        long start = System.nanoTime();
        here.add(scores(index.search(request), query));
        long between = System.nanoTime();
        there.add(scores(elsewhere(index, request), query));
        hereMillis.add((between - start) / 1e6);
        thereMillis.add((System.nanoTime() - between) / 1e6);
        listener.progress("searching the cluster", there.size(), asked.size(), task.words());
      }
      compared.add(
          new RetrievalReport.Remote(
              task, here, there, Sample.of(hereMillis), Sample.of(thereMillis)));
    }
    return compared;
  }

  /// How long the cluster takes for each of the queries in this mode, over what was published.
  Sample times(SearchIndex index, SearchMode mode, List<LabelledQuery> queries)
      throws IOException, InterruptedException {
    return times(index, mode, queries, Asked.ALONE);
  }

  /// The same, with the index of this machine searched at the same time or not.
  Sample times(SearchIndex index, SearchMode mode, List<LabelledQuery> queries, Asked asked)
      throws IOException, InterruptedException {
    for (LabelledQuery query : queries.subList(0, Math.min(WARM_UP, queries.size()))) {
      ask(index, RetrievalBench.request(Task.QUESTIONS, mode, query), asked);
    }
    var millis = new ArrayList<Double>();
    for (LabelledQuery query : queries) {
      SearchRequest request = RetrievalBench.request(Task.QUESTIONS, mode, query);
      long start = System.nanoTime();
      ask(index, request, asked);
      millis.add((System.nanoTime() - start) / 1e6);
      listener.progress("searching the cluster", millis.size(), queries.size(), query.id());
    }
    return Sample.of(millis);
  }

  private List<Hit> ask(SearchIndex index, SearchRequest request, Asked asked)
      throws IOException, InterruptedException {
    return asked == Asked.ALONE
        ? elsewhere(index, request)
        : index.search(request, team.companion());
  }

  private List<Hit> elsewhere(SearchIndex index, SearchRequest request)
      throws IOException, InterruptedException {
    Companion alone = team.alone();
    Optional<List<Hit>> hits = index.searchElsewhere(request, alone);
    if (hits.isEmpty() && team.trouble().isPresent()) {
      throw new IOException(team.trouble().get());
    }
    return hits.orElse(List.of());
  }

  private static RankingScores scores(List<Hit> hits, LabelledQuery query) {
    return RankingScores.of(hits.stream().map(Hit::id).toList(), query.grades());
  }

  /// The vectors of passages by id, of those that are found by meaning.
  static Map<String, float[]> vectors(List<Passage> passages, Embedder embedder)
      throws InterruptedException {
    List<Passage> meant = passages.stream().filter(PassageText::isForMeaning).toList();
    List<float[]> made =
        embedder.embed(meant.stream().map(PassageText::of).toList(), Embedder.Role.PASSAGE);
    var vectors = new HashMap<String, float[]>();
    for (int i = 0; i < made.size(); i++) {
      vectors.put(meant.get(i).id(), made.get(i));
    }
    return vectors;
  }

  @Override
  public void close() {
    team.close();
  }
}
