package dev.rustmend.operation;

import java.util.List;
import java.util.Map;

/// What Rust calls what other languages, and people who think of them, call otherwise. Where a name
/// has several meanings, they stand in the order of their likelihood.
final class ForeignNames {
  /// Types; one with a path is imported.
  private static final Map<String, List<String>> TYPES =
      Map.ofEntries(
          Map.entry("string", List.of("String")),
          Map.entry("str_", List.of("&str")),
          Map.entry("int", List.of("i32")),
          Map.entry("Int", List.of("i32")),
          Map.entry("integer", List.of("i32")),
          Map.entry("Integer", List.of("i32")),
          Map.entry("number", List.of("f64", "i32")),
          Map.entry("Number", List.of("f64", "i32")),
          Map.entry("num", List.of("i32", "f64")),
          Map.entry("long", List.of("i64")),
          Map.entry("Long", List.of("i64")),
          Map.entry("short", List.of("i16")),
          Map.entry("byte", List.of("u8")),
          Map.entry("Byte", List.of("u8")),
          Map.entry("uint", List.of("u32", "usize")),
          Map.entry("unsigned", List.of("u32")),
          Map.entry("size_t", List.of("usize")),
          Map.entry("ssize_t", List.of("isize")),
          Map.entry("uint8", List.of("u8")),
          Map.entry("uint16", List.of("u16")),
          Map.entry("uint32", List.of("u32")),
          Map.entry("uint64", List.of("u64")),
          Map.entry("int8", List.of("i8")),
          Map.entry("int16", List.of("i16")),
          Map.entry("int32", List.of("i32")),
          Map.entry("int64", List.of("i64")),
          Map.entry("uint8_t", List.of("u8")),
          Map.entry("uint16_t", List.of("u16")),
          Map.entry("uint32_t", List.of("u32")),
          Map.entry("uint64_t", List.of("u64")),
          Map.entry("int8_t", List.of("i8")),
          Map.entry("int16_t", List.of("i16")),
          Map.entry("int32_t", List.of("i32")),
          Map.entry("int64_t", List.of("i64")),
          Map.entry("float", List.of("f64", "f32")),
          Map.entry("Float", List.of("f64", "f32")),
          Map.entry("float32", List.of("f32")),
          Map.entry("float64", List.of("f64")),
          Map.entry("double", List.of("f64")),
          Map.entry("Double", List.of("f64")),
          Map.entry("boolean", List.of("bool")),
          Map.entry("Boolean", List.of("bool")),
          Map.entry("Bool", List.of("bool")),
          Map.entry("void", List.of("()")),
          Map.entry("Void", List.of("()")),
          Map.entry("character", List.of("char")),
          Map.entry("Char", List.of("char")),
          Map.entry("Character", List.of("char")),
          Map.entry("rune", List.of("char")),
          Map.entry("Str", List.of("String", "str")),
          Map.entry("vector", List.of("Vec")),
          Map.entry("Vector", List.of("Vec")),
          Map.entry("vec", List.of("Vec")),
          Map.entry("List", List.of("Vec")),
          Map.entry("ArrayList", List.of("Vec")),
          Map.entry("Array", List.of("Vec")),
          Map.entry("Optional", List.of("Option")),
          Map.entry("Maybe", List.of("Option")),
          Map.entry("Dict", List.of("std::collections::HashMap")),
          Map.entry("dict", List.of("std::collections::HashMap")),
          Map.entry("Map", List.of("std::collections::HashMap")),
          Map.entry("map", List.of("std::collections::HashMap")),
          Map.entry("Set", List.of("std::collections::HashSet")),
          Map.entry("Deque", List.of("std::collections::VecDeque")),
          Map.entry("Queue", List.of("std::collections::VecDeque")),
          Map.entry("PriorityQueue", List.of("std::collections::BinaryHeap")));

  /// Traits.
  private static final Map<String, List<String>> TRAITS =
      Map.ofEntries(
          Map.entry("Cloneable", List.of("Clone")),
          Map.entry("Copyable", List.of("Copy")),
          Map.entry("Comparable", List.of("PartialOrd", "Ord")),
          Map.entry("Equatable", List.of("PartialEq")),
          Map.entry("Equal", List.of("PartialEq")),
          Map.entry("Eql", List.of("PartialEq")),
          Map.entry("Hashable", List.of("std::hash::Hash")),
          Map.entry("Printable", List.of("std::fmt::Display")),
          Map.entry("Show", List.of("std::fmt::Display", "std::fmt::Debug")),
          Map.entry("Display", List.of("std::fmt::Display")),
          Map.entry("Iterable", List.of("IntoIterator")),
          Map.entry("Callable", List.of("Fn")),
          Map.entry("Function", List.of("Fn")),
          Map.entry("Sendable", List.of("Send")));

