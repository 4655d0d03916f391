package dev.rustmend.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which toolchain rustup has to be told to use in the shadow.
///
/// rustup goes up from the working directory and takes the first override of `rustup override set`,
/// which it keeps by path, or the first `rust-toolchain` file. The files are in the shadow, the
/// overrides are not: where the two places would get different toolchains, the real one's is pinned
/// through `RUSTUP_TOOLCHAIN`.
final class ToolchainPin {
  static final String VARIABLE = "RUSTUP_TOOLCHAIN";
  private static final Pattern SECTION = Pattern.compile("\\s*\\[(.+)]\\s*");
  private static final Pattern ENTRY =
      Pattern.compile("\\s*(?:\"(.*)\"|'(.*)'|([\\w-]+))\\s*=\\s*[\"'](.*)[\"']\\s*");
  private static final List<String> FILES = List.of("rust-toolchain", "rust-toolchain.toml");

  private final Map<String, String> overrides = new HashMap<>();
  private Optional<String> standard = Optional.empty();

  private ToolchainPin(List<String> settings) {
    String section = "";
    for (String line : settings) {
      Matcher head = SECTION.matcher(line);
      Matcher entry = ENTRY.matcher(line);
      if (head.matches()) {
        section = head.group(1);
      } else if (entry.matches()) {
        String quoted = entry.group(1) == null ? entry.group(2) : entry.group(1);
        String key = quoted == null ? entry.group(3) : quoted.replace("\\\\", "\\");
        read(section, key, entry.group(4));
      }
    }
  }

  private void read(String section, String key, String value) {
    if (section.equals("overrides")) {
      overrides.put(key, value);
    } else if (section.isEmpty() && key.equals("default_toolchain")) {
      standard = Optional.of(value);
    }
  }

  /// The toolchain to pin in `shadow` so that cargo there is the one of `real`; empty when rustup
  /// decides alike for both, is told by the environment, or is not in use.
  static Optional<String> of(Path real, Path shadow, Map<String, String> environment)
      throws IOException {
    String home = environment.getOrDefault("RUSTUP_HOME", "");
    Path rustup =
        home.isBlank() ? Path.of(System.getProperty("user.home"), ".rustup") : Path.of(home);
    Path settings = rustup.resolve("settings.toml");
    if (environment.containsKey(VARIABLE) || !Files.isRegularFile(settings)) {
      return Optional.empty();
    }
    var pin = new ToolchainPin(Files.readAllLines(settings));
    Choice wanted = pin.choice(real);
    return wanted.equals(pin.choice(shadow)) ? Optional.empty() : wanted.name();
  }

  /// What rustup takes in a folder: a toolchain's name, or what a file of these bytes says.
  private record Choice(Optional<String> name, Optional<String> file) {}

  private Choice choice(Path folder) throws IOException {
    for (Path at = folder; at != null; at = at.getParent()) {
      String override = overrides.get(at.toString());
      if (override != null) {
        return new Choice(Optional.of(override), Optional.empty());
      }
      for (String name : FILES) {
        if (Files.isRegularFile(at.resolve(name))) {
          return new Choice(Optional.empty(), Optional.of(Files.readString(at.resolve(name))));
        }
      }
    }
    return new Choice(standard, Optional.empty());
  }
}
