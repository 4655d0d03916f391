package dev.rustmend.bench;

import dev.rustmend.remote.Access;
import dev.rustmend.search.Passage;
import dev.rustmend.search.Query;
import dev.rustmend.search.SearchFilter;
import dev.rustmend.search.SearchIndex;
import dev.rustmend.search.SearchMode;
import dev.rustmend.search.SearchRequest;
import dev.rustmend.search.VectorSpace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// How long queries take when there are far more passages than today: over made ones, with the
/// labelled queries and vectors that cost nothing. Without `vectors` only words are measured, over
/// an index that is made in a tenth of the time.
record SyntheticBench(
    Path folder,
    RetrievalCorpus corpus,
    List<LabelledQuery> queries,
    Optional<Access> remote,
    boolean vectors,
    BenchListener listener) {
  private static final int BATCH = 20_000;
  private static final int WARM_UP = 40;

  List<RetrievalReport.Synthetic> run(List<Integer> counts)
      throws IOException, InterruptedException {
    var measured = new ArrayList<RetrievalReport.Synthetic>();
    for (int count : counts) {
      measured.add(run(count));
    }
    return measured;
  }

  private RetrievalReport.Synthetic run(int count) throws IOException, InterruptedException {
    var passages = new SyntheticPassages(corpus);
    var building =
        new RetrievalIndex(folder.resolveSibling("synthetic-" + count), passages, listener);
    building.clear();
    double seconds = 0;
    try (SearchIndex index = building.open()) {
      for (int from = 0; from < count; from += BATCH) {
        int to = Math.min(count, from + BATCH);
        List<Passage> batch = IntStream.range(from, to).mapToObj(passages::passage).toList();
        var made = new HashMap<String, float[]>();
        for (int i = from; i < to && vectors; i++) {
          made.put(batch.get(i - from).id(), passages.vector(i));
        }
        seconds += building.update(index, "synthetic-" + from, batch, made);
        listener.progress("indexing made passages", to, count, Math.round(seconds) + " s");
      }
      Sample words = times(index, SearchMode.BM25);
      Optional<Sample> fused =
          vectors ? Optional.of(times(index, SearchMode.MIN_MAX)) : Optional.empty();
      return new RetrievalReport.Synthetic(
          count, seconds, building.bytes(), words, fused, there(index, passages, count));
    } finally {
      building.clear();
    }
  }

  /// The same passages on the cluster.
  private Optional<RetrievalReport.SyntheticRemote> there(
      SearchIndex index, SyntheticPassages passages, int count)
      throws IOException, InterruptedException {
    if (remote.isEmpty() || !vectors) {
      return Optional.empty();
    }
    try (RemoteBench bench = new RemoteBench(remote.get(), listener)) {
      bench.clear();
      double seconds = 0;
      for (int from = 0; from < count; from += BATCH) {
        int to = Math.min(count, from + BATCH);
        List<Passage> batch = IntStream.range(from, to).mapToObj(passages::passage).toList();
        var made = new HashMap<String, float[]>();
        for (int i = from; i < to; i++) {
          made.put(batch.get(i - from).id(), passages.vector(i));
        }
        seconds += bench.publish(batch, VectorSpace.of(passages), made);
      }
      bench.settle();
      Sample words = bench.times(index, SearchMode.BM25, queries);
      Sample fused = bench.times(index, SearchMode.MIN_MAX, queries);
      bench.clear();
      return Optional.of(new RetrievalReport.SyntheticRemote(seconds, words, fused));
    }
  }

  private Sample times(SearchIndex index, SearchMode mode) throws InterruptedException {
    for (LabelledQuery query : queries.subList(0, Math.min(WARM_UP, queries.size()))) {
      index.search(request(query, mode));
    }
    var millis = new ArrayList<Double>();
    for (LabelledQuery query : queries) {
      long start = System.nanoTime();
      index.search(request(query, mode));
      millis.add((System.nanoTime() - start) / 1e6);
      listener.progress("searching made passages", millis.size(), queries.size(), query.id());
    }
    return Sample.of(millis);
  }

  private static SearchRequest request(LabelledQuery query, SearchMode mode) {
    return new SearchRequest(Query.of(query.query()), SearchFilter.ALL, mode, RankingScores.DEPTH);
  }
}
