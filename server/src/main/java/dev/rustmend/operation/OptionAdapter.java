package dev.rustmend.operation;

import java.util.List;
import java.util.Set;

/// Takes values out of `Option` and `Result`, and turns such types into one another.
///
/// `?` keeps the failure; a default in its place (`unwrap_or_default`) changes behavior and ranks
/// last.
final class OptionAdapter {
  private static final Set<String> DEFAULTS =
      Set.of("String", "Vec", "HashMap", "HashSet", "BTreeMap", "BTreeSet", "VecDeque", "bool");

  private OptionAdapter() {}

  /// The value inside.
  static void open(Value value, int depth, List<Adaptation> found) {
    RustType actual = value.found();
    RustType inner = actual.argument(0);
    RustType expected = value.expected();
    boolean returns =
        value.returned().filter(type -> type.name().equals(actual.name())).isPresent();
    if (inner.fits(expected)) {
      if (returns) {
        found.add(
            value.postfix(
                "question-mark", "Take the value out of " + value.name() + " with `?`", "?"));
      }
      otherwise(value, inner, found);
    } else if (inner.isReference() && inner.referent().fits(expected) && expected.isCopied()) {
      if (returns) {
        found.add(
            Adaptation.of(
                "question-mark", "Take the value out of " + value.name() + " with `?`", "*", "?"));
      }
      otherwise(value, inner.referent(), found);
    } else if (depth > 0 && returns && inner.isNumber() && expected.isNumber()) {
      for (Adaptation step : NumberAdapter.adapt(value.with(expected, inner))) {
        found.add(
            new Adaptation(
                "question-mark",
                "Take the value out of " + value.name() + " with `?` and convert it",
                step.before(),
                "?" + step.after(),
                step.inside(),
                step.penalty()));
      }
    }
  }

  private static void otherwise(Value value, RustType inner, List<Adaptation> found) {
    boolean reference = value.found().argument(0).isReference();
    String read = reference ? ".copied()" : "";
    if (inner.isNumber()) {
      String zero = inner.isFloat() ? "0.0" : "0";
      found.add(
          value
              .postfix(
                  Adaptation.DEFAULT,
                  "Count a missing " + value.name() + " as zero",
                  read + ".unwrap_or(" + zero + ")")
              .penalized(40));
    } else if (DEFAULTS.contains(inner.name())) {
      found.add(
          value
              .postfix(
                  Adaptation.DEFAULT,
                  "Take an empty value where " + value.name() + " has none",
                  read + ".unwrap_or_default()")
              .penalized(40));
    } else if (inner.text().equals("&str")) {
      found.add(
          value
              .postfix(
                  Adaptation.DEFAULT,
                  "Take an empty text where " + value.name() + " has none",
                  ".unwrap_or(\"\")")
              .penalized(40));
    }
  }

  /// Between two of these types.
  static void between(Value value, List<Adaptation> found) {
    RustType expected = value.expected();
    RustType actual = value.found();
    if (expected.isNamed("Option") && actual.bare().isNamed("Option")) {
      options(value, found);
    } else if (expected.isNamed("Option") && actual.isNamed("Result")) {
      found.add(
          value
              .postfix("option-of-result", "Drop the error of " + value.name(), ".ok()")
              .penalized(5));
    } else if (expected.isNamed("Result") && actual.isNamed("Result")) {
      results(value, found);
    }
  }

  private static void options(Value value, List<Adaptation> found) {
    RustType wanted = value.expected().argument(0);
    RustType held = value.found().bare().argument(0);
    String name = value.name();
    if (wanted.isReference() && !held.isReference()) {
      String method = wanted.isMutableReference() ? ".as_mut()" : ".as_ref()";
      if (wanted.referent().fits(held)) {
        found.add(value.postfix("option-reference", "Borrow the value inside " + name, method));
      } else {
        String deref = wanted.isMutableReference() ? ".as_deref_mut()" : ".as_deref()";
        found.add(value.postfix("option-reference", "Borrow the value inside " + name, deref));
      }
    } else if (held.isReference() && held.referent().fits(wanted)) {
      String method = wanted.isCopied() ? ".copied()" : ".cloned()";
      found.add(value.postfix("option-own", "Own the value inside " + name, method));
    } else if (wanted.isNamed("String") && held.bare().isText()) {
      found.add(value.postfix("option-own", "Own the text inside " + name, ".map(str::to_string)"));
      found.add(value.postfix("option-own", "Own the text inside " + name, ".map(String::from)"));
    } else if (wanted.isNumber() && held.isNumber()) {
      found.add(
          held.widensTo(wanted)
              ? value.postfix(
                  "option-number",
                  "Convert the number inside " + name,
                  ".map(" + wanted + "::from)")
              : value
                  .postfix(
                      "option-number",
                      "Cast the number inside " + name,
                      ".map(|n| n as " + wanted + ")")
                  .penalized(12));
    } else if (wanted.isNamed("Box") && wanted.argument(0).fits(held)) {
      found.add(value.postfix("box", "Box the value inside " + name, ".map(Box::new)"));
    } else if (value.found().isReference() && wanted.fits(held)) {
      String owned = held.isCopied() ? "*" : "";
      found.add(
          owned.isEmpty()
              ? value.postfix("clone", "Clone " + name, ".clone()").penalized(15)
              : value.prefix("dereference", "Dereference " + name, "*"));
    }
  }

  private static void results(Value value, List<Adaptation> found) {
    RustType expected = value.expected();
    RustType actual = value.found();
    String name = value.name();
    boolean sameValue = expected.argument(0).fits(actual.argument(0));
    if (sameValue && !expected.argument(1).fits(actual.argument(1))) {
      found.add(
          Adaptation.of(
              "convert-error", "Convert the error of " + name + " with `?`", "Ok(", "?)"));
      if (expected.argument(1).isNamed("String")) {
        found.add(
            value.postfix(
                "convert-error",
                "Turn the error of " + name + " into text",
                ".map_err(|e| e.to_string())"));
      }
    }
    if (!sameValue && expected.argument(0).isUnit()) {
      found.add(
          value
              .postfix(
                  "unit-result",
                  "Drop the value of " + name + " and keep its error",
                  ".map(|_| ())")
              .penalized(5));
    }
  }
}
