package dev.rustmend.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// A language model of a few hundred kB that llama.cpp loads: two layers of Llama's architecture
/// with random weights of a fixed seed, and a tokenizer with one token for each byte. It writes
/// nonsense, at hundreds of tokens per second.
public final class TinyModel {
  static final int CONTEXT = 8192;
  static final int LAYERS = 2;
  static final String CHAT_TEMPLATE =
      "{% for message in messages %}{{'<|im_start|>' + message['role'] + '\n'"
          + " + message['content'] + '<|im_end|>' + '\n'}}{% endfor %}"
          + "{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}";

  private static final int WIDTH = 64;
  private static final int HEADS = 4;
  private static final int HIDDEN = 128;
  private static final int MANY_LAYERS = 8;
  private static final int NORMAL = 1;
  private static final int UNKNOWN = 2;
  private static final int CONTROL = 3;
  private static final int BYTE = 6;
  private static final int END = 2;
  private static final int BYTES = 256;

  private TinyModel() {}

  /// Writes the model and returns its file.
  public static Path write(Path file) {
    return file("llama").write(file);
  }

  static GgufFile file(String architecture) {
    var gguf = new GgufFile();
    metadata(gguf, architecture, LAYERS, CONTEXT);
    int tokens = tokenizer(gguf);
    weights(gguf, tokens, LAYERS, 1);
    return gguf;
  }

  /// Writes a model that hardly ever ends an answer by itself and takes its time for each token,
  /// and returns its file.
  public static Path writeEndless(Path file) {
    var gguf = new GgufFile();
    metadata(gguf, "llama", MANY_LAYERS, CONTEXT);
    int tokens = tokenizer(gguf);
    weights(gguf, tokens, MANY_LAYERS, 0);
    return gguf.write(file);
  }

  /// Writes a model that takes `context` tokens at most, and returns its file.
  public static Path writeNarrow(Path file, int context) {
    var gguf = new GgufFile();
    metadata(gguf, "llama", LAYERS, context);
    int tokens = tokenizer(gguf);
    weights(gguf, tokens, LAYERS, 1);
    return gguf.write(file);
  }

  private static void metadata(GgufFile gguf, String architecture, int layers, int context) {
    String a = architecture + ".";
    gguf.text("general.architecture", architecture)
        .text("general.name", "Tiny")
        .text("general.license", "MIT OR Apache-2.0")
        .number("general.file_type", 0)
        .number("general.quantization_version", 2)
        .number(a + "context_length", context)
        .number(a + "embedding_length", WIDTH)
        .number(a + "block_count", layers)
        .number(a + "feed_forward_length", HIDDEN)
        .number(a + "attention.head_count", HEADS)
        .number(a + "attention.head_count_kv", HEADS)
        .number(a + "rope.dimension_count", WIDTH / HEADS)
        .real(a + "attention.layer_norm_rms_epsilon", 1e-5f);
  }

  private static int tokenizer(GgufFile gguf) {
    var tokens = new ArrayList<String>(List.of("<unk>", "<s>", "</s>"));
    var types = new ArrayList<Integer>(List.of(UNKNOWN, CONTROL, CONTROL));
    for (int value = 0; value < BYTES; value++) {
      tokens.add(String.format(Locale.ROOT, "<0x%02X>", value));
      types.add(BYTE);
    }
    tokens.addAll(List.of("<|im_start|>", "<|im_end|>", "\u2581"));
    types.addAll(List.of(CONTROL, CONTROL, NORMAL));
    List<Float> scores = tokens.stream().map(_ -> 0f).toList();
    gguf.text("tokenizer.ggml.model", "llama")
        .texts("tokenizer.ggml.tokens", tokens)
        .reals("tokenizer.ggml.scores", scores)
        .numbers("tokenizer.ggml.token_type", types)
        .number("tokenizer.ggml.unknown_token_id", 0)
        .number("tokenizer.ggml.bos_token_id", 1)
        .number("tokenizer.ggml.eos_token_id", 2)
        .truth("tokenizer.ggml.add_bos_token", false)
        .truth("tokenizer.ggml.add_space_prefix", false)
        .text("tokenizer.chat_template", CHAT_TEMPLATE);
    return tokens.size();
  }

  /// `control` scales how likely a control token is.
  private static void weights(GgufFile gguf, int tokens, int layers, float control) {
    var random = new Random(20261126);
    matrix(gguf, random, "token_embd.weight", WIDTH, tokens);
    for (int layer = 0; layer < layers; layer++) {
      String block = "blk." + layer + ".";
      ones(gguf, block + "attn_norm.weight");
      for (String name : List.of("attn_q", "attn_k", "attn_v", "attn_output")) {
        matrix(gguf, random, block + name + ".weight", WIDTH, WIDTH);
      }
      ones(gguf, block + "ffn_norm.weight");
      matrix(gguf, random, block + "ffn_gate.weight", WIDTH, HIDDEN);
      matrix(gguf, random, block + "ffn_up.weight", WIDTH, HIDDEN);
      matrix(gguf, random, block + "ffn_down.weight", HIDDEN, WIDTH);
    }
    ones(gguf, "output_norm.weight");
    float[] output = values(random, WIDTH, tokens);
    for (int i = 0; i < output.length; i++) {
      int token = i / WIDTH;
      output[i] *= token <= END || token > END + BYTES ? control : 1;
    }
    gguf.tensor("output.weight", output, WIDTH, tokens);
  }

  private static void matrix(GgufFile gguf, Random random, String name, int inner, int outer) {
    gguf.tensor(name, values(random, inner, outer), inner, outer);
  }

  private static float[] values(Random random, int inner, int outer) {
    var values = new float[inner * outer];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (random.nextGaussian() / Math.sqrt(inner));
    }
    return values;
  }

  private static void ones(GgufFile gguf, String name) {
    var values = new float[WIDTH];
    Arrays.fill(values, 1f);
    gguf.tensor(name, values, WIDTH);
  }
}
