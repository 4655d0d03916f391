package dev.rustmend.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the documentation says for what people say: short names, words of other languages, and
/// everyday words for a thing that has a name in Rust.
final class Jargon {
  private static final Map<String, String> SAYINGS =
      Map.ofEntries(
          Map.entry("ub", "undefined behavior"),
          Map.entry("ffi|call(?:ing)? c", "foreign function interface extern"),
          Map.entry("rc", "reference counted"),
          Map.entry("gc", "garbage collector reference counting"),
          Map.entry("generic|generics", "type parameter"),
          Map.entry("dst|dsts", "dynamically sized types"),
          Map.entry("vtable|virtual", "trait objects dyn dispatch"),
          Map.entry("interfaces?", "trait"),
          Map.entry("inherit|inheritance|subclass|base class|implementors", "supertraits trait"),
          Map.entry("null|nil|undefined", "None Option"),
          Map.entry("exceptions?|try.?catch|throw", "error Result panic"),
          Map.entry("static method", "associated function"),
          Map.entry("lambda|lambdas|callback|callbacks", "closure"),
          Map.entry("namespaces?", "module path"),
          Map.entry("constructor", "new associated function"),
          Map.entry("destructor|finalizer|cleanup|clean up", "Drop destructor"),
          Map.entry("switch", "match"),
          Map.entry("ternary", "if expression"),
          Map.entry("dictionary|dict", "HashMap map"),
          Map.entry("arraylist|dynamic array", "Vec vector"),
          Map.entry("linkedlist", "linked list Box"),
          Map.entry("dups|dupes|duplicates|dedupe", "duplicate dedup unique"),
          Map.entry("regexp?", "pattern"),
          Map.entry("cli", "command line arguments"),
          Map.entry("argv|args", "command line arguments"),
          Map.entry("env", "environment"),
          Map.entry("env ?vars?", "environment variables"),
          Map.entry("stdin", "standard input"),
          Map.entry("stdout", "standard output"),
          Map.entry("stderr", "standard error"),
          Map.entry("rng|rand", "random"),
          Map.entry("utf8|utf-8", "unicode bytes string"),
          Map.entry("threadpool", "thread pool"),
          Map.entry("multithreading|multithreaded|parallel", "threads concurrency"),
          Map.entry("lock|locks|locked", "Mutex"),
          Map.entry("singleton|global variable|globals?", "static OnceLock"),
          Map.entry("lazy|lazily", "OnceLock LazyLock once"),
          Map.entry("deps?", "dependencies"),
          Map.entry("compile times?|build times?|slow builds?", "build performance compilation"),
          Map.entry("disk|space", "space target directory"),
          Map.entry("binary size", "minimize size"),
          Map.entry("assembly|asm", "emit asm"),
          Map.entry("monorepo", "workspace"),
          Map.entry("conditional compilation|ifdef", "cfg conditional compilation"),
          Map.entry("variadics?|any number of arguments", "variadic repetition macro_rules"),
          Map.entry("new ?types?|wrapper", "newtype pattern"),
          Map.entry("reexports?|re-exports?", "re-export pub use"),
          Map.entry("orphan", "orphan rule coherence"),
          Map.entry("&self|immutable", "shared reference"),
          Map.entry("mutate", "mutable interior mutability"),
          Map.entry("type ?cast|casting", "cast as conversion"),
          Map.entry("overflows?", "overflow wrapping checked"),
          Map.entry("fp|floats?|f64|f32", "floating-point number"),
          Map.entry("ints?", "integer"),
          Map.entry("println|printing", "print"),
          Map.entry("hangs?|hanging", "timeout deadlock block"),
          Map.entry("speed up|slow|faster", "performance buffer"),
          Map.entry("doc ?tests?|doc examples?", "documentation tests"),
          Map.entry("slug|urls?", "URL slug"),
          Map.entry("lookup", "search get"));

  private record Saying(Pattern said, String meant) {}

  private static final List<Saying> ALL =
      SAYINGS.entrySet().stream()
          .map(saying ->
              new Saying(
                  Pattern.compile("(?<![\\w:])(?:" + saying.getKey() + ")(?![\\w:])"),
                  saying.getValue()))
          .toList();

  private Jargon() {}

  /// What is meant by the sayings in `question`, each once and in no order that matters.
  static List<String> meant(String question) {
    String low = Identifiers.lower(question);
    var meant = new ArrayList<String>();
    for (Saying saying : ALL) {
      Matcher matcher = saying.said().matcher(low);
      if (matcher.find()) {
        meant.add(saying.meant());
      }
    }
    return meant.stream().distinct().sorted().toList();
  }
}
