package dev.rustmend.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/// The version of this program, which the build writes into a resource.
final class Version {
  private Version() {}

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
