package dev.rustmend.syntax;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The names of Rust's primitive types.
public final class PrimitiveTypes {
  /// The integers in the order of their width, then those of the platform's width; without a sign
  /// before those with one.
  public static final List<String> INTEGERS =
      List.of(
          "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64", "i128", "isize");

  /// The integers and the floats.
  public static final Set<String> NUMBERS =
      Stream.concat(INTEGERS.stream(), Stream.of("f32", "f64"))
          .collect(Collectors.toUnmodifiableSet());

  /// All that are one word.
  public static final Set<String> ALL =
      Stream.concat(NUMBERS.stream(), Stream.of("bool", "char", "str"))
          .collect(Collectors.toUnmodifiableSet());

  private PrimitiveTypes() {}
}
