package dev.rustmend.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/// The version of this program, which the build writes into a resource.
final class Version {
  private Version() {}

  /// What tells this build from others: the version, and the time and size of the program's file.
  static String build() {
    Path program = Path.of(firstEntry(System.getProperty("java.class.path", "")));
    try {
      return "%s %s %d"
          .formatted(current(), Files.getLastModifiedTime(program), Files.size(program));
    } catch (IOException e) {
      return current();
    }
  }

  private static String firstEntry(String classPath) {
    int end = classPath.indexOf(File.pathSeparatorChar);
    return end < 0 ? classPath : classPath.substring(0, end);
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
