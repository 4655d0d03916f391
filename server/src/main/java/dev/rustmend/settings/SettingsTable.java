package dev.rustmend.settings;

import dev.rustmend.text.EditDistance;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Every setting there is. Reading, checking, messages and the README's table come from these rows
/// and from nowhere else.
public final class SettingsTable {
  static final Setting<Settings.Command> CHECK_COMMAND =
      new Setting<>(
          "check.command",
          ValueType.choice(Settings.Command.class),
          Settings.Command.CHECK,
          "Which of cargo's commands judges: `cargo check`, or clippy with its lints.");
  static final Setting<Boolean> CHECK_ON_TYPE =
      new Setting<>(
          "check.onType",
          ValueType.truth(),
          true,
          "Also check after a pause in typing, with the unsaved text.");
  static final Setting<List<String>> CHECK_FEATURES =
      new Setting<>(
          "check.features",
          ValueType.features(),
          List.of(),
          "Cargo features to switch on, or `\"all\"`.");
  static final Setting<Boolean> CHECK_NO_DEFAULT_FEATURES =
      new Setting<>(
          "check.noDefaultFeatures", ValueType.truth(), false, "Switch the default features off.");
  static final Setting<Boolean> CHECK_ALL_TARGETS =
      new Setting<>(
          "check.allTargets",
          ValueType.truth(),
          false,
          "Also check tests, examples and benchmarks.");
  static final Setting<List<String>> CHECK_EXTRA_ARGS =
      new Setting<>("check.extraArgs", ValueType.texts(), List.of(), "More arguments for cargo.");
  static final Setting<Map<String, String>> CHECK_EXTRA_ENV =
      new Setting<>(
          "check.extraEnv", ValueType.table(), Map.of(), "More environment variables for cargo.");
  static final Setting<Optional<String>> CHECK_TARGET_DIR =
      new Setting<>(
          "check.targetDir",
          ValueType.text(),
          Optional.empty(),
          "Where rustmend's own builds go, in place of its cache folder; never use the one that"
              + " you build in.");
  static final Setting<Integer> CHECK_TIME_LIMIT =
      new Setting<>(
          "check.timeLimitSeconds",
          ValueType.whole(1, 86_400),
          600,
          "How long one run of cargo may take.");
  static final Setting<Settings.Priority> CHECK_PRIORITY =
      new Setting<>(
          "check.priority",
          ValueType.choice(Settings.Priority.class),
          Settings.Priority.LOW,
          "The priority of the compilers that an editor's server runs: your own programs go first, or"
              + " all are alike.");
  static final Setting<Settings.WhileBuilding> CHECK_PAUSE_WHILE_BUILDING =
      new Setting<>(
          "check.pauseWhileBuilding",
          ValueType.choice(Settings.WhileBuilding.class),
          Settings.WhileBuilding.BUILD,
          "Checks in an editor wait while your own cargo has the workspace's target directory: never,"
              + " while it does more than check, or for whatever it does, rust-analyzer's checks too"
              + " (Linux only).");
  static final Setting<Boolean> CHECK_PAUSE_ON_BATTERY =
      new Setting<>(
          "check.pauseOnBattery",
          ValueType.truth(),
          false,
          "Checks in an editor wait while the machine runs on its battery (Linux and macOS only);"
              + " what you ask for yourself does not wait.");
  static final Setting<Settings.Publish> DIAGNOSTICS_PUBLISH =
      new Setting<>(
          "diagnostics.publish",
          ValueType.choice(Settings.Publish.class),
          Settings.Publish.NEVER,
          "Whether rustmend shows cargo's diagnostics itself; rust-analyzer already does.");
  static final Setting<Boolean> HOVER =
      new Setting<>(
          "hover", ValueType.truth(), true, "Explain an error when the pointer rests on it.");
  static final Setting<Boolean> FIX_SHOW_ADVANCES =
      new Setting<>(
          "fix.showAdvances",
          ValueType.truth(),
          true,
          "Also offer fixes (`→`) after which other errors remain.");
  static final Setting<Boolean> FIX_SHOW_UNVERIFIED =
      new Setting<>(
          "fix.showUnverified",
          ValueType.truth(),
          false,
          "Also offer fixes that could not be compiled.");
  static final Setting<Integer> FIX_MAX_CANDIDATES =
      new Setting<>(
          "fix.maxCandidates",
          ValueType.whole(1, 1000),
          16,
          "How many proposals are compiled for one error.");
  static final Setting<Settings.Learning> LEARNING =
      new Setting<>(
          "learning",
          ValueType.choice(Settings.Learning.class),
          Settings.Learning.PROJECT,
          "Learn from the repairs that you make yourself: not at all, for the workspace that they"
              + " were made in, or for all of yours. What is learned stays on this machine.");
  static final Setting<Boolean> KNOWLEDGE_TOOLCHAIN_DOCS =
      new Setting<>(
          "knowledge.toolchainDocs",
          ValueType.truth(),
          true,
          "Also search the documentation of your toolchain (rustup's component `rust-docs`).");
  static final Setting<Optional<String>> KNOWLEDGE_REMOTE =
      new Setting<>(
          "knowledge.remote",
          ValueType.text(),
          Optional.empty(),
          "Address of your team's knowledge base, an OpenSearch cluster (`https://host:9200`). It is"
              + " asked with error codes and words that the documentation knows, never with your"
              + " code.");
  static final Setting<Integer> KNOWLEDGE_REMOTE_MILLIS =
      new Setting<>(
          "knowledge.remoteMillis",
          ValueType.whole(1, 60_000),
          150,
          "How many milliseconds it is waited for, beside the search on this machine.");
  static final Setting<Optional<String>> KNOWLEDGE_REMOTE_KEY_FILE =
      new Setting<>(
          "knowledge.remoteKeyFile",
          ValueType.text(),
          Optional.empty(),
          "A file that only you can read, with an API key or `user:password` for it; the environment"
              + " variable `RUSTMEND_TEAM_KEY`, or `RUSTMEND_TEAM_USER` with"
              + " `RUSTMEND_TEAM_PASSWORD`, wins.");
  static final Setting<Optional<String>> KNOWLEDGE_REMOTE_CERTIFICATE =
      new Setting<>(
          "knowledge.remoteCertificate",
          ValueType.text(),
          Optional.empty(),
          "A file (PEM) with the certificates to trust there in place of the usual ones.");
  static final Setting<Optional<String>> EMBEDDING_ENDPOINT =
      new Setting<>(
          "embedding.endpoint",
          ValueType.text(),
          Optional.empty(),
          "Base URL of an OpenAI-compatible service (`/v1` included) that compares texts in place"
              + " of the built-in model; your searches are sent there.");
  static final Setting<Optional<String>> EMBEDDING_MODEL =
      new Setting<>(
          "embedding.model", ValueType.text(), Optional.empty(), "The model to ask there.");
  static final Setting<Optional<String>> EMBEDDING_API_KEY_ENV =
      new Setting<>(
          "embedding.apiKeyEnv",
          ValueType.text(),
          Optional.empty(),
          "The environment variable that holds the key for it.");

