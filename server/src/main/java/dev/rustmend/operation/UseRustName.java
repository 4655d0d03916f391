package dev.rustmend.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Replaces a name of another language's type, trait, constant or function by Rust's own: `string`,
/// `int`, `Comparable`, `null`, `printf`. The parameter `kind` narrows it to `type`, `trait`,
/// `value` or `function`.
final class UseRustName implements Operation {
  private static final Pattern COMMA = Pattern.compile(",");

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("string", "String"),
          Map.entry("str_", "&str"),
          Map.entry("int", "i32"),
          Map.entry("Int", "i32"),
          Map.entry("integer", "i32"),
          Map.entry("Integer", "i32"),
          Map.entry("number", "f64,i32"),
          Map.entry("Number", "f64,i32"),
          Map.entry("num", "i32,f64"),
          Map.entry("long", "i64"),
          Map.entry("Long", "i64"),
          Map.entry("short", "i16"),
          Map.entry("byte", "u8"),
          Map.entry("Byte", "u8"),
          Map.entry("uint", "u32,usize"),
          Map.entry("unsigned", "u32"),
          Map.entry("size_t", "usize"),
          Map.entry("ssize_t", "isize"),
          Map.entry("uint8", "u8"),
          Map.entry("uint16", "u16"),
          Map.entry("uint32", "u32"),
          Map.entry("uint64", "u64"),
          Map.entry("int8", "i8"),
          Map.entry("int16", "i16"),
          Map.entry("int32", "i32"),
          Map.entry("int64", "i64"),
          Map.entry("uint8_t", "u8"),
          Map.entry("uint16_t", "u16"),
          Map.entry("uint32_t", "u32"),
          Map.entry("uint64_t", "u64"),
          Map.entry("int8_t", "i8"),
          Map.entry("int16_t", "i16"),
          Map.entry("int32_t", "i32"),
          Map.entry("int64_t", "i64"),
          Map.entry("float", "f64,f32"),
          Map.entry("Float", "f64,f32"),
          Map.entry("float32", "f32"),
          Map.entry("float64", "f64"),
          Map.entry("double", "f64"),
          Map.entry("Double", "f64"),
          Map.entry("boolean", "bool"),
          Map.entry("Boolean", "bool"),
          Map.entry("Bool", "bool"),
          Map.entry("void", "()"),
          Map.entry("Void", "()"),
          Map.entry("character", "char"),
          Map.entry("Char", "char"),
          Map.entry("Character", "char"),
          Map.entry("rune", "char"),
          Map.entry("Str", "String,str"),
          Map.entry("vector", "Vec"),
          Map.entry("Vector", "Vec"),
          Map.entry("vec", "Vec"),
          Map.entry("List", "Vec"),
          Map.entry("ArrayList", "Vec"),
          Map.entry("Array", "Vec"),
          Map.entry("Optional", "Option"),
          Map.entry("Maybe", "Option"),
          Map.entry("Dict", "std::collections::HashMap"),
          Map.entry("dict", "std::collections::HashMap"),
          Map.entry("Map", "std::collections::HashMap"),
          Map.entry("map", "std::collections::HashMap"),
          Map.entry("Set", "std::collections::HashSet"),
          Map.entry("Deque", "std::collections::VecDeque"),
          Map.entry("Queue", "std::collections::VecDeque"),
          Map.entry("PriorityQueue", "std::collections::BinaryHeap"));

  private static final Map<String, String> TRAITS =
      Map.ofEntries(
          Map.entry("Cloneable", "Clone"),
          Map.entry("Copyable", "Copy"),
          Map.entry("Comparable", "PartialOrd,Ord"),
          Map.entry("Equatable", "PartialEq"),
          Map.entry("Equal", "PartialEq"),
          Map.entry("Eql", "PartialEq"),
          Map.entry("Hashable", "std::hash::Hash"),
          Map.entry("Printable", "std::fmt::Display"),
          Map.entry("Show", "std::fmt::Display,std::fmt::Debug"),
          Map.entry("Display", "std::fmt::Display"),
          Map.entry("Iterable", "IntoIterator"),
          Map.entry("Callable", "Fn"),
          Map.entry("Function", "Fn"),
          Map.entry("Sendable", "Send"));

  private static final Map<String, String> VALUES =
      Map.ofEntries(
          Map.entry("True", "true"),
          Map.entry("TRUE", "true"),
          Map.entry("yes", "true"),
          Map.entry("False", "false"),
          Map.entry("FALSE", "false"),
          Map.entry("no", "false"),
          Map.entry("this", "self"),
          Map.entry("INT_MAX", "i32::MAX"),
          Map.entry("INT_MIN", "i32::MIN"),
          Map.entry("UINT_MAX", "u32::MAX"),
          Map.entry("MAX_INT", "i32::MAX"),
          Map.entry("INFINITY", "f64::INFINITY"),
          Map.entry("inf", "f64::INFINITY"),
          Map.entry("NaN", "f64::NAN"),
          Map.entry("NAN", "f64::NAN"),
          Map.entry("nan", "f64::NAN"),
          Map.entry("EPSILON", "f64::EPSILON"),
          Map.entry("pi", "std::f64::consts::PI"));

  private static final Map<String, String> FUNCTIONS =
      Map.ofEntries(
          Map.entry("print", "println!,print!"),
          Map.entry("printf", "print!"),
          Map.entry("println", "println!"),
          Map.entry("eprintf", "eprint!"),
          Map.entry("puts", "println!"),
          Map.entry("echo", "println!"),
          Map.entry("sprintf", "format!"),
          Map.entry("format", "format!"),
          Map.entry("throw", "panic!"),
          Map.entry("panic", "panic!"),
          Map.entry("assert", "assert!"),
          Map.entry("assert_eq", "assert_eq!"),
          Map.entry("some", "Some"),
          Map.entry("ok", "Ok"),
          Map.entry("err", "Err"),
          Map.entry("Error", "Err"),
          Map.entry("Just", "Some"),
          Map.entry("exit", "std::process::exit"),
          Map.entry("sizeof", "size_of"),
          Map.entry("free", "drop"),
          Map.entry("delete", "drop"));

  private static final int FURTHER = 10;

  @Override
  public String name() {
    return "use-rust-name";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    String name = site.primary().text();
    Optional<NameKind> kind = NameKind.of(site);
    String wanted = site.parameter("kind", "");
    String names =
        kind.filter(found -> wanted.isEmpty() || wanted.equals(word(found)))
            .map(UseRustName::table)
            .map(table -> table.getOrDefault(name, ""))
            .orElse("");
    var proposals = new ArrayList<Proposal>();
    int penalty = 0;
    for (String path : names.isEmpty() ? List.<String>of() : COMMA.splitAsStream(names).toList()) {
      String last = path.replaceAll(".*::", "");
      boolean imported = path.startsWith("std::collections") && kind.get() == NameKind.TYPE;
      String title = "Write `%s` instead of `%s`".formatted(imported ? last : path, name);
      Edits edits = site.edits().replace(site.primary().range(), imported ? last : path);
      if (imported && !UseDeclarations.names(UseDeclarations.module(site.node())).contains(last)) {
        UseDeclarations.add(edits, site.primary(), path);
      }
      int more = penalty;
      edits.patch().map(p -> Proposal.of(title, p).penalized(more)).ifPresent(proposals::add);
      penalty += FURTHER;
    }
    return proposals;
  }

  private static String word(NameKind kind) {
    return kind.name().toLowerCase(java.util.Locale.ROOT);
  }

  private static Map<String, String> table(NameKind kind) {
    return switch (kind) {
      case TYPE, MODULE -> TYPES;
      case TRAIT -> TRAITS;
      case VALUE -> VALUES;
      case FUNCTION -> FUNCTIONS;
      case PATTERN -> Map.of();
    };
  }
}
