package dev.rustmend.cli;

import dev.rustmend.model.ByteCount;
import dev.rustmend.model.ModelException;
import dev.rustmend.model.ModelFile;
import dev.rustmend.model.ModelFileReader;
import dev.rustmend.model.ModelFileResult;
import dev.rustmend.model.WorkerFacts;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What the commands about models have in common.
final class ModelText {
  private ModelText() {}

  /// The model in `file`; throws [CommandFailure] when it can not be loaded.
  static ModelFile read(Path file) {
    return switch (ModelFileReader.read(file)) {
      case ModelFileResult.Usable(ModelFile usable) -> usable;
      case ModelFileResult.Refused(String sentence) ->
          throw new CommandFailure(Exit.ENVIRONMENT, sentence);
    };
  }

  /// Such as `Tiny F32, llama, 460 KiB, up to 2048 tokens, MIT`.
  static String describe(ModelFile file) {
    return "%s %s, %s, %s, up to %d tokens%s"
        .formatted(
            file.name(),
            file.quantization(),
            file.architecture(),
            ByteCount.of(file.fileBytes()),
            file.contextLength(),
            file.license().map(license -> ", license " + license).orElse(""));
  }

  /// Which GPU computes how many layers.
  static String device(WorkerFacts facts) {
    return facts
        .device()
        .map(device ->
            "%s, %s layers".formatted(device, facts.offloaded().orElse("an unknown number of")))
        .orElse("no GPU: the native library in use computes on the processor");
  }

  /// What the process takes, and where llama.cpp's buffers are.
  static String memory(WorkerFacts facts) {
    String buffers =
        new TreeMap<>(facts.mebibytes())
            .entrySet().stream()
                .map((Map.Entry<String, Long> buffer) ->
                    buffer.getKey() + " " + buffer.getValue() + " MiB")
                .collect(Collectors.joining(", "));
    return facts.residentBytes() == 0
        ? "buffers: " + buffers
        : "%s; buffers: %s".formatted(ByteCount.of(facts.residentBytes()), buffers);
  }

  /// A failure of a model, as one of a command.
  static CommandFailure failure(ModelException e) {
    return new CommandFailure(Exit.ENVIRONMENT, e.sentence(), e);
  }
}
