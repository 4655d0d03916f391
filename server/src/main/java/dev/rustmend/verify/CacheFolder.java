package dev.rustmend.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// The folder for what rustmend can make again at any time.
///
/// `RUSTMEND_CACHE_DIR` names it; else it is `rustmend` in the platform's cache folder
/// (`$XDG_CACHE_HOME`, `~/.cache`, `~/Library/Caches`, `%LOCALAPPDATA%`).
public final class CacheFolder {
  private static final String TAG = "CACHEDIR.TAG";
  private static final String SIGNATURE =
      "Signature: 8a477f597d28d172789f06886806bc55\n# Made by rustmend; may be deleted.\n";

  private CacheFolder() {}

  /// The folder that `environment` asks for; it need not exist yet.
  public static Path locate(Map<String, String> environment) {
    String own = environment.getOrDefault("RUSTMEND_CACHE_DIR", "");
    if (!own.isBlank()) {
      return Path.of(own).toAbsolutePath();
    }
    return platform(environment).resolve("rustmend").toAbsolutePath();
  }

  /// Creates `folder` when it is missing and marks it, so that backups and scans leave it out;
  /// returns its path without symbolic links.
  static Path prepare(Path folder) throws IOException {
    Path real = Files.createDirectories(folder).toRealPath();
    Path tag = real.resolve(TAG);
    if (!Files.exists(tag)) {
      Files.writeString(tag, SIGNATURE);
    }
    return real;
  }

  /// Whether `folder` is marked as a cache: cargo marks every target directory so.
  static boolean isMarked(Path folder) {
    return Files.exists(folder.resolve(TAG));
  }

  private static Path platform(Map<String, String> environment) {
    Path home = Path.of(System.getProperty("user.home"));
    String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
    if (!xdg.isBlank() && Path.of(xdg).isAbsolute()) {
      return Path.of(xdg);
    }
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (system.contains("win")) {
      String local = environment.getOrDefault("LOCALAPPDATA", "");
      return local.isBlank() ? home.resolve("AppData/Local") : Path.of(local);
    }
    return system.contains("mac") ? home.resolve("Library/Caches") : home.resolve(".cache");
  }
}
