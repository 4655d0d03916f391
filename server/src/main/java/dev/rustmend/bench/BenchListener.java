package dev.rustmend.bench;

/// Hears how a benchmark goes on. Called from several threads, never two calls at once.
public interface BenchListener {

  /// `done` of `total` steps of `stage` are done; `detail` names the step that ended last.
  void progress(String stage, int done, int total, String detail);

  /// Hears nothing.
  static BenchListener silent() {
    return (_, _, _, _) -> {};
  }
}
