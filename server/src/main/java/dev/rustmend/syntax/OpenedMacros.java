package dev.rustmend.syntax;

import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextRange;
import java.util.Optional;
import java.util.Set;

/// The arguments of macros read as expressions: those of well-known macros, or those around a
/// place.
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

  /// `text` with the macros around `range` disguised, whatever they are called, at the same length;
  /// empty when there are none whose arguments could be read as expressions.
  static Optional<SourceText> disguisedAround(RustTree tree, SourceText text, TextRange range) {
    byte[] bytes = text.bytes();
    RustTree current = tree;
    boolean changed = false;
    for (int depth = 0; depth < DEPTH; depth++) {
      Optional<RustTree> next =
          current
              .enclosing(range, Set.of("macro_invocation"))
              .filter(macro -> isInside(macro, range) && blankSign(macro, bytes))
              .flatMap(_ -> RustTree.parse(SourceText.of(bytes)));
      if (next.isEmpty()) {
        break;
      }
      changed = true;
      current = next.get();
    }
    return changed ? Optional.of(SourceText.of(bytes)) : Optional.empty();
  }

  private static boolean isInside(SyntaxNode macro, TextRange range) {
    return arguments(macro)
        .filter(list -> list.range().encloses(range) && !list.range().equals(range))
        .isPresent();
  }

  private static boolean disguise(SyntaxNode macro, byte[] bytes) {
    String name = name(macro);
    char open = name.equals("vec") ? '[' : '(';
    return takesExpressions(name)
        && arguments(macro).filter(list -> bytes[list.range().start()] == open).isPresent()
        && blankSign(macro, bytes);
  }

  /// Blanks out what makes a macro of a call, the `!`, or of a list, the name as well; false where
  /// the macro has braces.
  private static boolean blankSign(SyntaxNode macro, byte[] bytes) {
    Optional<SyntaxNode> arguments = arguments(macro);
    int open = arguments.map(list -> list.range().start()).orElse(macro.range().start());
    int start = macro.range().start();
    if (arguments.isEmpty() || (bytes[open] != '[' && bytes[open] != '(')) {
      return false;
    }
    int from =
        bytes[open] == '['
            ? start
            : macro.child("macro").map(name -> name.range().end()).orElse(start);
    for (int at = from; at < open; at++) {
      if (bytes[at] != '\n' && bytes[at] != '\r') {
        bytes[at] = ' ';
      }
    }
    return true;
  }

  private static String name(SyntaxNode macro) {
    return macro.child("macro").map(SyntaxNode::text).orElse("");
  }

  private static Optional<SyntaxNode> arguments(SyntaxNode macro) {
    return macro.children().stream().filter(child -> child.is("token_tree")).findFirst();
  }
}
