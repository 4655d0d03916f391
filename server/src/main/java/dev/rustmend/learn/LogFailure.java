package dev.rustmend.learn;

/// The log of what was learned can not be read or written. The message is a sentence for people
/// that says what to do.
public final class LogFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LogFailure(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /// What is wrong and what to do.
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
