package dev.rustmend.settings;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
  static final Setting<Boolean> KNOWLEDGE_TOOLCHAIN_DOCS =
      new Setting<>(
          "knowledge.toolchainDocs",
          ValueType.truth(),
          true,
          "Also search the documentation of your toolchain (rustup's component `rust-docs`).");
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
          DIAGNOSTICS_PUBLISH,
          HOVER,
          FIX_SHOW_ADVANCES,
          FIX_SHOW_UNVERIFIED,
          FIX_MAX_CANDIDATES,
          KNOWLEDGE_TOOLCHAIN_DOCS,
          EMBEDDING_ENDPOINT,
          EMBEDDING_MODEL,
          EMBEDDING_API_KEY_ENV);

  /// Settings that later versions have, with what this version lacks for them.
  private static final Map<String, String> LATER =
      Map.ofEntries(
          Map.entry("learning", "it does not learn from your fixes yet"),
          Map.entry("knowledge.remote", "it has no knowledge base yet"),
          Map.entry("model.path", "it uses no language model yet"),
          Map.entry("model.endpoint", "it uses no language model yet"),
          Map.entry("model.name", "it uses no language model yet"),
          Map.entry("model.apiKeyEnv", "it uses no language model yet"),
          Map.entry("model.gpuLayers", "it uses no language model yet"),
          Map.entry("model.contextSize", "it uses no language model yet"),
          Map.entry("model.autoFix", "it uses no language model yet"),
          Map.entry("model.maxSeconds", "it uses no language model yet"));

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
    String lacking = LATER.get(name);
    if (lacking != null) {
      return Optional.of(
          "`%s` is not supported by this version: %s; the setting is left alone"
              .formatted(name, lacking));
    }
    return Optional.of(
        "there is no setting `%s`; did you mean `%s`?".formatted(name, nearest(name)));
  }

  private static String nearest(String name) {
    return Stream.concat(ALL.stream().map(Setting::name), LATER.keySet().stream().sorted())
        .min(Comparator.comparingInt(known -> EditDistance.between(name, known)))
        .orElseThrow();
  }

  /// The values that a row allows and that a layer gave, made into [Settings].
  static Settings settings(SettingValues values) {
    return new Settings(
        new Settings.Check(
            values.get(CHECK_COMMAND),
            values.get(CHECK_ON_TYPE),
            values.get(CHECK_FEATURES),
            values.get(CHECK_NO_DEFAULT_FEATURES),
            values.get(CHECK_ALL_TARGETS),
            values.get(CHECK_EXTRA_ARGS),
            values.get(CHECK_EXTRA_ENV),
            values.get(CHECK_TARGET_DIR),
            values.get(CHECK_TIME_LIMIT)),
        values.get(DIAGNOSTICS_PUBLISH),
        values.get(HOVER),
        new Settings.Offers(values.get(FIX_SHOW_ADVANCES), values.get(FIX_SHOW_UNVERIFIED)),
        new Settings.Verification(values.get(FIX_MAX_CANDIDATES)),
        new Settings.Knowledge(values.get(KNOWLEDGE_TOOLCHAIN_DOCS)),
        new Settings.EmbeddingService(
            values.get(EMBEDDING_ENDPOINT),
            values.get(EMBEDDING_MODEL),
            values.get(EMBEDDING_API_KEY_ENV)));
  }
}
