package dev.rustmend.llama;

import de.kherud.llama.InferenceParameters;
import de.kherud.llama.LlamaIterator;
import de.kherud.llama.LlamaModel;
import de.kherud.llama.ModelParameters;
import de.kherud.llama.Pair;
import dev.rustmend.model.CacheType;
import dev.rustmend.model.ModelException;
import dev.rustmend.model.WorkerCalls.Complete;
import dev.rustmend.model.WorkerCalls.Load;
import dev.rustmend.model.WorkerCalls.WireMessage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// One model in llama.cpp. It is never closed: the library frees it under the feet of its own
/// thread, so the process ends instead.
final class LoadedModel {
  private final LlamaModel model;
  private final int contextSize;

  private LoadedModel(LlamaModel model, int contextSize) {
    this.model = model;
    this.contextSize = contextSize;
  }

  /// Loads the model; throws [ModelException] when llama.cpp does not take it.
  static LoadedModel load(Load order) {
    ModelParameters parameters =
        new ModelParameters()
            .setModel(order.path())
            .setCtxSize(order.contextSize())
            .setBatchSize(order.batchSize())
            .setUbatchSize(order.batchSize())
            .setThreads(order.threads())
            .setThreadsBatch(order.threads())
            .setGpuLayers(order.gpuLayers())
            .setParallel(1)
            .disableContextShift();
    if (order.flashAttention() || order.cacheType() != CacheType.F16) {
      parameters.enableFlashAttn();
    }
    de.kherud.llama.args.CacheType type = nativeType(order.cacheType());
    try {
      return new LoadedModel(
          new LlamaModel(parameters.setCacheTypeK(type).setCacheTypeV(type)), order.contextSize());
    } catch (RuntimeException | LinkageError e) {
      throw new ModelException(
          "llama.cpp can not load %s (%s); see `rustmend model try -v`"
              .formatted(order.path(), e.getMessage()),
          e);
    }
  }

  /// The text that the model sees, by its own chat template.
  String prompt(List<WireMessage> messages) {
    String system =
        messages.stream()
            .filter(message -> message.role().equals("system"))
            .map(WireMessage::text)
            .collect(Collectors.joining("\n\n"));
    List<Pair<String, String>> others =
        messages.stream()
            .filter(message -> !message.role().equals("system"))
            .map(message -> new Pair<>(message.role(), message.text()))
            .toList();
    return model.applyTemplate(new InferenceParameters("").setMessages(system, others));
  }

  /// The numbers of a text's tokens.
  List<Integer> tokens(String text) {
    return Arrays.stream(model.encode(text)).boxed().toList();
  }

  int contextSize() {
    return contextSize;
  }

  /// Begins to generate at most `maxTokens` tokens.
  LlamaIterator generate(String prompt, Complete order, int maxTokens) {
    var parameters =
        new InferenceParameters(prompt)
            .setNPredict(maxTokens)
            .setTemperature((float) order.temperature())
            .setTopP((float) order.topP())
            .setSeed(order.seed())
            .setCachePrompt(true);
    if (!order.grammar().isEmpty()) {
      parameters.setGrammar(order.grammar());
    }
    if (!order.stop().isEmpty()) {
      parameters.setStopStrings(order.stop().toArray(String[]::new));
    }
    return model.generate(parameters).iterator();
  }

  private static de.kherud.llama.args.CacheType nativeType(CacheType type) {
    return switch (type) {
      case F16 -> de.kherud.llama.args.CacheType.F16;
      case Q8_0 -> de.kherud.llama.args.CacheType.Q8_0;
      case Q4_0 -> de.kherud.llama.args.CacheType.Q4_0;
    };
  }
}
