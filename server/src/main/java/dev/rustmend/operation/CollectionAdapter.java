package dev.rustmend.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Turns collections, arrays, slices, iterators and single values into one another, and calls what
/// was named without being called.
final class CollectionAdapter {
  private static final Set<String> COLLECTIONS =
      Set.of(
          "Vec",
          "VecDeque",
          "HashSet",
          "BTreeSet",
          "HashMap",
          "BTreeMap",
          "BinaryHeap",
          "LinkedList");
  static final Set<String> ITERATORS =
      Set.of(
          "Chars",
          "Rev",
          "Map",
          "Filter",
          "FilterMap",
          "Take",
          "Skip",
          "Flatten",
          "FlatMap",
          "Cloned",
          "Copied",
          "TakeWhile",
          "SkipWhile",
          "Chain",
          "StepBy",
          "Iter",
          "IntoIter",
          "Split",
          "SplitWhitespace",
          "Lines",
          "Enumerate",
          "Zip",
          "Range",
          "RangeInclusive",
          "Drain",
          "Keys",
          "Values",
          "IntoKeys",
          "IntoValues",
          "Bytes",
          "Windows",
          "Chunks",
          "Args",
          "CharIndices",
          "ToUppercase",
          "ToLowercase");

  private CollectionAdapter() {}

  static List<Adaptation> adapt(Value value) {
    var found = new ArrayList<Adaptation>();
    RustType expected = value.expected();
    RustType actual = value.found();
    if (COLLECTIONS.contains(expected.name())) {
      collect(value, found);
    }
    if (expected.isNamed("Vec")) {
      vector(value, found);
    }
    if (actual.text().startsWith("fn item")
        || (actual.text().startsWith("fn(") && actual.text().contains("{"))) {
      found.add(Adaptation.of("call", "Call " + value.name(), "", "()"));
    }
    if (actual.text().equals("future") || actual.text().startsWith("impl Future")) {
      found.add(value.postfix("await", "Await " + value.name(), ".await"));
    }
    if (expected.text().equals("usize")
        && (COLLECTIONS.contains(actual.bare().name())
            || actual.bare().isSlice()
            || (actual.bare().isText() && isCompared(value)))) {
      found.add(
          value.postfix("length", "Take the length of " + value.name(), ".len()").penalized(20));
    }
    return found;
  }

  /// Whether the value is compared with the length of something.
  private static boolean isCompared(Value value) {
    return value
        .node()
        .parent()
        .filter(up -> up.is("binary_expression"))
        .filter(up -> up.text().matches("(?s).*\\.len\\(\\).*[<>=].*|.*[<>=].*\\.len\\(\\).*"))
        .isPresent();
  }

  private static void collect(Value value, List<Adaptation> found) {
    RustType actual = value.found();
    String title = "Collect " + value.name() + " into a `" + value.expected().name() + "`";
    if (ITERATORS.contains(actual.name()) || actual.text().startsWith("impl Iterator")) {
      found.add(value.postfix("collect", title, ".collect()"));
      if (actual.isNamed("Iter", "Keys", "Values")) {
        found.add(value.postfix("collect", title, ".cloned().collect()").penalized(5));
      }
    } else if ((COLLECTIONS.contains(actual.name()) || actual.isArray())
        && !actual.name().equals(value.expected().name())) {
      found.add(value.postfix("collect", title, ".into_iter().collect()"));
    }
  }

  private static void vector(Value value, List<Adaptation> found) {
    RustType wanted = value.expected().argument(0);
    RustType actual = value.found();
    String name = value.name();
    if (actual.isArray() && wanted.fits(actual.element())) {
      if (value.is("array_expression")) {
        found.add(Adaptation.of("vector", "Make the array a `Vec` with `vec!`", "vec!", ""));
      }
      found.add(value.postfix("vector", "Copy " + name + " into a `Vec`", ".to_vec()"));
    } else if (actual.isReference()
        && (actual.bare().isSlice() || actual.bare().isArray())
        && wanted.fits(actual.bare().element())) {
      found.add(value.postfix("vector", "Copy " + name + " into a `Vec`", ".to_vec()"));
    } else if (wanted.fits(actual) && !wanted.isUnknown()) {
      found.add(
          Adaptation.of("vector", "Put " + name + " into a `Vec`", "vec![", "]").penalized(5));
    } else if (actual.bare().isNamed("Vec")) {
      elements(value, wanted, actual.bare().argument(0), found);
    }
  }

  /// A vector of other elements.
  private static void elements(
      Value value, RustType wanted, RustType held, List<Adaptation> found) {
    String name = value.name();
    String title = "Convert the elements of " + name;
    boolean owned = !value.found().isReference();
    if (wanted.isNamed("String") && held.bare().isText() && !held.isNamed("String")) {
      found.add(
          value.postfix(
              "elements",
              title,
              (owned ? ".into_iter()" : ".iter()") + ".map(|s| s.to_string()).collect()"));
    } else if (wanted.text().equals("&str") && held.isNamed("String")) {
      found.add(value.postfix("elements", title, ".iter().map(|s| s.as_str()).collect()"));
    } else if (held.isReference() && held.referent().fits(wanted)) {
      found.add(value.postfix("elements", title, ".into_iter().cloned().collect()"));
    } else if (wanted.isReference() && wanted.referent().fits(held)) {
      found.add(value.postfix("elements", title, ".iter().collect()"));
    } else if (wanted.isNumber() && held.isNumber()) {
      String iterate = owned ? ".into_iter()" : ".iter().copied()";
      found.add(
          held.widensTo(wanted)
              ? value.postfix("elements", title, iterate + ".map(" + wanted + "::from).collect()")
              : value
                  .postfix("elements", title, iterate + ".map(|n| n as " + wanted + ").collect()")
                  .penalized(12));
    } else if (wanted.isNamed("Box") && !held.isUnknown()) {
      found.add(
          value
              .postfix("elements", title, ".into_iter().map(|x| Box::new(x) as _).collect()")
              .penalized(5));
    }
  }
}
