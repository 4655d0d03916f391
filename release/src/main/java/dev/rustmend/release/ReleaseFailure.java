package dev.rustmend.release;

/// Why no release can be made, in one sentence that says what to do.
final class ReleaseFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  ReleaseFailure(String sentence) {
    super(sentence);
  }
}
