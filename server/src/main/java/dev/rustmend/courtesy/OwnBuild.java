package dev.rustmend.courtesy;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A run of cargo in the user's own target directory. `subcommand` is cargo's word for what it
/// does, as it was typed; empty where that can not be known.
public record OwnBuild(Optional<String> subcommand) {
  private static final Set<String> CHECKS = Set.of("check", "c", "clippy");
  private static final Set<String> WITH_VALUE =
      Set.of("--config", "--color", "--manifest-path", "-C", "-Z");

  /// Whether it only checks, as rust-analyzer has cargo do after each save. What is not known
  /// counts as a build.
  public boolean isCheck() {
    return subcommand.filter(CHECKS::contains).isPresent();
  }

  /// `cargo build`, for people.
  public String shown() {
    return subcommand.map(word -> "`cargo " + word + "`").orElse("a build of yours");
  }

  /// By the arguments of cargo's process: the first one that is no option.
  static OwnBuild of(List<String> arguments) {
    boolean value = false;
    for (String argument : arguments) {
      if (!value && !argument.startsWith("-") && !argument.startsWith("+")) {
        return new OwnBuild(Optional.of(argument));
      }
      value = WITH_VALUE.contains(argument);
    }
    return new OwnBuild(Optional.empty());
  }
}
