package dev.rustmend.repair;

import dev.rustmend.prompt.PromptStyle;

/// How a model is asked about an error: what the prompt shows, whether a grammar holds the answer
/// in its form, and how often it may answer.
public record ModelWay(PromptStyle style, Form form, Tries tries) {
  /// What keeps an answer in its form.
  public enum Form {
    /// A grammar, where the model honors one.
    BY_GRAMMAR,
    /// The words of the prompt alone.
    BY_WORDS
  }

  /// `samples` answers to each question; a conversation has one question or two (`rounds`), the
  /// second of which shows what was wrong; `starts` conversations.
  public record Tries(int starts, int rounds, int samples) {
    public Tries {
      if (starts < 1 || rounds < 1 || rounds > 2 || samples < 1) {
        throw new IllegalArgumentException("a model is asked once or twice, and answers");
      }
    }

    /// `samples` answers to the first question, and nothing more.
    public static Tries once(int samples) {
      return new Tries(1, 1, samples);
    }
  }

  /// The way that users are served.
  public static ModelWay usual() {
    return new ModelWay(PromptStyle.usual(), Form.BY_GRAMMAR, new Tries(2, 2, 4));
  }
}
