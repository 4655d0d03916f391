package dev.rustmend.cargo;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// How the user wants cargo to be run.
///
/// `features` holds feature names, or the single word `all`. `extraArgs` follow the ones that
/// rustmend gives itself. `extraEnv` is added to the environment that rustmend was started with.
/// `timeLimit` bounds one run of cargo, its build scripts included.
public record CheckOptions(
    Command command,
    List<String> features,
    boolean noDefaultFeatures,
    boolean allTargets,
    List<String> extraArgs,
    Map<String, String> extraEnv,
    Duration timeLimit) {

  /// Which of cargo's commands judges.
  public enum Command {
    CHECK,
    CLIPPY
  }

  public CheckOptions {
    features = List.copyOf(features);
    extraArgs = List.copyOf(extraArgs);
    extraEnv = Map.copyOf(extraEnv);
  }

  /// `cargo check` with cargo's own defaults and ten minutes of patience.
  public static CheckOptions defaults() {
    return new CheckOptions(
        Command.CHECK, List.of(), false, false, List.of(), Map.of(), Duration.ofMinutes(10));
  }
}
