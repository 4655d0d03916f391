package dev.rustmend.verify;

import java.nio.file.Path;
import java.util.Map;

/// Where cargo keeps what it downloads.
public final class CargoHome {
  private CargoHome() {}

  /// The user's cargo home: `CARGO_HOME`, or `.cargo` in the home folder.
  public static Path locate(Map<String, String> environment) {
    String set = environment.getOrDefault("CARGO_HOME", "");
    return set.isBlank()
        ? Path.of(System.getProperty("user.home"), ".cargo")
        : Path.of(set).toAbsolutePath().normalize();
  }
}
