package dev.rustmend.model;

import java.util.Set;

/// The architectures that the llama.cpp in `de.kherud:llama` 4.2.0 (build 4916) can continue texts
/// with. It also names some that only compare texts or make sounds; they are not here.
final class Architectures {
  private static final Set<String> KNOWN =
      Set.of(
          "llama",
          "deci",
          "falcon",
          "grok",
          "gpt2",
          "gptneox",
          "mpt",
          "baichuan",
          "starcoder",
          "refact",
          "bloom",
          "stablelm",
          "qwen",
          "qwen2",
          "qwen2moe",
          "qwen2vl",
          "phi2",
          "phi3",
          "phimoe",
          "plamo",
          "codeshell",
          "orion",
          "internlm2",
          "minicpm",
          "minicpm3",
          "gemma",
          "gemma2",
          "gemma3",
          "starcoder2",
          "mamba",
          "xverse",
          "command-r",
          "cohere2",
          "dbrx",
          "olmo",
          "olmo2",
          "olmoe",
          "openelm",
          "arctic",
          "deepseek",
          "deepseek2",
          "chatglm",
          "bitnet",
          "jais",
          "nemotron",
          "exaone",
          "rwkv6",
          "rwkv6qwen2",
          "rwkv7",
          "arwkv7",
          "granite",
          "granitemoe",
          "chameleon");

  private Architectures() {}

  static boolean isKnown(String name) {
    return KNOWN.contains(name);
  }
}
