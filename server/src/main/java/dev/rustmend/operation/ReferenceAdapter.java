package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Turns values into references and references into values.
///
/// A reference to a vector, a string or a box also serves where a slice, a `str` or the content is
/// expected: rustc coerces those itself.
final class ReferenceAdapter {
  /// `..*config` moves fields out from behind a reference, unless all that it gives are `Copy`.
  private static final int BASE = 30;

  private ReferenceAdapter() {}

  static List<Adaptation> adapt(Value value) {
    var found = new ArrayList<Adaptation>();
    RustType expected = value.expected();
    RustType actual = value.found();
    if (expected.isReference() && borrows(expected.referent(), actual)) {
      borrow(value, found);
    }
    boolean deeper =
        expected.isReference()
            && !expected.isMutableReference()
            && actual.isReference()
            && expected.referent().isReference()
            && expected.referent().fits(actual);
    if (deeper) {
      found.add(value.prefix("borrow", "Borrow " + value.name(), "&"));
    }
    if (expected.isMutableReference() && actual.isReference() && !actual.isMutableReference()) {
      exclusive(value).ifPresent(found::add);
    }
    if (actual.isReference() && actual.referent().fits(expected) && !expected.isUnknown()) {
      dereference(value, found);
    }
    if (expected.isReference() && actual.isReference() && actual.referent().isReference()) {
      found.add(value.prefix("dereference", "Dereference " + value.name(), "*"));
    }
    int levels = actual.depth() - expected.depth();
    if (levels > 1 && actual.bare().fits(expected.bare())) {
      found.add(value.prefix("dereference", "Dereference " + value.name(), "*".repeat(levels)));
    }
    smart(value, found);
    return found;
  }

  /// Whether `&actual` coerces to a reference to `wanted`.
  private static boolean borrows(RustType wanted, RustType actual) {
    if (actual.isReference()) {
      return false;
    }
    boolean coerced =
        switch (wanted.name()) {
          case "str" -> actual.isNamed("String", "Cow");
          case "Path" -> actual.isNamed("PathBuf", "String", "OsString");
          case "OsStr" -> actual.isNamed("OsString", "PathBuf");
          case "CStr" -> actual.isNamed("CString");
          default -> wanted.text().startsWith("dyn ") || wanted.text().startsWith("impl ");
        };
    boolean sliced =
        wanted.isSlice()
            && (actual.isNamed("Vec") || actual.isArray())
            && wanted.element().fits(actual.element());
    boolean boxed =
        actual.isNamed("Box", "Rc", "Arc", "Ref", "RefMut", "MutexGuard")
            && wanted.fits(actual.argument(0));
    return wanted.fits(actual) || coerced || sliced || boxed;
  }

  private static void borrow(Value value, List<Adaptation> found) {
    boolean literal = value.node().kind().endsWith("_literal");
    if (value.expected().isMutableReference()) {
      if (literal) {
        return;
      }
      found.add(value.prefix("borrow-mutably", "Borrow " + value.name() + " mutably", "&mut "));
      return;
    }
    boolean dereferenced = value.is("unary_expression") && value.node().text().startsWith("*");
    if (dereferenced) {
      String inner = value.node().text().substring(1).strip();
      found.add(
          Adaptation.rewritten("borrow", "Leave out the dereference of `" + inner + "`", inner));
    }
    found.add(value.prefix("borrow", "Borrow " + value.name(), "&").penalized(literal ? 3 : 0));
    if (value.expected().referent().text().equals("str") && value.found().isNamed("String")) {
      found.add(value.postfix("as-str", "Lend " + value.name() + " with `.as_str()`", ".as_str()"));
    }
  }

  /// `&x` becomes `&mut x`.
  private static Optional<Adaptation> exclusive(Value value) {
    SyntaxNode node = value.node();
    return node.is("reference_expression")
        ? node.child("value")
            .map(inner ->
                new Adaptation(
                    "borrow-mutably",
                    "Borrow " + Value.name(inner) + " mutably",
                    "",
                    "",
                    Optional.of("&mut " + inner.text()),
                    0))
        : Optional.empty();
  }

  private static void dereference(Value value, List<Adaptation> found) {
    SyntaxNode node = value.node();
    RustType expected = value.expected();
    Optional<SyntaxNode> inner =
        node.is("reference_expression") ? node.child("value") : Optional.empty();
    inner.ifPresent(operand ->
        found.add(
            Adaptation.rewritten(
                "drop-borrow", "Pass " + Value.name(operand) + " itself", operand.text())));
    if (inner.isEmpty()) {
      boolean base = node.parent().filter(up -> up.is("base_field_initializer")).isPresent();
      int penalty = expected.isNumber() || expected.isCopied() ? 0 : base ? BASE : 1;
      found.add(value.prefix("dereference", "Dereference " + value.name(), "*").penalized(penalty));
    }
    if (!expected.isCopied() && !expected.text().startsWith("dyn ")) {
      Adaptation clone =
          inner
              .map(operand ->
                  Adaptation.rewritten(
                      "clone", "Clone " + Value.name(operand), Nodes.operand(operand) + ".clone()"))
              .orElseGet(() -> value.postfix("clone", "Clone " + value.name(), ".clone()"));
      found.add(clone.penalized(expected.isNamed("Rc", "Arc") ? 0 : 15));
    }
    if (value.found().isMutableReference() && !expected.isCopied()) {
      found.add(
          value
              .call("take", "Take " + value.name() + " and leave its default", "std::mem::take")
              .penalized(45));
    }
  }

  /// Values out of smart pointers and cells.
  private static void smart(Value value, List<Adaptation> found) {
    RustType actual = value.found();
    RustType expected = value.expected();
    RustType inner = actual.bare().argument(0);
    if (actual.isReference() || inner.isUnknown() || !inner.fits(expected)) {
      return;
    }
    switch (actual.name()) {
      case "Box" -> found.add(value.prefix("unbox", "Take the value out of " + value.name(), "*"));
      case "Rc", "Arc", "Ref", "RefMut", "MutexGuard", "RwLockReadGuard" ->
          found.add(
              expected.isCopied()
                  ? value.prefix("unbox", "Read the value in " + value.name(), "*")
                  : Adaptation.of("unbox", "Clone the value in " + value.name(), "(*", ").clone()")
                      .penalized(15));
      case "Cell" -> found.add(value.postfix("unbox", "Read " + value.name(), ".get()"));
      case "RefCell" ->
          found.add(
              value
                  .postfix("unbox", "Take the value out of " + value.name(), ".into_inner()")
                  .penalized(10));
      case "Cow" -> found.add(value.postfix("unbox", "Own " + value.name(), ".into_owned()"));
      default -> {}
    }
  }
}
