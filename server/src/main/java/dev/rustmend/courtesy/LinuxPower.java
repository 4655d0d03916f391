package dev.rustmend.courtesy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What the kernel says of each power supply, in a folder of its own below `supplies`.
///
/// The machine runs on a battery when one of its own is discharging and no mains or USB supply is
/// online. The batteries of a mouse or a headset say `Device`; a machine without any supply, such
/// as a desktop, has mains.
record LinuxPower(Path supplies) implements Power {

  @Override
  public Source source() {
    try (var folders = Files.list(supplies)) {
      List<Path> all = folders.toList();
      boolean mains = all.stream().anyMatch(LinuxPower::isOnline);
      return !mains && all.stream().anyMatch(LinuxPower::isDischarging)
          ? Source.BATTERY
          : Source.MAINS;
    } catch (IOException e) {
      return Source.UNKNOWN;
    }
  }

  private static boolean isOnline(Path supply) {
    return !is(supply, "type", "Battery")
        && !is(supply, "scope", "Device")
        && is(supply, "online", "1");
  }

  private static boolean isDischarging(Path supply) {
    return is(supply, "type", "Battery")
        && !is(supply, "scope", "Device")
        && is(supply, "status", "Discharging");
  }

  /// A file that a driver does not have, or can not read now, says nothing.
  private static boolean is(Path supply, String file, String value) {
    try {
      return Files.readString(supply.resolve(file)).strip().equals(value);
    } catch (IOException e) {
      return false;
    }
  }
}
