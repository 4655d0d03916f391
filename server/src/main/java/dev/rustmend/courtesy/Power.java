package dev.rustmend.courtesy;

import java.nio.file.Path;
import java.util.Locale;

/// Where the machine has its power from.
@FunctionalInterface
public interface Power {

  /// Mains, a battery, or something that is not known on this system.
  enum Source {
    MAINS,
    BATTERY,
    UNKNOWN
  }

  /// Where it comes from now.
  Source source() throws InterruptedException;

  /// That of this machine: Linux tells it in files, macOS by a program; it is not known elsewhere.
  static Power ofMachine() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (system.contains("linux")) {
      return new LinuxPower(Path.of("/sys/class/power_supply"));
    }
    return system.contains("mac")
        ? new MacPower(Path.of("/usr/bin/pmset"), System::nanoTime)
        : () -> Source.UNKNOWN;
  }
}
