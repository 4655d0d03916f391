package dev.rustmend.prompt;

/// What a prompt shows besides the error, so that a benchmark can compare one way with another.
/// Everything but the benchmark asks in [#usual].
public record PromptStyle(Examples examples, Places places, Numbers numbers) {
  /// Whether repaired programs of the knowledge base are shown.
  public enum Examples {
    SHOWN,
    LEFT_OUT
  }

  /// What of the program is shown.
  public enum Places {
    /// The item around every place that rustc names.
    ALL,
    /// The item of the error, and no other.
    OF_THE_ERROR,
    /// The whole file of the error, which is then what the model rewrites.
    WHOLE_FILE
  }

  /// Whether the items have numbers, and an answer begins with one.
  public enum Numbers {
    SHOWN,
    LEFT_OUT
  }

  /// The way that users are served.
  public static PromptStyle usual() {
    return new PromptStyle(Examples.SHOWN, Places.ALL, Numbers.SHOWN);
  }

  /// The same with or without examples.
  public PromptStyle with(Examples other) {
    return new PromptStyle(other, places, numbers);
  }

  /// The same with other places.
  public PromptStyle with(Places other) {
    return new PromptStyle(examples, other, numbers);
  }

  /// The same with or without numbers.
  public PromptStyle with(Numbers other) {
    return new PromptStyle(examples, places, other);
  }
}
