package dev.rustmend.assist;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The tables that come with this package: one row a line, `left = right`.
final class ResourceLines {
  private static final String SEPARATOR = " = ";

  private ResourceLines() {}

  /// One row.
  record Row(String left, String right) {}

  /// The rows of the table `name`. Throws [UncheckedIOException] when it is not there.
  static List<Row> of(String name) {
    try (InputStream in = ResourceLines.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("there is no " + name);
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .readAllAsString()
          .lines()
          .filter(line -> line.contains(SEPARATOR))
          .map(ResourceLines::row)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("a table in the program can not be read", e);
    }
  }

  private static Row row(String line) {
    int at = line.lastIndexOf(SEPARATOR);
    return new Row(line.substring(0, at), line.substring(at + SEPARATOR.length()));
  }
}
