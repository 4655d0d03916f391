package dev.rustmend.model;

/// The worker process has ended without an answer.
final class WorkerEnded extends Exception {
  private static final long serialVersionUID = 1L;

  WorkerEnded(String how) {
    super(how);
  }

  String how() {
    return String.valueOf(getMessage());
  }
}
