package dev.rustmend.repair;

import dev.rustmend.cargo.CheckOptions;
import dev.rustmend.settings.Settings;
import java.time.Duration;

/// The settings as `cargo` understands them.
final class RunOptions {
  private RunOptions() {}

  static CheckOptions of(Settings settings) {
    Settings.Check check = settings.check();
    return new CheckOptions(
        switch (check.command()) {
          case CHECK -> CheckOptions.Command.CHECK;
          case CLIPPY -> CheckOptions.Command.CLIPPY;
        },
        check.features(),
        check.noDefaultFeatures(),
        check.allTargets(),
        check.extraArgs(),
        check.extraEnv(),
        Duration.ofSeconds(check.timeLimitSeconds()));
  }
}
