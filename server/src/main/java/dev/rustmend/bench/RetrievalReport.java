package dev.rustmend.bench;

import dev.rustmend.search.SearchMode;
import java.util.List;
import java.util.Optional;

/// What `bench retrieval` measured: the scores of each query in each mode, the times and the sizes.
public record RetrievalReport(
    RustToolchain toolchain,
    int processors,
    List<SearchMode> modes,
    List<Outcome> outcomes,
    Corpus corpus,
    List<Times> times,
    List<Synthetic> synthetic,
    List<Remote> remote) {

  public RetrievalReport {
    modes = List.copyOf(modes);
    outcomes = List.copyOf(outcomes);
    times = List.copyOf(times);
    synthetic = List.copyOf(synthetic);
    remote = List.copyOf(remote);
  }

  /// Which passages a query of which sort is searched among.
  public enum Task {
    /// rustc's output, among all passages.
    ERRORS("rustc output, among everything"),
    /// rustc's output, among entries for errors and lints.
    ERRORS_AMONG_ENTRIES("rustc output, among entries"),
    /// Questions, among all passages.
    QUESTIONS("questions, among everything");

    private final String words;

    Task(String words) {
      this.words = words;
    }

    /// Its name in reports.
    public String words() {
      return words;
    }

    LabelledQuery.Sort sort() {
      return this == QUESTIONS ? LabelledQuery.Sort.QUESTION : LabelledQuery.Sort.ERROR;
    }
  }

  /// The scores of one query in one mode, and the ids that were found, the best first.
  public record Outcome(
      String query,
      Half half,
      Task task,
      SearchMode mode,
      RankingScores scores,
      List<String> ranked) {
    public Outcome {
      ranked = List.copyOf(ranked);
    }
  }

  /// What was indexed. Times are in seconds: reading the documentation, a first index of the
  /// knowledge base and then of the documentation, both by words, and adding vectors that are
  /// known. `vectorMillis` is what the model takes for one passage, on a sample; `vectors` passages
  /// have one.
  public record Corpus(
      int articles,
      int documentation,
      double readSeconds,
      double articleSeconds,
      double documentationSeconds,
      double vectorSeconds,
      double vectorMillis,
      int vectors,
      long bytes,
      int dangling) {}

  /// How long queries of one sort take in one mode, vector of the query included, in milliseconds.
  public record Times(LabelledQuery.Sort sort, SearchMode mode, Sample millis) {}

  /// How long queries take over an index of `passages` made ones, without the making of the query's
  /// vector; `fusedMillis` is empty where the index has no vectors.
  public record Synthetic(
      int passages,
      double indexSeconds,
      long bytes,
      Sample wordMillis,
      Optional<Sample> fusedMillis,
      Optional<SyntheticRemote> remote) {}

  /// The same passages on a cluster: publishing all of them, and how long queries take.
  public record SyntheticRemote(double publishSeconds, Sample wordMillis, Sample fusedMillis) {}

  /// One task by the best mode, here and on a cluster: the scores of each query and the times.
  public record Remote(
      Task task,
      List<RankingScores> here,
      List<RankingScores> there,
      Sample hereMillis,
      Sample thereMillis) {
    public Remote {
      here = List.copyOf(here);
      there = List.copyOf(there);
    }
  }

  /// The outcomes of a task in a mode; of both halves without one.
  List<RankingScores> scores(Task task, Optional<Half> half, SearchMode mode) {
    return outcomes.stream()
        .filter(one -> one.task() == task && one.mode() == mode)
        .filter(one -> half.isEmpty() || half.get() == one.half())
        .map(Outcome::scores)
        .toList();
  }

  /// The halves that were measured.
  List<Half> halves() {
    return outcomes.stream().map(Outcome::half).distinct().sorted().toList();
  }
}
