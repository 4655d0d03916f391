package dev.rustmend.bench;

import dev.rustmend.remote.Access;
import dev.rustmend.search.Query;
import dev.rustmend.search.SearchFilter;
import dev.rustmend.search.SearchIndex;
import dev.rustmend.search.SearchMode;
import dev.rustmend.search.SearchRequest;
import dev.rustmend.search.VectorSpace;
import dev.rustmend.workspace.WholeFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How long queries take when there are far more passages than today: over made ones, with the
/// labelled queries and vectors that cost nothing. Without vectors only words are measured, over an
/// index that is made in a tenth of the time.
///
/// With a folder in `kept` the index is made there and stays; else it goes when all was measured.
record SyntheticBench(
    Path folder,
    RetrievalCorpus corpus,
    List<LabelledQuery> queries,
    Optional<Access> remote,
    MadeVectors vectors,
    Optional<Path> kept,
    BenchListener listener) {
  private static final int WARM_UP = 40;

  List<RetrievalReport.Synthetic> run(List<Integer> counts)
      throws IOException, InterruptedException {
    var measured = new ArrayList<RetrievalReport.Synthetic>();
    for (int count : counts) {
      measured.add(kept.isPresent() ? run(index(kept.get(), count)) : fleeting(count));
    }
    return measured;
  }

  private RetrievalReport.Synthetic fleeting(int count) throws IOException, InterruptedException {
    Path place = folder.resolveSibling("synthetic-" + count);
    WholeFolder.delete(place);
    try {
      return run(index(place, count));
    } finally {
      WholeFolder.delete(place);
    }
  }

  private SyntheticIndex index(Path place, int count) {
    return new SyntheticIndex(place, new SyntheticPassages(corpus), count, vectors, listener);
  }

  private RetrievalReport.Synthetic run(SyntheticIndex building)
      throws IOException, InterruptedException {
    try (SyntheticIndex.Made made = building.open()) {
      Sample words = times(made.index(), SearchMode.BM25);
      Optional<Sample> fused =
          hasVectors() ? Optional.of(times(made.index(), SearchMode.MIN_MAX)) : Optional.empty();
      return new RetrievalReport.Synthetic(
          building.count(),
          made.seconds(),
          made.bytes(),
          words,
          fused,
          there(made.index(), building));
    }
  }

  private boolean hasVectors() {
    return vectors == MadeVectors.WITH;
  }

  /// The same passages on the cluster.
  private Optional<RetrievalReport.SyntheticRemote> there(
      SearchIndex index, SyntheticIndex building) throws IOException, InterruptedException {
    if (remote.isEmpty() || !hasVectors()) {
      return Optional.empty();
    }
    try (RemoteBench bench = new RemoteBench(remote.get(), listener)) {
      bench.clear();
      VectorSpace space = VectorSpace.of(building.passages());
      double seconds = 0;
      for (SyntheticPassages.Batch batch : building.batches()) {
        seconds += bench.publish(batch.passages(), space, batch.vectors());
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
