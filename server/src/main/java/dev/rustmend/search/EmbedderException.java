package dev.rustmend.search;

/// An [Embedder] can not make vectors: its model does not load, or its service does not answer. The
/// message is a sentence for people. Whoever searches goes on without vectors.
public final class EmbedderException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// `sentence` says what is wrong and what to do.
  public EmbedderException(String sentence) {
    super(sentence);
  }

  public EmbedderException(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /// The sentence for people.
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
