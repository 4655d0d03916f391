package dev.rustmend.courtesy;

import dev.rustmend.cargo.CargoWorkspace;
import dev.rustmend.settings.Settings;
import dev.rustmend.settings.Settings.WhileBuilding;
import java.util.Optional;
import java.util.function.Supplier;

/// Whether work that nobody asked for should wait in one workspace, as the user's settings have it
/// and as things are now.
@FunctionalInterface
public interface Consideration {

  /// Why it should wait, as the end of a sentence that begins with "paused"; empty when it need
  /// not. Takes less than a millisecond on Linux.
  Optional<String> reason() throws InterruptedException;

  /// Nothing ever waits.
  static Consideration none() {
    return Optional::empty;
  }

  /// That of a workspace; `settings` are asked each time.
  static Consideration of(
      CargoWorkspace workspace, Supplier<Settings.Courtesy> settings, Power power) {
    return of(TargetLocks.of(workspace), settings, power);
  }

  /// The same with locks of the caller's choice.
  static Consideration of(TargetLocks locks, Supplier<Settings.Courtesy> settings, Power power) {
    return () -> {
      Settings.Courtesy wanted = settings.get();
      if (wanted.pauseOnBattery() && power.source() == Power.Source.BATTERY) {
        return Optional.of("while the machine runs on its battery");
      }
      return building(locks, wanted.whileBuilding());
    };
  }

  private static Optional<String> building(TargetLocks locks, WhileBuilding wanted) {
    return wanted == WhileBuilding.NEVER
        ? Optional.empty()
        : locks.running().stream()
            .filter(build -> wanted == WhileBuilding.ANY || !build.isCheck())
            .findFirst()
            .map(build -> "while %s runs in this workspace".formatted(build.shown()));
  }
}
