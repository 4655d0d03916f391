package dev.rustmend.operation;

import dev.rustmend.syntax.PrimitiveTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A type as rustc or a program writes it, with just enough structure to compare and take apart:
/// references, paths with generic arguments, tuples, slices and arrays.
///
/// rustc's words for what it does not know yet are types as well: `_`, `{integer}`, `{float}`.
/// Lifetimes are left out. Paths count by their last segment only.
public final class RustType {
  private static final Map<String, Integer> BITS =
      Map.ofEntries(
          Map.entry("u8", 8),
          Map.entry("i8", 8),
          Map.entry("u16", 16),
          Map.entry("i16", 16),
          Map.entry("u32", 32),
          Map.entry("i32", 32),
          Map.entry("u64", 64),
          Map.entry("i64", 64),
          Map.entry("u128", 128),
          Map.entry("i128", 128));
  private static final Set<String> COPIED =
      Set.of("bool", "char", "f32", "f64", "{integer}", "{float}", "()", "Duration", "Instant");
  private static final Pattern LIFETIME = Pattern.compile("'\\w+\\s*,\\s*|'\\w+\\s+|<'\\w+>");
  private static final Pattern PATH = Pattern.compile("\\b\\w+::");

  private final String text;

  private RustType(String text) {
    this.text = text;
  }

  /// The type that `text` writes; any text will do.
  public static RustType of(String text) {
    String plain = LIFETIME.matcher(text.strip()).replaceAll("");
    return new RustType(plain.replace("\n", " ").strip());
  }

  public String text() {
    return text;
  }

  /// The text without the paths in front of names.
  public String shortText() {
    return PATH.matcher(text).replaceAll("");
  }

  public boolean isReference() {
    return text.startsWith("&");
  }

  public boolean isMutableReference() {
    return text.startsWith("&mut ");
  }

  /// What a reference refers to; the type itself when it is none.
  public RustType referent() {
    if (isMutableReference()) {
      return of(text.substring("&mut ".length()));
    }
    return isReference() ? of(text.substring(1)) : this;
  }

  /// What is left when all references are taken off.
  public RustType bare() {
    RustType type = this;
    while (type.isReference()) {
      type = type.referent();
    }
    return type;
  }

  /// The last segment of the path, without generic arguments: `Vec` of `std::vec::Vec<u8>`.
  public String name() {
    int open = text.indexOf('<');
    String path = open < 0 ? text : text.substring(0, open);
    int colons = path.lastIndexOf("::");
    return (colons < 0 ? path : path.substring(colons + 2)).strip();
  }

  public boolean isNamed(String... names) {
    return Set.of(names).contains(name());
  }

  /// The generic arguments of a path.
  public List<RustType> arguments() {
    int open = text.indexOf('<');
    int close = text.lastIndexOf('>');
    return open > 0 && close > open && !isReference() && !text.startsWith("(")
        ? list(text.substring(open + 1, close))
        : List.of();
  }

  /// The generic argument at `index`, unknown where there is none.
  public RustType argument(int index) {
    List<RustType> all = arguments();
    return index < all.size() ? all.get(index) : new RustType("_");
  }

  public boolean isTuple() {
    return text.startsWith("(") && text.endsWith(")");
  }

  public boolean isUnit() {
    return text.equals("()");
  }

  /// The types of a tuple's parts.
  public List<RustType> parts() {
    return isTuple() ? list(text.substring(1, text.length() - 1)) : List.of();
  }

  public boolean isSlice() {
    return text.startsWith("[") && !text.contains(";");
  }

  public boolean isArray() {
    return text.startsWith("[") && text.contains(";");
  }

  /// The type of the elements of a slice, an array or a collection with one argument.
  public RustType element() {
    if (text.startsWith("[") && text.endsWith("]")) {
      int semicolon = text.lastIndexOf(';');
      return of(text.substring(1, semicolon < 0 ? text.length() - 1 : semicolon));
    }
    return argument(0);
  }

  public boolean isInteger() {
    return PrimitiveTypes.INTEGERS.contains(text) || text.equals("{integer}");
  }

  public boolean isFloat() {
    return text.equals("f32") || text.equals("f64") || text.equals("{float}");
  }

  public boolean isNumber() {
    return isInteger() || isFloat();
  }

