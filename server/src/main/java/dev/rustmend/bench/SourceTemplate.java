package dev.rustmend.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// A piece of Rust source with places such as `{{Type}}` to fill in, kept as a resource.
record SourceTemplate(String text) {

  /// The template in the resource `name.rs.txt` beside this class.
  static SourceTemplate named(String name) {
    String resource = name + ".rs.txt";
    try (InputStream in = SourceTemplate.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its resource " + resource);
      }
      return new SourceTemplate(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("can not read the resource " + resource, e);
    }
  }

  /// The source with every place filled in that `values` names.
  String with(Map<String, String> values) {
    String source = text;
    for (var value : values.entrySet()) {
      source = source.replace("{{" + value.getKey() + "}}", value.getValue());
    }
    return source;
  }
}
