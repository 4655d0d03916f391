package dev.rustmend.learn;

/// A git history can not be read; the message says why and what to do.
public final class GitFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  GitFailure(String sentence) {
    super(sentence);
  }

  /// One sentence for people.
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
