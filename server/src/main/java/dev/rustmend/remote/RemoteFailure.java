package dev.rustmend.remote;

/// The team's knowledge base can not be used, or did not take something. The message is a sentence
/// for people.
public final class RemoteFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// Whether trying again may help.
  public enum Kind {
    /// It is not there, too slow or too busy at present.
    PASSING,
    /// It will be the same next time.
    LASTING
  }

  private final Kind kind;

  RemoteFailure(Kind kind, String sentence) {
    super(sentence);
    this.kind = kind;
  }

  RemoteFailure(Kind kind, String sentence, Throwable cause) {
    super(sentence, cause);
    this.kind = kind;
  }

  /// Whether trying again may help.
  public Kind kind() {
    return kind;
  }

  /// What is wrong and what to do.
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
