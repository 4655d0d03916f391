package dev.rustmend.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/// The version of this program, which the build writes into a resource.
final class Version {
  private Version() {}

  /// What tells this build from others: the version, and the time and size of the program's file.
  static String build() {
    try {
      var source = Version.class.getProtectionDomain().getCodeSource();
      var file = java.nio.file.Path.of(source.getLocation().toURI());
      return "%s %s %d"
          .formatted(
              current(),
              java.nio.file.Files.getLastModifiedTime(file),
              java.nio.file.Files.size(file));
    } catch (IOException | java.net.URISyntaxException e) {
      return current();
    }
  }

  static String current() {
    try (InputStream resource =
        Version.class.getResourceAsStream("/dev/rustmend/version.properties")) {
      var properties = new Properties();
      if (resource != null) {
        properties.load(resource);
      }
      return properties.getProperty("version", "unknown");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
