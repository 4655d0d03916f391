package dev.rustmend.cargo;

import java.time.Instant;
import java.util.List;

/// A run of cargo that another program (rust-analyzer) asked for and that has ended.
///
/// `started` is when it began, by the clock of the file system that holds the cache: a source file
/// that was changed later was not compiled in this state. `arguments` are cargo's, beginning with
/// `check` or `clippy`. The outcome's paths are the user's own.
public record SpooledCheck(Instant started, List<String> arguments, CheckOutcome outcome) {
  public SpooledCheck {
    arguments = List.copyOf(arguments);
  }

  /// Whether the run judged the same crates under the same features as one with `options` would.
  public boolean matches(CheckOptions options) {
    return SpooledArguments.match(arguments, options);
  }
}
