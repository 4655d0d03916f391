package dev.rustmend.rustcoder;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An answer: its status in terms of HTTP, and what it holds.
public sealed interface Reply {
  int status();

  /// A JSON object: texts, numbers, booleans, lists, maps and nulls, in this order.
  record Json(int status, Map<String, @Nullable Object> body) implements Reply {}

  /// A plain text.
  record Text(int status, String text) implements Reply {}

  /// A file to download.
  record Archive(int status, String name, byte[] zip) implements Reply {}
}
