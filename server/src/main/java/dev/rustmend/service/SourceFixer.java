package dev.rustmend.service;

/// Judges and repairs sources in a workspace that is thrown away afterwards; nothing of the user's
/// is touched. Safe to use from any thread.
public interface SourceFixer {
  /// Blocks until it is done; an interrupt ends it with everything that it started. Throws
  /// [ServiceFailure] for sources that are not taken, and where a limit ended the build.
  SourceResult fix(SourceRequest request, ProgressListener progress) throws InterruptedException;
}
