package dev.rustmend.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Tells whether a file is a model that can be loaded, and what it is, without loading it.
public final class ModelFileReader {
  private static final String ANOTHER = "; choose another file (`rustmend model list`)";

  private ModelFileReader() {}

  /// Reads the header of `file` and compares it with the file's size and with what the llama.cpp in
  /// rustmend knows.
  public static ModelFileResult read(Path file) {
    if (!Files.isRegularFile(file)) {
      return new ModelFileResult.Refused(
          "there is no model file %s; check the path, or fetch a model with `rustmend model pull`"
              .formatted(file));
    }
    try {
      return judge(file, Files.size(file), GgufReader.read(file));
    } catch (GgufFormatException e) {
      return new ModelFileResult.Refused(
          "%s %s; fetch it again, or choose another file".formatted(file, e.what()));
    } catch (IOException e) {
      return new ModelFileResult.Refused(
          "%s can not be read (%s); check its permissions"
              .formatted(file, e.getClass().getSimpleName()));
    }
  }

  private static ModelFileResult judge(Path file, long size, GgufHeader header) {
    if (size < header.dataEnd()) {
      return new ModelFileResult.Refused(
          "%s is cut off: it has %s of %s; fetch it again"
              .formatted(file, ByteCount.of(size), ByteCount.of(header.dataEnd())));
    }
    String architecture = header.text("general.architecture").orElse("");
    Optional<String> refusal = refusal(header, architecture);
    if (refusal.isPresent()) {
      return new ModelFileResult.Refused(file + " " + refusal.get() + ANOTHER);
    }
    return new ModelFileResult.Usable(file(file, size, header, architecture));
  }

  private static Optional<String> refusal(GgufHeader header, String architecture) {
    String type = header.text("general.type").orElse("model");
    if (!type.equals("model")) {
      return Optional.of("is no whole model but of the type `%s`".formatted(type));
    }
    if (header.number("split.count").orElse(1L) > 1) {
      return Optional.of(
          "is one of %d parts of a model, and only whole files are loaded"
              .formatted(header.number("split.count").orElse(1L)));
    }
    if (!Architectures.isKnown(architecture)) {
      return Optional.of(
          "has the architecture `%s`, which the llama.cpp in rustmend (build 4916) can not run"
              .formatted(architecture));
    }
    if (header.tensors().isEmpty() || header.number(architecture + ".block_count").isEmpty()) {
      return Optional.of("has no weights");
    }
    return Optional.empty();
  }

  private static ModelFile file(Path file, long size, GgufHeader header, String architecture) {
    return new ModelFile(
        file.toAbsolutePath(),
        architecture,
        header.text("general.name").filter(name -> !name.isBlank()).orElse(stem(file)),
        Quantization.of(header),
        header.text("general.license"),
        (int) clamp(header.number(architecture + ".context_length").orElse(0L)),
        size,
        header.tensorBytes(),
        shape(header, architecture),
        header.text("tokenizer.chat_template"),
        header.text("tokenizer.ggml.model").orElse("none"),
        header.controlTokens());
  }

  private static ModelFile.Shape shape(GgufHeader header, String architecture) {
    String a = architecture + ".";
    long heads = Math.max(1, clamp(header.number(a + "attention.head_count").orElse(1L)));
    long sharing = clamp(header.number(a + "attention.head_count_kv").orElse(heads));
    long width = clamp(header.number(a + "embedding_length").orElse(0L)) / heads;
    return new ModelFile.Shape(
        (int) clamp(header.number(a + "block_count").orElse(0L)),
        sharing * clamp(header.number(a + "attention.key_length").orElse(width)),
        sharing * clamp(header.number(a + "attention.value_length").orElse(width)),
        header.arrays().getOrDefault("tokenizer.ggml.tokens", 0L));
  }

  /// A count as it could be in a real model; a hostile one must not overflow what is made of it.
  private static long clamp(long count) {
    return Math.clamp(count, 0, 1 << 24);
  }

  private static String stem(Path file) {
    return file.getFileName().toString().replaceFirst("\\.gguf$", "");
  }
}
