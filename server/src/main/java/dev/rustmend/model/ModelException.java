package dev.rustmend.model;

/// A language model that can not be used, in one sentence for people.
public final class ModelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ModelException(String sentence) {
    super(sentence);
  }

  public ModelException(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /// What is wrong and what to do.
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
