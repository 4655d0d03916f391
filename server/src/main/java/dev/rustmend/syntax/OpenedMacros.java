package dev.rustmend.syntax;

import dev.rustmend.text.SourceText;
import java.util.Optional;
import java.util.Set;

/// The arguments of well-known macros read as expressions.
///
/// A macro's arguments are only tokens to the grammar. Those of `println!`, `assert_eq!`, `vec!`
/// and their like are expressions, though, and errors in them are errors in expressions. So the
/// text is read once more with these macros disguised: `println!(a)` as the call `println (a)`,
/// `vec![a]` as the array `[a]`. Nothing moves, and the nodes keep the original source.
final class OpenedMacros {
  private static final int DEPTH = 4;
  private static final Set<String> CALLS =
      Set.of(
          "print",
          "println",
          "eprint",
          "eprintln",
          "format",
          "write",
          "writeln",
          "panic",
          "assert",
          "assert_eq",
          "assert_ne",
          "debug_assert",
          "debug_assert_eq",
          "debug_assert_ne",
          "dbg",
          "unreachable",
          "format_args");

  private OpenedMacros() {}

  /// Whether `name!` takes expressions.
  static boolean takesExpressions(String name) {
    return CALLS.contains(name) || name.equals("vec");
  }

  /// `text` with the macros of `tree` disguised, at the same length; empty when there are none.
  static Optional<SourceText> disguised(RustTree tree, SourceText text) {
    byte[] bytes = text.bytes();
    RustTree current = tree;
    boolean changed = false;
    for (int depth = 0; depth < DEPTH; depth++) {
      boolean more = false;
      for (SyntaxNode macro : current.root().descendants().toList()) {
        more |= macro.is("macro_invocation") && disguise(macro, bytes);
      }
      changed |= more;
      Optional<RustTree> next = more ? RustTree.parse(SourceText.of(bytes)) : Optional.empty();
      if (next.isEmpty()) {
        break;
      }
      current = next.get();
    }
    return changed ? Optional.of(SourceText.of(bytes)) : Optional.empty();
  }

  private static boolean disguise(SyntaxNode macro, byte[] bytes) {
    String name = macro.child("macro").map(SyntaxNode::text).orElse("");
    Optional<SyntaxNode> arguments =
        macro.children().stream().filter(child -> child.is("token_tree")).findFirst();
    if (arguments.isEmpty() || !takesExpressions(name)) {
      return false;
    }
    int open = arguments.get().range().start();
    boolean array = name.equals("vec");
    if (bytes[open] != (array ? '[' : '(')) {
      return false;
    }
    int from = array ? macro.range().start() : macro.range().start() + name.length();
    for (int at = from; at < open; at++) {
      if (bytes[at] != '\n' && bytes[at] != '\r') {
        bytes[at] = ' ';
      }
    }
    return true;
  }
}
