package dev.rustmend.service;

/// Hears how far a request is.
@FunctionalInterface
public interface ProgressListener {
  /// Hears nothing.
  ProgressListener NONE = (_, _, _) -> {};

  /// `done` of `total` steps are behind, `total` being 0 while nobody knows; `message` is a short
  /// sentence for people. Must return at once.
  void progress(String message, int done, int total);
}