  /// Constants and variables.
  private static final Map<String, List<String>> VALUES =
      Map.ofEntries(
          Map.entry("True", List.of("true")),
          Map.entry("TRUE", List.of("true")),
          Map.entry("yes", List.of("true")),
          Map.entry("False", List.of("false")),
          Map.entry("FALSE", List.of("false")),
          Map.entry("no", List.of("false")),
          Map.entry("this", List.of("self")),
          Map.entry("INT_MAX", List.of("i32::MAX")),
          Map.entry("INT_MIN", List.of("i32::MIN")),
          Map.entry("UINT_MAX", List.of("u32::MAX")),
          Map.entry("MAX_INT", List.of("i32::MAX")),
          Map.entry("INFINITY", List.of("f64::INFINITY")),
          Map.entry("inf", List.of("f64::INFINITY")),
          Map.entry("NaN", List.of("f64::NAN")),
          Map.entry("NAN", List.of("f64::NAN")),
          Map.entry("nan", List.of("f64::NAN")),
          Map.entry("EPSILON", List.of("f64::EPSILON")),
          Map.entry("pi", List.of("std::f64::consts::PI")));

  /// Functions and macros.
  private static final Map<String, List<String>> FUNCTIONS =
      Map.ofEntries(
          Map.entry("print", List.of("println!", "print!")),
          Map.entry("printf", List.of("print!")),
          Map.entry("println", List.of("println!")),
          Map.entry("eprintf", List.of("eprint!")),
          Map.entry("puts", List.of("println!")),
          Map.entry("echo", List.of("println!")),
          Map.entry("sprintf", List.of("format!")),
          Map.entry("format", List.of("format!")),
          Map.entry("throw", List.of("panic!")),
          Map.entry("panic", List.of("panic!")),
          Map.entry("assert", List.of("assert!")),
          Map.entry("assert_eq", List.of("assert_eq!")),
          Map.entry("some", List.of("Some")),
          Map.entry("ok", List.of("Ok")),
          Map.entry("err", List.of("Err")),
          Map.entry("Error", List.of("Err")),
          Map.entry("Just", List.of("Some")),
          Map.entry("exit", List.of("std::process::exit")),
          Map.entry("sizeof", List.of("size_of")),
          Map.entry("free", List.of("drop")),
          Map.entry("delete", List.of("drop")));

  /// Methods, in snake case.
  private static final Map<String, List<String>> METHODS =
      Map.ofEntries(
          Map.entry("length", List.of("len", "count")),
          Map.entry("size", List.of("len")),
          Map.entry("count", List.of("len")),
          Map.entry("len", List.of("count")),
          Map.entry("append", List.of("push", "push_str", "insert", "extend")),
          Map.entry("add", List.of("push", "insert", "push_str")),
          Map.entry("push", List.of("insert", "push_back", "push_str")),
          Map.entry("push_str", List.of("push")),
          Map.entry("enqueue", List.of("push_back")),
          Map.entry("dequeue", List.of("pop_front")),
          Map.entry("put", List.of("insert")),
          Map.entry("set", List.of("insert")),
          Map.entry("includes", List.of("contains")),
          Map.entry("has", List.of("contains", "contains_key")),
          Map.entry("has_key", List.of("contains_key")),
          Map.entry("contains", List.of("contains_key")),
          Map.entry("contains_key", List.of("contains")),
          Map.entry("delete", List.of("remove")),
          Map.entry("erase", List.of("remove")),
          Map.entry("tostring", List.of("to_string")),
          Map.entry("str", List.of("to_string")),
          Map.entry("to_str", List.of("as_str", "to_string")),
          Map.entry("to_s", List.of("to_string")),
          Map.entry("upper", List.of("to_uppercase")),
          Map.entry("lower", List.of("to_lowercase")),
          Map.entry("to_upper", List.of("to_uppercase")),
          Map.entry("to_lower", List.of("to_lowercase")),
          Map.entry("to_upper_case", List.of("to_uppercase")),
          Map.entry("to_lower_case", List.of("to_lowercase")),
          Map.entry("strip", List.of("trim")),
          Map.entry("index_of", List.of("find")),
          Map.entry("equals", List.of("eq")),
          Map.entry("foreach", List.of("for_each")),
          Map.entry("each", List.of("for_each")),
          Map.entry("select", List.of("map")),
          Map.entry("where", List.of("filter")),
          Map.entry("reduce", List.of("fold")),
          Map.entry("reverse", List.of("rev")),
          Map.entry("rev", List.of("reverse")),
          Map.entry("some", List.of("any")),
          Map.entry("every", List.of("all")),
          Map.entry("pow", List.of("powi", "powf")),
          Map.entry("powi", List.of("pow")),
          Map.entry("powf", List.of("pow")),
          Map.entry("power", List.of("pow", "powi")),
          Map.entry("keys", List.of("iter")),
          Map.entry("empty", List.of("is_empty")),
          Map.entry("is_none_or_empty", List.of("is_empty")),
          Map.entry("to_int", List.of("parse")),
          Map.entry("clone_from", List.of("clone")),
          Map.entry("head", List.of("first")),
          Map.entry("back", List.of("last")),
          Map.entry("front", List.of("first")));

