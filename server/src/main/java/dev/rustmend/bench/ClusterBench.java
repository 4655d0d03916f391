package dev.rustmend.bench;

import dev.rustmend.search.Passage;
import dev.rustmend.search.SearchIndex;
import dev.rustmend.search.SearchMode;
import dev.rustmend.search.VectorSpace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How long a cluster takes for the labelled questions when there are many passages on it: made
/// ones, with vectors of queries that cost nothing. The index of this machine, which says what may
/// be told and ranks what comes back, has the real passages.
record ClusterBench(
    TeamBenchRequest request,
    RetrievalCorpus corpus,
    List<LabelledQuery> queries,
    BenchListener listener) {
  private static final int BATCH = 10_000;

  List<TeamReport.Cluster> run() throws IOException, InterruptedException {
    var passages = new SyntheticPassages(corpus);
    var building = new RetrievalIndex(request.folder().resolve("words"), passages, listener);
    building.clear();
    try (SearchIndex index = building.open()) {
      building.update(index, "kb", corpus.articles(), vectors(passages));
      building.update(index, "doc", corpus.documentation(), Map.of());
      var measured = new ArrayList<TeamReport.Cluster>();
      for (int count : request.passages()) {
        measured.add(run(index, passages, count));
      }
      return measured;
    } finally {
      building.clear();
    }
  }

  /// Any vectors: an index without one would ask for none.
  private Map<String, float[]> vectors(SyntheticPassages passages) {
    var vectors = new HashMap<String, float[]>();
    List<Passage> articles = corpus.articles();
    for (int i = 0; i < articles.size(); i++) {
      vectors.put(articles.get(i).id(), passages.vector(i));
    }
    return vectors;
  }

  private TeamReport.Cluster run(SearchIndex index, SyntheticPassages passages, int count)
      throws IOException, InterruptedException {
    try (RemoteBench bench =
        new RemoteBench(request.cluster().orElseThrow(), "-" + count, listener)) {
      Optional<Double> seconds =
          bench.size() == count ? Optional.empty() : Optional.of(publish(bench, passages, count));
      var rounds = new ArrayList<TeamReport.Round>();
      for (int round = 0; round < request.rounds(); round++) {
        rounds.add(
            new TeamReport.Round(
                bench.times(index, SearchMode.BM25, queries, RemoteBench.Asked.ALONE),
                fused(bench, index, RemoteBench.Asked.ALONE),
                bench.times(index, SearchMode.BM25, queries, RemoteBench.Asked.BESIDE),
                fused(bench, index, RemoteBench.Asked.BESIDE)));
      }
      long bytes = bench.bytes();
      if (request.kept() == TeamBenchRequest.Afterwards.DELETED) {
        bench.clear();
      }
      return new TeamReport.Cluster(count, seconds, bytes, rounds);
    }
  }

  private Optional<Sample> fused(RemoteBench bench, SearchIndex index, RemoteBench.Asked asked)
      throws IOException, InterruptedException {
    return hasVectors()
        ? Optional.of(bench.times(index, SearchMode.MIN_MAX, queries, asked))
        : Optional.empty();
  }

  private boolean hasVectors() {
    return request.vectors() == MadeVectors.WITH;
  }

  /// What is there of an earlier run that was ended is not sent again. Returns the seconds.
  private double publish(RemoteBench bench, SyntheticPassages passages, int count)
      throws IOException, InterruptedException {
    double seconds = 0;
    for (SyntheticPassages.Batch batch : passages.batches(0, count, BATCH, request.vectors())) {
      seconds += bench.publish(batch.passages(), VectorSpace.of(passages), batch.vectors());
      listener.progress("publishing made passages", batch.to(), count, Math.round(seconds) + " s");
    }
    bench.settle();
    return seconds;
  }
}