  /// Whether rustc has not decided yet.
  public boolean isUnknown() {
    return text.equals("_") || text.isEmpty();
  }

  /// How many references are around what is left by [#bare].
  public int depth() {
    int depth = 0;
    for (RustType type = this; type.isReference(); type = type.referent()) {
      depth++;
    }
    return depth;
  }

  /// Whether it is one of the plain types that are copied and never borrowed for long.
  public boolean isCopied() {
    return isInteger()
        || isFloat()
        || COPIED.contains(text)
        || (isReference() && !isMutableReference());
  }

  /// Whether it holds text, owned or borrowed.
  public boolean isText() {
    return text.equals("str") || isNamed("String");
  }

  /// Whether the source can say this type.
  public boolean isWritable() {
    return !text.isEmpty()
        && !text.contains("{")
        && !text.contains("...")
        && !text.contains("…")
        && !text.contains("@")
        && !text.contains("/")
        && !text.contains(" found ")
        && !text.equals("_")
        && !text.equals("closure")
        && !text.startsWith("fn item");
  }

  /// Whether every value of this number type is one of `wider` as well, with an impl of `From`.
  public boolean widensTo(RustType wider) {
    Integer bits = BITS.get(text);
    if (wider.isFloat()) {
      int mantissa = wider.text.equals("f32") ? 24 : 53;
      return text.equals("f32") || (bits != null && bits < mantissa);
    }
    if (text.equals("bool")) {
      return wider.isInteger();
    }
    if (wider.text.equals("usize")) {
      return text.equals("u8") || text.equals("u16");
    }
    if (wider.text.equals("isize")) {
      return text.equals("u8") || text.equals("i8") || text.equals("i16");
    }
    Integer target = BITS.get(wider.text);
    boolean signed = text.startsWith("i");
    return bits != null
        && target != null
        && bits < target
        && (!signed || wider.text.startsWith("i"));
  }

  /// Whether both may be the same type: `_` is any type, `{integer}` any integer, and so on.
  public boolean fits(RustType other) {
    if (isUnknown() || other.isUnknown() || shortText().equals(other.shortText())) {
      return true;
    }
    if (text.startsWith("{") || other.text.startsWith("{")) {
      return fitsNumber(other);
    }
    if (isReference() || other.isReference()) {
      return isReference() == other.isReference()
          && isMutableReference() == other.isMutableReference()
          && referent().fits(other.referent());
    }
    if (isTuple() && other.isTuple()) {
      return fitAll(parts(), other.parts());
    }
    if (text.startsWith("[") && other.text.startsWith("[")) {
      return isArray() == other.isArray() && element().fits(other.element());
    }
    return name().equals(other.name()) && fitAll(arguments(), other.arguments());
  }

  private boolean fitsNumber(RustType other) {
    return (isInteger() && other.isInteger()) || (isFloat() && other.isFloat());
  }

  private static boolean fitAll(List<RustType> one, List<RustType> other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      if (!one.get(i).fits(other.get(i))) {
        return false;
      }
    }
    return true;
  }

  /// The type in one of rustc's phrases: ``reference `&str` ``, `integer`, `()`.
  static RustType phrase(String words) {
    Matcher ticked = Pattern.compile("`([^`]*)`").matcher(words);
    if (ticked.find()) {
      return of(ticked.group(1));
    }
    return switch (words.strip()) {
      case "integer" -> of("{integer}");
      case "floating-point number" -> of("{float}");
      default -> of(words);
    };
  }

  /// The parts of a list between commas that no bracket holds.
  private static List<RustType> list(String inside) {
    var parts = new ArrayList<RustType>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < inside.length(); i++) {
      char c = inside.charAt(i);
      boolean arrow = c == '>' && i > 0 && inside.charAt(i - 1) == '-';
      if (c == '<' || c == '(' || c == '[') {
        depth++;
      } else if ((c == '>' && !arrow) || c == ')' || c == ']') {
        depth--;
      } else if (c == ',' && depth == 0) {
        parts.add(of(inside.substring(from, i)));
        from = i + 1;
      }
    }
    Optional.of(inside.substring(from))
        .filter(last -> !last.isBlank())
        .ifPresent(last -> parts.add(of(last)));
    return List.copyOf(parts);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RustType type && type.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
