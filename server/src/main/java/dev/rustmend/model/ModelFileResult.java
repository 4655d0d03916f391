package dev.rustmend.model;

/// What became of reading a model's file.
public sealed interface ModelFileResult {

  /// It can be loaded, as far as its header tells.
  record Usable(ModelFile file) implements ModelFileResult {}

  /// It can not; `sentence` says why and what to do.
  record Refused(String sentence) implements ModelFileResult {}
}