  static final Setting<Optional<String>> MODEL_PATH =
      new Setting<>(
          "model.path",
          ValueType.text(),
          Optional.empty(),
          "A language model in a GGUF file, run on this machine; `rustmend model use` sets it.");
  static final Setting<Optional<String>> MODEL_ENDPOINT =
      new Setting<>(
          "model.endpoint",
          ValueType.text(),
          Optional.empty(),
          "Base URL of an OpenAI-compatible service (`/v1` included) with a language model, in place"
              + " of `model.path`; parts of your code are sent there.");
  static final Setting<Optional<String>> MODEL_NAME =
      new Setting<>(
          "model.name", ValueType.text(), Optional.empty(), "The model to ask at the endpoint.");
  static final Setting<Optional<String>> MODEL_API_KEY_ENV =
      new Setting<>(
          "model.apiKeyEnv",
          ValueType.text(),
          Optional.empty(),
          "The environment variable that holds the key for the endpoint.");
  static final Setting<Optional<String>> MODEL_API_KEY_FILE =
      new Setting<>(
          "model.apiKeyFile",
          ValueType.text(),
          Optional.empty(),
          "A file that holds the key for the endpoint and that only you can read.");
  static final Setting<Optional<Integer>> MODEL_GPU_LAYERS =
      new Setting<>(
          "model.gpuLayers",
          ValueType.autoOrWhole(0, 1000),
          Optional.empty(),
          "How many layers of the model go to the GPU: all that fit, or this many.");
  static final Setting<Integer> MODEL_CONTEXT_SIZE =
      new Setting<>(
          "model.contextSize",
          ValueType.whole(512, 1_048_576),
          8192,
          "How many tokens a prompt and its answer may have together, at most as many as the model"
              + " was made for.");
  static final Setting<Optional<Integer>> MODEL_THREADS =
      new Setting<>(
          "model.threads",
          ValueType.autoOrWhole(1, 512),
          Optional.empty(),
          "How many threads compute: half of the processors, or this many.");
  static final Setting<Boolean> MODEL_FLASH_ATTENTION =
      new Setting<>(
          "model.flashAttention",
          ValueType.truth(),
          false,
          "Use llama.cpp's flash attention; mostly faster on a GPU.");
  static final Setting<Settings.CacheType> MODEL_CACHE_TYPE =
      new Setting<>(
          "model.cacheType",
          ValueType.choice(Settings.CacheType.class),
          Settings.CacheType.F16,
          "How the memory of the context is stored; smaller ones switch flash attention on.");
  static final Setting<Integer> MODEL_IDLE_MINUTES =
      new Setting<>(
          "model.idleMinutes",
          ValueType.whole(1, 1440),
          10,
          "After how many minutes without a question the model's memory is given back.");
  static final Setting<Optional<Integer>> MODEL_MEMORY_LIMIT =
      new Setting<>(
          "model.memoryLimitMiB",
          ValueType.autoOrWhole(64, 1 << 24),
          Optional.empty(),
          "How much memory the model's process may have: nine tenths of the machine's, or this"
              + " much.");
  static final Setting<Optional<String>> MODEL_LIBRARY =
      new Setting<>(
          "model.library",
          ValueType.text(),
          Optional.empty(),
          "A folder with your own build of java-llama.cpp's native library, for Vulkan, ROCm or"
              + " CUDA.");
  static final Setting<Boolean> MODEL_AUTO_FIX =
      new Setting<>(
          "model.autoFix",
          ValueType.truth(),
          false,
          "Ask the model for a fix by itself, after each check, for errors that nothing else"
              + " repairs.");
  static final Setting<Integer> MODEL_MAX_SECONDS =
      new Setting<>(
          "model.maxSeconds",
          ValueType.whole(1, 86_400),
          120,
          "How many seconds the model may answer for one `fix`, or after one check.");

