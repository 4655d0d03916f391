package dev.rustmend.operation;

import dev.rustmend.syntax.PrimitiveTypes;
import java.util.Map;

/// Names of types as other languages write them, and what they are in Rust.
final class CTypes {
  private static final Map<String, String> RUST =
      Map.ofEntries(
          Map.entry("int", "i32"),
          Map.entry("Int", "i32"),
          Map.entry("Integer", "i32"),
          Map.entry("integer", "i32"),
          Map.entry("long", "i64"),
          Map.entry("Long", "i64"),
          Map.entry("short", "i16"),
          Map.entry("byte", "u8"),
          Map.entry("uint", "u32"),
          Map.entry("unsigned", "u32"),
          Map.entry("size_t", "usize"),
          Map.entry("float", "f32"),
          Map.entry("Float", "f32"),
          Map.entry("double", "f64"),
          Map.entry("Double", "f64"),
          Map.entry("number", "f64"),
          Map.entry("boolean", "bool"),
          Map.entry("Boolean", "bool"),
          Map.entry("Bool", "bool"),
          Map.entry("string", "String"),
          Map.entry("void", "()"));

  private CTypes() {}

  /// The Rust type for a type's name in another language, or the name itself.
  static String rust(String name) {
    return RUST.getOrDefault(name, name);
  }

  /// Whether a word looks like the name of a type, here or elsewhere.
  static boolean looksLikeType(String word) {
    return RUST.containsKey(word)
        || PrimitiveTypes.ALL.contains(word)
        || (!word.isEmpty() && Character.isUpperCase(word.charAt(0)) && hasLower(word));
  }

  private static boolean hasLower(String word) {
    return word.length() == 1 || word.chars().anyMatch(Character::isLowerCase);
  }
}
