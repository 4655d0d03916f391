package dev.rustmend.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A model in a GGUF file, as far as it is known without loading it.
///
/// `contextLength` is the longest text in tokens that the model was made for, `weightBytes` what
/// its weights take in memory, `tokenizer` the kind of its tokenizer in llama.cpp's words;
/// `controlTokens` are texts that must not come from outside into a prompt.
public record ModelFile(
    Path path,
    String architecture,
    String name,
    String quantization,
    Optional<String> license,
    int contextLength,
    long fileBytes,
    long weightBytes,
    Shape shape,
    Optional<String> chatTemplate,
    String tokenizer,
    List<String> controlTokens) {
  public ModelFile {
    controlTokens = List.copyOf(controlTokens);
  }

  /// What the size of a model's working memory follows from: its layers, the values of one token's
  /// keys and of its values in each layer, and the size of its vocabulary.
  public record Shape(int layers, long keyValues, long valueValues, long vocabulary) {}
}