  private static final List<Setting<?>> ALL =
      List.of(
          CHECK_COMMAND,
          CHECK_ON_TYPE,
          CHECK_FEATURES,
          CHECK_NO_DEFAULT_FEATURES,
          CHECK_ALL_TARGETS,
          CHECK_EXTRA_ARGS,
          CHECK_EXTRA_ENV,
          CHECK_TARGET_DIR,
          CHECK_TIME_LIMIT,
          CHECK_PRIORITY,
          CHECK_PAUSE_WHILE_BUILDING,
          CHECK_PAUSE_ON_BATTERY,
          DIAGNOSTICS_PUBLISH,
          HOVER,
          FIX_SHOW_ADVANCES,
          FIX_SHOW_UNVERIFIED,
          FIX_MAX_CANDIDATES,
          LEARNING,
          KNOWLEDGE_TOOLCHAIN_DOCS,
          KNOWLEDGE_REMOTE,
          KNOWLEDGE_REMOTE_MILLIS,
          KNOWLEDGE_REMOTE_KEY_FILE,
          KNOWLEDGE_REMOTE_CERTIFICATE,
          EMBEDDING_ENDPOINT,
          EMBEDDING_MODEL,
          EMBEDDING_API_KEY_ENV,
          MODEL_PATH,
          MODEL_ENDPOINT,
          MODEL_NAME,
          MODEL_API_KEY_ENV,
          MODEL_API_KEY_FILE,
          MODEL_GPU_LAYERS,
          MODEL_CONTEXT_SIZE,
          MODEL_THREADS,
          MODEL_FLASH_ATTENTION,
          MODEL_CACHE_TYPE,
          MODEL_IDLE_MINUTES,
          MODEL_MEMORY_LIMIT,
          MODEL_LIBRARY,
          MODEL_AUTO_FIX,
          MODEL_MAX_SECONDS);

  /// Names that belong to the editor's own extension: `rustmend.trace.server` is VS Code's switch
  /// for its log, and a client sends all of its section.
  private static final List<String> OF_THE_EDITOR = List.of("trace.", "server.");

  private SettingsTable() {}

  /// All rows, in the order in which people read them.
  public static List<Setting<?>> all() {
    return ALL;
  }

  /// The row of a dotted name.
  public static Optional<Setting<?>> find(String name) {
    return ALL.stream().filter(setting -> setting.name().equals(name)).findFirst();
  }

  /// The rows as a Markdown table, for the README.
  public static String markdown() {
    var table = new StringBuilder("| setting | values | default | meaning |\n");
    table.append("| --- | --- | --- | --- |\n");
    for (Setting<?> setting : ALL) {
      table.append(
          "| `%s` | %s | `%s` | %s |%n"
              .formatted(
                  setting.name(),
                  setting.type().allowed(),
                  setting.shownDefault(),
                  setting.description()));
    }
    return table.toString().replace("\r\n", "\n");
  }

  /// What is to be said about a name that no row has; empty for a name that is the editor's own
  /// business.
  static Optional<String> whyUnknown(String name) {
    if (OF_THE_EDITOR.stream().anyMatch(name::startsWith)) {
      return Optional.empty();
    }
    return Optional.of(
        "there is no setting `%s`; did you mean `%s`?".formatted(name, nearest(name)));
  }

  private static String nearest(String name) {
    return ALL.stream()
        .map(Setting::name)
        .min(
            Comparator.comparingInt(known ->
                EditDistance.between(
                    name.toLowerCase(Locale.ROOT), known.toLowerCase(Locale.ROOT))))
        .orElseThrow();
  }
}
