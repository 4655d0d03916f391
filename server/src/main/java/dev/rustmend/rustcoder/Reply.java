package dev.rustmend.rustcoder;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/// An answer: its status in terms of HTTP, and what it holds.
public sealed interface Reply {
  int status();

  /// A JSON object: texts, numbers, booleans, lists, maps and nulls, in this order.
  record Json(int status, Map<String, @Nullable Object> body) implements Reply {}

  /// A plain text.
  record Text(int status, String text) implements Reply {}

  /// A file to download, with these files in it by their relative paths.
  record Archive(int status, String name, SortedMap<String, String> files) implements Reply {
    public Archive {
      files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /// The content of the file: a zip archive.
    public byte[] zip() {
      var bytes = new ByteArrayOutputStream();
      try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
        for (var file : files.entrySet()) {
          zip.putNextEntry(new ZipEntry(file.getKey()));
          zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
          zip.closeEntry();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return bytes.toByteArray();
    }
  }
}
