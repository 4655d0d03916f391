package dev.rustmend.submission;

/// Sources that are not taken, or a build that was ended: one sentence that says what is wrong and
/// what to do.
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Kind kind;

  /// What is wrong with them.
  public enum Kind {
    /// A path or a text is not one that is taken.
    INVALID,
    /// There is too much of them.
    TOO_LARGE,
    /// They would run code, and nothing here confines it.
    UNCONFINED,
    /// A build used more than it may.
    LIMIT,
    /// This machine can not do it: there is no cargo, a folder can not be written.
    ENVIRONMENT
  }

  RefusedException(Kind kind, String sentence) {
    super(sentence);
    this.kind = kind;
  }

  RefusedException(Kind kind, String sentence, Throwable cause) {
    super(sentence, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /// What is wrong and what to do.
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
