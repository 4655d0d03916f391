package dev.rustmend.knowledge;

/// There is nothing to search in; the message is a sentence that says why and what to do.
public final class LibraryFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  LibraryFailure(String sentence) {
    super(sentence);
  }

  LibraryFailure(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /// The sentence for people.
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
