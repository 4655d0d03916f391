package dev.rustmend.search;

/// How passages are found and in which way two rankings become one.
public enum SearchMode {
  /// What has been measured to be the best: rustc's output by words alone, a question by both, with
  /// scores ([#MIN_MAX]). No vector is made for rustc's output.
  AUTO,
  /// By words alone.
  BM25,
  /// By meaning alone; by words where there are no vectors.
  VECTOR,
  /// By both: a passage counts by its ranks (reciprocal rank fusion).
  RRF,
  /// By both: a passage counts by its scores, each list stretched to reach from 0 to 1.
  MIN_MAX
}
