package dev.rustmend.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All settings, with every default filled in. [SettingsTable] holds their names and descriptions.
public record Settings(
    Check check,
    Publish publishDiagnostics,
    boolean hover,
    Offers offers,
    Verification verification,
    Learning learning,
    Knowledge knowledge,
    EmbeddingService embedding,
    Model model,
    Courtesy courtesy) {

  /// How cargo is run. `features` holds names or the single word `all`; `targetDirectory` replaces
  /// the shadow's own; `timeLimitSeconds` bounds one run; `onType` also checks unsaved buffers.
  public record Check(
      Command command,
      boolean onType,
      List<String> features,
      boolean noDefaultFeatures,
      boolean allTargets,
      List<String> extraArgs,
      Map<String, String> extraEnv,
      Optional<String> targetDirectory,
      int timeLimitSeconds) {
    public Check {
      features = List.copyOf(features);
      extraArgs = List.copyOf(extraArgs);
      extraEnv = Map.copyOf(extraEnv);
    }
  }

  /// Which of cargo's commands judges.
  public enum Command {
    CHECK,
    CLIPPY
  }

  /// How a server in an editor leaves the machine to the user: the priority of its compilers, and
  /// what its own checks pause for.
  public record Courtesy(Priority priority, WhileBuilding whileBuilding, boolean pauseOnBattery) {}

  /// The priority of compilers: below that of the user's own programs, or the same.
  public enum Priority {
    LOW,
    NORMAL
  }

  /// Which runs of the user's cargo a check waits for: none, those that do more than check, or all.
  public enum WhileBuilding {
    NEVER,
    BUILD,
    ANY
  }

  /// When diagnostics of our own are published.
  public enum Publish {
    NEVER,
    AUTO,
    ALWAYS
  }

  /// Which fixes are shown besides those that compile.
  public record Offers(boolean showAdvances, boolean showUnverified) {}

  /// Bounds of the verification: candidates for one diagnostic.
  public record Verification(int maxCandidates) {}

  /// Whose repairs fixes are learned from: nobody's, those in the same workspace, or those in all.
  public enum Learning {
    OFF,
    PROJECT,
    ALL
  }

  /// What is searched besides the knowledge base: `toolchainDocs` is the documentation that rustup
  /// has installed.
  public record Knowledge(boolean toolchainDocs, Remote remote) {}

  /// A team's knowledge base: its address, how many milliseconds it is waited for, a file with a
  /// key and one with certificates to trust.
  public record Remote(
      Optional<String> address,
      int millis,
      Optional<String> keyFile,
      Optional<String> certificate) {
    /// No knowledge base of a team.
    public static final Remote NONE =
        new Remote(Optional.empty(), 150, Optional.empty(), Optional.empty());
  }

  /// A service that makes vectors in place of the built-in model: an OpenAI-compatible address, a
  /// model there, and the name of the environment variable with the key.
  public record EmbeddingService(
      Optional<String> endpoint, Optional<String> model, Optional<String> apiKeyEnv) {}

  /// The language model: a GGUF file that is run here, or a service, which wins when both are
  /// given. `gpuLayers`, `threads` and `memoryLimitMebibytes` are empty for what fits the machine;
  /// `library` is a folder with another build of the native library.
  public record Model(
      Optional<String> path,
      ModelService service,
      Optional<Integer> gpuLayers,
      int contextSize,
      Optional<Integer> threads,
      boolean flashAttention,
      CacheType cacheType,
      int idleMinutes,
      Optional<Integer> memoryLimitMebibytes,
      Optional<String> library,
      ModelFixes fixes) {

    /// Whether no model is configured at all.
    public boolean isNone() {
      return path.isEmpty() && service.endpoint().isEmpty();
    }
  }

  /// Fixes by the language model: whether it is asked `byItself` for errors that nothing else
  /// repairs, and how many seconds it may answer for one command or after one check.
  public record ModelFixes(boolean byItself, int maxSeconds) {}

  /// A service with a language model: an OpenAI-compatible address, a model there, and where the
  /// key is: in an environment variable of this name, or in this file.
  public record ModelService(
      Optional<String> endpoint,
      Optional<String> model,
      Optional<String> apiKeyEnv,
      Optional<String> apiKeyFile) {}

  /// How the memory of a model's context is stored.
  public enum CacheType {
    F16,
    Q8_0,
    Q4_0
  }

  /// The same with another way of running cargo.
  public Settings with(Check other) {
    return new Settings(
        other,
        publishDiagnostics,
        hover,
        offers,
        verification,
        learning,
        knowledge,
        embedding,
        model,
        courtesy);
  }

  /// The same with another language model.
  public Settings with(Model other) {
    return new Settings(
        check,
        publishDiagnostics,
        hover,
        offers,
        verification,
        learning,
        knowledge,
        embedding,
        other,
        courtesy);
  }

  public static Settings defaults() {
    return new Settings(
        new Check(
            Command.CHECK,
            true,
            List.of(),
            false,
            false,
            List.of(),
            Map.of(),
            Optional.empty(),
            600),
        Publish.NEVER,
        true,
        new Offers(true, false),
        new Verification(16),
        Learning.PROJECT,
        new Knowledge(true, Remote.NONE),
        new EmbeddingService(Optional.empty(), Optional.empty(), Optional.empty()),
        new Model(
            Optional.empty(),
            new ModelService(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
            Optional.empty(),
            8192,
            Optional.empty(),
            false,
            CacheType.F16,
            10,
            Optional.empty(),
            Optional.empty(),
            new ModelFixes(false, 120)),
        new Courtesy(Priority.LOW, WhileBuilding.BUILD, false));
  }
}
