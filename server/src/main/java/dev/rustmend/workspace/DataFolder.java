package dev.rustmend.workspace;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// The folders for what is the user's and can not be made again, unlike what a cache holds.
public final class DataFolder {
  private DataFolder() {}

  /// The folder `name`: where the variable `own` of `environment` says, else `rustmend` and `name`
  /// where the platform keeps data of programs (`$XDG_DATA_HOME`, `~/.local/share`,
  /// `~/Library/Application Support`, `%LOCALAPPDATA%`). It need not exist yet.
  public static Path locate(Map<String, String> environment, String own, String name) {
    String given = environment.getOrDefault(own, "");
    return given.isBlank()
        ? platform(environment).resolve("rustmend").resolve(name)
        : Path.of(given).toAbsolutePath();
  }

  private static Path platform(Map<String, String> environment) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String variable = system.contains("win") ? "LOCALAPPDATA" : "XDG_DATA_HOME";
    String usual = system.contains("mac") ? "Library/Application Support" : ".local/share";
    Path given = Path.of(environment.getOrDefault(variable, ""));
    return given.isAbsolute() ? given : Path.of(System.getProperty("user.home")).resolve(usual);
  }
}
