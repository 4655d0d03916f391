package dev.rustmend.bench;

import dev.rustmend.embedding.CachingEmbedder;
import dev.rustmend.embedding.LazyEmbedder;
import dev.rustmend.search.Embedder;
import dev.rustmend.search.Hit;
import dev.rustmend.search.PassageKind;
import dev.rustmend.search.Query;
import dev.rustmend.search.SearchFilter;
import dev.rustmend.search.SearchIndex;
import dev.rustmend.search.SearchMode;
import dev.rustmend.search.SearchRequest;
import dev.rustmend.search.VectorSpace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `bench retrieval`: whether a search over the knowledge base and the toolchain's documentation
/// finds what helps, for rustc's output and for people's questions, and how long it takes.
public final class RetrievalBench {
  private static final int WARM_UP = 40;

  /// Measures what `request` asks for. Throws [IOException] with a sentence for people when there
  /// is no documentation or the index can not be made.
  public RetrievalReport run(RetrievalBenchRequest request, BenchListener listener)
      throws IOException, InterruptedException {
    RustToolchain toolchain = RustToolchain.find();
    Path folder = request.cache().resolve("bench").resolve("retrieval");
    List<LabelledQuery> queries =
        LabelledQueries.shipped().stream()
            .filter(query -> request.half().stream().allMatch(query.half()::equals))
            .toList();
    try (LazyEmbedder model = LazyEmbedder.builtIn(request.cache())) {
      var building =
          new RetrievalIndex(folder, new CachingEmbedder(model, request.cache()), listener);
      RetrievalCorpus corpus = RetrievalCorpus.read(toolchain, listener);
      RetrievalReport.Corpus facts = building.fill(corpus, model, queries);
      List<RetrievalReport.Outcome> outcomes;
      try (SearchIndex index = building.open()) {
        outcomes = outcomes(index, request, queries, listener);
      }
      MadeVectors vectors =
          request.modes().equals(List.of(SearchMode.BM25)) ? MadeVectors.WITHOUT : MadeVectors.WITH;
      List<RetrievalReport.Times> times;
      try (SearchIndex index = new RetrievalIndex(folder, model, listener).open()) {
        times = times(index, request, queries, listener);
      }
      List<RetrievalReport.Remote> remote = remote(request, building, corpus, queries, listener);
      return new RetrievalReport(
          toolchain,
          Runtime.getRuntime().availableProcessors(),
          request.modes(),
          outcomes,
          facts,
          times,
          new SyntheticBench(
                  folder, corpus, queries, request.remote(), vectors, request.kept(), listener)
              .run(request.synthetic()),
          remote);
    }
  }

  private static List<RetrievalReport.Outcome> outcomes(
      SearchIndex index,
      RetrievalBenchRequest request,
      List<LabelledQuery> queries,
      BenchListener listener)
      throws InterruptedException {
    var outcomes = new ArrayList<RetrievalReport.Outcome>();
    for (RetrievalReport.Task task : RetrievalReport.Task.values()) {
      List<LabelledQuery> asked =
          queries.stream().filter(query -> query.sort() == task.sort()).toList();
      for (SearchMode mode : request.modes()) {
        int done = 0;
        for (LabelledQuery query : asked) {
          outcomes.add(outcome(index, task, mode, query));
          listener.progress("searching by " + word(mode), ++done, asked.size(), task.words());
        }
      }
    }
    return outcomes;
  }

  /// The same passages and queries on a cluster, where one is given.
  private static List<RetrievalReport.Remote> remote(
      RetrievalBenchRequest request,
      RetrievalIndex building,
      RetrievalCorpus corpus,
      List<LabelledQuery> queries,
      BenchListener listener)
      throws IOException, InterruptedException {
    if (request.remote().isEmpty()) {
      return List.of();
    }
    try (RemoteBench bench = new RemoteBench(request.remote().get(), listener);
        SearchIndex index = building.open()) {
      bench.clear();
      Embedder embedder = building.embedder();
      bench.publish(
          corpus.all(), VectorSpace.of(embedder), RemoteBench.vectors(corpus.all(), embedder));
      bench.settle();
      List<RetrievalReport.Remote> compared = bench.compare(index, queries);
      bench.clear();
      return compared;
    }
  }

  /// A query of a task.
  static SearchRequest request(RetrievalReport.Task task, SearchMode mode, LabelledQuery query) {
    SearchFilter filter =
        task == RetrievalReport.Task.ERRORS_AMONG_ENTRIES
            ? SearchFilter.kinds(PassageKind.ERROR, PassageKind.LINT)
            : SearchFilter.ALL;
    return new SearchRequest(Query.of(query.query()), filter, mode, RankingScores.DEPTH);
  }

  private static RetrievalReport.Outcome outcome(
      SearchIndex index, RetrievalReport.Task task, SearchMode mode, LabelledQuery query)
      throws InterruptedException {
    SearchRequest request = request(task, mode, query);
    List<String> ranked = index.search(request).stream().map(Hit::id).toList();
    return new RetrievalReport.Outcome(
        query.id(), query.half(), task, mode, RankingScores.of(ranked, query.grades()), ranked);
  }

  /// How long each query takes with nothing remembered; the first ones only warm up.
  private static List<RetrievalReport.Times> times(
      SearchIndex index,
      RetrievalBenchRequest request,
      List<LabelledQuery> queries,
      BenchListener listener)
      throws InterruptedException {
    var times = new ArrayList<RetrievalReport.Times>();
    for (SearchMode mode : request.modes()) {
      for (LabelledQuery.Sort sort : LabelledQuery.Sort.values()) {
        List<LabelledQuery> asked = queries.stream().filter(query -> query.sort() == sort).toList();
        for (LabelledQuery query : asked.subList(0, Math.min(WARM_UP, asked.size()))) {
          millis(index, mode, query);
        }
        var sample = new ArrayList<Double>();
        for (LabelledQuery query : asked) {
          sample.add(millis(index, mode, query));
        }
        listener.progress("timing", times.size() + 1, 2 * request.modes().size(), word(mode));
        times.add(new RetrievalReport.Times(sort, mode, Sample.of(sample)));
      }
    }
    return times;
  }

  private static double millis(SearchIndex index, SearchMode mode, LabelledQuery query)
      throws InterruptedException {
    var request =
        new SearchRequest(Query.of(query.query()), SearchFilter.ALL, mode, RankingScores.DEPTH);
    long start = System.nanoTime();
    index.search(request);
    return (System.nanoTime() - start) / 1e6;
  }

  /// A mode as reports and the command line name it.
  public static String word(SearchMode mode) {
    return switch (mode) {
      case AUTO -> "auto";
      case BM25 -> "bm25";
      case VECTOR -> "vector";
      case RRF -> "rrf";
      case MIN_MAX -> "min-max";
    };
  }
}