  /// Items of the standard library, in imports of a module of its.
  private static final Map<String, List<String>> ITEMS =
      Map.ofEntries(
          Map.entry("std::collections::List", List.of("LinkedList")),
          Map.entry("std::collections::Dictionary", List.of("HashMap")),
          Map.entry("std::collections::HashTable", List.of("HashMap")),
          Map.entry("std::collections::TreeMap", List.of("BTreeMap")),
          Map.entry("std::collections::OrderedMap", List.of("BTreeMap")),
          Map.entry("std::collections::SortedMap", List.of("BTreeMap")),
          Map.entry("std::collections::TreeSet", List.of("BTreeSet")),
          Map.entry("std::collections::OrderedSet", List.of("BTreeSet")),
          Map.entry("std::collections::SortedSet", List.of("BTreeSet")),
          Map.entry("std::collections::Heap", List.of("BinaryHeap")),
          Map.entry("std::io::BufferedReader", List.of("BufReader")),
          Map.entry("std::io::BufferedWriter", List.of("BufWriter")),
          Map.entry("std::io::Reader", List.of("Read")),
          Map.entry("std::io::Writer", List.of("Write")),
          Map.entry("std::fmt::Show", List.of("Display", "Debug")),
          Map.entry("std::sync::Lock", List.of("Mutex", "RwLock")),
          Map.entry("std::sync::ReadWriteLock", List.of("RwLock")),
          Map.entry("std::sync::CondVar", List.of("Condvar")),
          Map.entry("std::iter::Iter", List.of("Iterator")),
          Map.entry("std::iter::Iterable", List.of("IntoIterator")),
          Map.entry("std::iter::FromIter", List.of("FromIterator")),
          Map.entry("std::ops::Plus", List.of("Add")),
          Map.entry("std::ops::Minus", List.of("Sub")),
          Map.entry("std::ops::Subtract", List.of("Sub")),
          Map.entry("std::ops::Times", List.of("Mul")),
          Map.entry("std::ops::Multiply", List.of("Mul")),
          Map.entry("std::ops::Divide", List.of("Div")),
          Map.entry("std::ops::Negate", List.of("Neg")),
          Map.entry("std::ops::Mod", List.of("Rem")),
          Map.entry("std::cmp::Compare", List.of("Ord")),
          Map.entry("std::cmp::Equal", List.of("PartialEq")),
          Map.entry("std::time::Timer", List.of("Instant")));

  private ForeignNames() {}

  /// What a name of this kind is in Rust, as a path where it is to be imported; empty where it is
  /// no name of another language.
  static List<String> of(NameKind kind, String name) {
    return switch (kind) {
      case TYPE, MODULE -> TYPES.getOrDefault(name, List.of());
      case TRAIT -> TRAITS.getOrDefault(name, List.of());
      case VALUE -> VALUES.getOrDefault(name, List.of());
      case FUNCTION -> FUNCTIONS.getOrDefault(name, List.of());
      case PATTERN -> List.of();
    };
  }

  /// What a method is called in Rust, by its name in snake case or in small letters.
  static List<String> ofMethod(String name) {
    return METHODS.getOrDefault(name, List.of());
  }

  /// What is meant by an item that the module of the standard library does not have.
  static List<String> ofItem(String module, String name) {
    List<String> known = ITEMS.getOrDefault(module + "::" + name, List.of());
    return known.isEmpty()
        ? TYPES.getOrDefault(name, List.of()).stream()
            .filter(path -> path.startsWith(module + "::"))
            .map(path -> path.substring(module.length() + 2))
            .toList()
        : known;
  }
}
