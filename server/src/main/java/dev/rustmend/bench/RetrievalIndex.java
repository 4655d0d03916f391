package dev.rustmend.bench;

import dev.rustmend.search.Embedder;
import dev.rustmend.search.OpenResult;
import dev.rustmend.search.Passage;
import dev.rustmend.search.PassageText;
import dev.rustmend.search.SearchIndex;
import dev.rustmend.search.UpdateResult;
import dev.rustmend.workspace.WholeFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/// The index that a benchmark searches, in a folder of ours, with vectors of `embedder`.
record RetrievalIndex(Path folder, Embedder embedder, BenchListener listener) {
  private static final int BATCH = 64;
  private static final int SAMPLE = 100;

  /// Opens it; it is closed by whoever asked. Throws [IOException] when another process has it.
  SearchIndex open() throws IOException, InterruptedException {
    return open(Optional.of(embedder));
  }

  private SearchIndex open(Optional<Embedder> by) throws IOException, InterruptedException {
    return switch (SearchIndex.open(folder, by)) {
      case OpenResult.Opened(SearchIndex index) -> index;
      case OpenResult.Rebuilt(SearchIndex index, _) -> index;
      case OpenResult.ReadOnly(SearchIndex index, String why) -> {
        index.close();
        throw new IOException(why);
      }
      case OpenResult.Unavailable(String why) -> throw new IOException(why);
    };
  }

  /// Makes it anew: first by words, with no embedder at all, since one that remembers vectors would
  /// add them at once; then with the vectors. `model` is timed with nothing remembered.
  RetrievalReport.Corpus fill(RetrievalCorpus corpus, Embedder model, List<LabelledQuery> queries)
      throws IOException, InterruptedException {
    clear();
    double articles;
    double documentation;
    try (SearchIndex index = open(Optional.empty())) {
      articles = update(index, "kb", corpus.articles(), Map.of());
      documentation = update(index, "doc", corpus.documentation(), Map.of());
    }
    try (SearchIndex index = open()) {
      List<Passage> forMeaning = corpus.all().stream().filter(PassageText::isForMeaning).toList();
      Map<String, float[]> vectors = vectors(forMeaning);
      double withVectors =
          update(index, "kb", corpus.articles(), vectors)
              + update(index, "doc", corpus.documentation(), vectors);
      return new RetrievalReport.Corpus(
          corpus.articles().size(),
          corpus.documentation().size(),
          corpus.readSeconds(),
          articles,
          documentation,
          withVectors,
          vectorMillis(model, forMeaning),
          vectors.size(),
          bytes(),
          LabelledQueries.dangling(queries, corpus.sections()).size());
    }
  }

  /// Deletes the index's files.
  void clear() throws IOException {
    WholeFolder.delete(folder);
  }

  /// Makes `passages` those of `source`; returns the seconds. Throws [IOException] when that fails.
  double update(
      SearchIndex index, String source, List<Passage> passages, Map<String, float[]> vectors)
      throws IOException, InterruptedException {
    listener.progress("indexing", 0, 1, source);
    var own = new HashMap<String, float[]>();
    if (!vectors.isEmpty()) {
      passages.stream()
          .map(Passage::id)
          .filter(vectors::containsKey)
          .forEach(id -> own.put(id, vectors.getOrDefault(id, new float[0])));
    }
    long start = System.nanoTime();
    return switch (index.update(source, passages, own)) {
      case UpdateResult.Written _ -> (System.nanoTime() - start) / 1e9;
      case UpdateResult.NotTheWriter(String why) -> throw new IOException(why);
      case UpdateResult.Failed(String why) -> throw new IOException(why);
    };
  }

  /// The size of all its files; vectors that it remembers are not counted.
  long bytes() throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += file.getFileName().toString().startsWith("_") ? Files.size(file) : 0;
      }
    }
    return bytes;
  }

  private Map<String, float[]> vectors(List<Passage> passages) throws InterruptedException {
    var vectors = new HashMap<String, float[]>();
    for (int from = 0; from < passages.size(); from += BATCH) {
      List<Passage> batch = passages.subList(from, Math.min(from + BATCH, passages.size()));
      List<float[]> made =
          embedder.embed(batch.stream().map(PassageText::of).toList(), Embedder.Role.PASSAGE);
      for (int i = 0; i < batch.size(); i++) {
        vectors.put(batch.get(i).id(), made.get(i));
      }
      listener.progress(
          "making vectors", from + batch.size(), passages.size(), batch.getLast().id());
    }
    return vectors;
  }

  private static double vectorMillis(Embedder model, List<Passage> passages)
      throws InterruptedException {
    List<String> texts =
        new Random(1)
            .ints(SAMPLE + 1, 0, passages.size())
            .mapToObj(i -> PassageText.of(passages.get(i)))
            .toList();
    model.embed(texts.subList(0, 1), Embedder.Role.PASSAGE);
    long start = System.nanoTime();
    model.embed(texts.subList(1, texts.size()), Embedder.Role.PASSAGE);
    return (System.nanoTime() - start) / 1e6 / SAMPLE;
  }
}
