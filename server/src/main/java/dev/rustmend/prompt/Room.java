package dev.rustmend.prompt;

import dev.rustmend.model.Message;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// How much fits into a model's context of `tokens`, without asking its tokenizer: code takes a
/// token for each three bytes or more, and each message some around it. A model that needs more
/// refuses the prompt; it cuts nothing off. `remedy` says what a person can do where that is too
/// little, such as ``raise `model.contextSize` ``.
public record Room(int tokens, String remedy) {
  private static final int BYTES_PER_TOKEN = 3;
  private static final int AROUND = 16;

  /// As much as the settings allow.
  public static Room ofSettings(int tokens) {
    return new Room(tokens, "raise `model.contextSize`");
  }

  /// The same for a model that takes `most` tokens at most.
  Room within(int most) {
    return most < tokens
        ? new Room(most, "that is all this model has, choose one with a longer context")
        : this;
  }

  /// The tokens of `text`, rather too many than too few.
  static int tokens(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length / BYTES_PER_TOKEN + 1;
  }

  /// Whether the conversation and an answer of `answer` tokens fit.
  boolean holds(List<Message> messages, int answer) {
    int asked = messages.stream().mapToInt(message -> tokens(message.text()) + AROUND).sum();
    return asked + answer <= tokens;
  }
}
