package dev.rustmend.embedding;

/// How far an embedder is that loads when it is needed.
public sealed interface EmbedderState {
  /// Nobody has needed it yet, or not for some minutes: it takes no memory.
  record NotLoaded() implements EmbedderState {}

  /// It is being loaded in the background.
  record Loading() implements EmbedderState {}

  /// It answers.
  record Ready() implements EmbedderState {}

  /// It can not be loaded on this machine, and will not be tried again. `sentence` says why.
  record Unavailable(String sentence) implements EmbedderState {}
}
