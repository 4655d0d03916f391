package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.Optional;
import java.util.regex.Pattern;

/// An expression whose type is not the one its place expects.
record Value(Site site, SyntaxNode node, RustType expected, RustType found) {
  private static final int SHORT = 30;

  Value with(RustType otherExpected, RustType otherFound) {
    return new Value(site, node, otherExpected, otherFound);
  }

  boolean is(String kind) {
    return node.is(kind);
  }

  /// How a title calls the expression.
  String name() {
    return name(node);
  }

  static String name(SyntaxNode node) {
    String text = node.text();
    return text.length() <= SHORT && !text.contains("\n") && !text.contains("`")
        ? "`" + text + "`"
        : "the value";
  }

  /// The expression with `suffix` behind it, in parentheses where it needs them.
  Adaptation postfix(String kind, String title, String suffix) {
    return Nodes.isAtom(node)
        ? Adaptation.of(kind, title, "", suffix)
        : Adaptation.of(kind, title, "(", ")" + suffix);
  }

  /// The expression with the operator `prefix` before it, in parentheses where it needs them.
  Adaptation prefix(String kind, String title, String prefix) {
    boolean plain =
        Nodes.isAtom(node) || node.is("unary_expression") || node.is("reference_expression");
    return plain
        ? Adaptation.of(kind, title, prefix, "")
        : Adaptation.of(kind, title, prefix + "(", ")");
  }

  /// The expression as the argument of `function`.
  Adaptation call(String kind, String title, String function) {
    return Adaptation.of(kind, title, function + "(", ")");
  }

  /// The result type of the function, closure or async block around, where it is declared.
  Optional<RustType> returned() {
    return returned(node);
  }

  static Optional<RustType> returned(SyntaxNode node) {
    return Nodes.above(node, "function_item", "closure_expression", "async_block")
        .filter(around -> !around.is("async_block"))
        .flatMap(around ->
            around.is("function_item")
                ? Optional.of(LocalTypes.result(around))
                : around.child("return_type").map(type -> RustType.of(type.text())));
  }

  /// How the program can call `name`, which lives in the module `path`: by itself where the file
  /// imports it, with its path where not.
  String path(String path, String name) {
    String text = site.text().string();
    boolean imported =
        Pattern.compile("use\\s[^;]*\\b" + Pattern.quote(name) + "\\b[^;]*;").matcher(text).find();
    return imported ? name : path + "::" + name;
  }
}
