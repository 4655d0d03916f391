package dev.rustmend.operation;

import dev.rustmend.syntax.ItemKind;
import java.util.List;

/// An item of another crate that any code may name.
///
/// `path` begins with the crate's name as the code writes it: `rand::distr::Uniform`. An item that
/// is exported at several places is there once for each. `methods` are those that a trait declares.
public record PublicItem(ItemKind kind, String path, List<String> methods) {
  public PublicItem {
    methods = List.copyOf(methods);
  }

  /// The last segment of the path.
  public String name() {
    return path.substring(path.lastIndexOf(':') + 1);
  }

  /// The path without its last segment.
  public String module() {
    return path.substring(0, Math.max(0, path.lastIndexOf("::")));
  }
}
