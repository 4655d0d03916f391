package dev.rustmend.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What a model is asked.
///
/// `maxTokens` bounds the answer; `grammar` is llama.cpp's GBNF and frames it, where the model can
/// do that; `stop` are texts that end it and are left out; `limit` bounds the time of the call,
/// without that for loading a model first.
public record CompletionRequest(
    List<Message> messages,
    Sampling sampling,
    int maxTokens,
    Optional<String> grammar,
    List<String> stop,
    Duration limit) {
  public CompletionRequest {
    messages = List.copyOf(messages);
    stop = List.copyOf(stop);
    if (messages.isEmpty()) {
      throw new IllegalArgumentException("a conversation without a message");
    }
    if (maxTokens < 1) {
      throw new IllegalArgumentException("maxTokens " + maxTokens);
    }
    if (!limit.isPositive()) {
      throw new IllegalArgumentException("limit " + limit);
    }
  }

  /// A request without a grammar and without stop texts.
  public static CompletionRequest of(
      List<Message> messages, Sampling sampling, int maxTokens, Duration limit) {
    return new CompletionRequest(messages, sampling, maxTokens, Optional.empty(), List.of(), limit);
  }

  /// The same, framed by a GBNF grammar.
  public CompletionRequest framedBy(String gbnf) {
    return new CompletionRequest(messages, sampling, maxTokens, Optional.of(gbnf), stop, limit);
  }
}
