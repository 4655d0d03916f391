package dev.rustmend.service;

/// Ends a request: one sentence for people that says what is wrong and what to do, and what kind of
/// failure it is, for a front door to put into its own terms.
public final class ServiceFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Kind kind;

  /// The kinds of failures.
  public enum Kind {
    /// The request itself is wrong.
    INVALID,
    /// It names something that is not there.
    NOT_FOUND,
    /// It names something outside of the folders that may be used.
    OUTSIDE,
    /// It is larger than what is taken.
    TOO_LARGE,
    /// Too much is under way.
    BUSY,
    /// Files were changed by somebody else in the meantime.
    CHANGED,
    /// The machine lacks something: no cargo, a folder that can not be written.
    ENVIRONMENT,
    /// It took longer than it may.
    TIMEOUT,
    /// Whoever asked does not want the answer any more.
    CANCELLED,
    /// This program made a mistake.
    INTERNAL;

    /// The kind as one word for machines: `not-found`.
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  public ServiceFailure(Kind kind, String sentence) {
    super(sentence);
    this.kind = kind;
  }

  public ServiceFailure(Kind kind, String sentence, Throwable cause) {
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
