package dev.rustmend.service;

/// Makes new projects. Safe to use from any thread.
public interface ProjectGenerator {
  /// Blocks until it is done; an interrupt ends it. Nothing is written outside of a scratch folder:
  /// the files are in the result. Throws [ServiceFailure] for a request that makes no sense.
  GeneratedProject generate(GenerateRequest request, ProgressListener progress)
      throws InterruptedException;
}
