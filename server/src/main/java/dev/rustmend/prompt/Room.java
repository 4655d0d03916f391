package dev.rustmend.prompt;

import dev.rustmend.model.Message;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// How much fits into a model's context of `tokens`, without asking its tokenizer: code takes a
/// token for each three bytes or more, and each message some around it. A model that needs more
/// refuses the prompt; it cuts nothing off.
public record Room(int tokens) {
  private static final int BYTES_PER_TOKEN = 3;
  private static final int AROUND = 16;

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
