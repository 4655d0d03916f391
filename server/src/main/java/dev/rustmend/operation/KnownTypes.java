package dev.rustmend.operation;

import dev.rustmend.syntax.PrimitiveTypes;
import java.util.Map;
import java.util.Optional;

/// What is known of types without looking at the program: literals, well-known methods, elements.
final class KnownTypes {
  /// What well-known methods return, whatever they are called on.
  private static final Map<String, String> METHODS =
      Map.ofEntries(
          Map.entry("len", "usize"),
          Map.entry("count", "usize"),
          Map.entry("capacity", "usize"),
          Map.entry("is_empty", "bool"),
          Map.entry("contains", "bool"),
          Map.entry("contains_key", "bool"),
          Map.entry("starts_with", "bool"),
          Map.entry("ends_with", "bool"),
          Map.entry("is_some", "bool"),
          Map.entry("is_none", "bool"),
          Map.entry("is_ok", "bool"),
          Map.entry("is_err", "bool"),
          Map.entry("to_string", "String"),
          Map.entry("to_uppercase", "String"),
          Map.entry("to_lowercase", "String"),
          Map.entry("join", "String"),
          Map.entry("as_str", "&str"),
          Map.entry("trim", "&str"),
          Map.entry("trim_start", "&str"),
          Map.entry("trim_end", "&str"),
          Map.entry("as_bytes", "&[u8]"),
          Map.entry("to_path_buf", "PathBuf"));

  private KnownTypes() {}

  static Optional<RustType> known(String text) {
    return Optional.of(RustType.of(text));
  }

  /// What a well-known method returns.
  static Optional<RustType> method(String name) {
    return Optional.ofNullable(METHODS.get(name)).map(RustType::of);
  }

  /// The type of a number literal, as far as it says.
  static Optional<RustType> number(String text) {
    for (String suffix : PrimitiveTypes.INTEGERS) {
      if (text.endsWith(suffix)) {
        return known(suffix);
      }
    }
    if (!text.startsWith("0x") && (text.endsWith("f32") || text.endsWith("f64"))) {
      return known(text.substring(text.length() - 3));
    }
    boolean hasPoint = text.contains(".") || text.matches("[0-9_]+[eE].*");
    return known(hasPoint ? "{float}" : "{integer}");
  }

  /// The type of the elements of a list that is indexed.
  static Optional<RustType> element(RustType list) {
    RustType bare = list.bare();
    boolean indexed = bare.isNamed("Vec", "VecDeque") || bare.text().startsWith("[");
    return indexed && bare.element().isWritable() ? Optional.of(bare.element()) : Optional.empty();
  }
}
