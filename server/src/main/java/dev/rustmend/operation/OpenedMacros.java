package dev.rustmend.operation;

import dev.rustmend.syntax.RustTree;
import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextRange;
import java.util.Optional;
import java.util.Set;

/// Reads the arguments of macros as expressions.
///
/// `println!("{}", a + b)` is read as the call `println_("{}", a + b)` and `vec![a, b]` as the list
/// ` [a, b]`: the bytes keep their places, so that edits fit the file.
final class OpenedMacros {
  private static final int DEEPEST = 4;

  private OpenedMacros() {}

  /// The place in a tree in which the macros around it are open; empty where there is none.
  static Optional<Place> open(Place place) {
    Optional<RustTree> tree = Optional.of(place.tree());
    boolean changed = false;
    for (int depth = 0; depth < DEEPEST && tree.isPresent(); depth++) {
      Optional<SourceText> text = step(tree.get(), place.range());
      if (text.isEmpty()) {
        break;
      }
      tree = text.flatMap(RustTree::parse);
      changed = true;
    }
    return changed
        ? tree.map(opened -> new Place(place.file(), opened, place.range()))
        : Optional.empty();
  }

  private static Optional<SourceText> step(RustTree tree, TextRange range) {
    Optional<SyntaxNode> macro = tree.enclosing(range, Set.of("macro_invocation"));
    Optional<SyntaxNode> name = macro.flatMap(node -> node.child("macro"));
    Optional<SyntaxNode> arguments =
        macro.flatMap(
            node -> node.children().stream().filter(child -> child.is("token_tree")).findFirst());
    boolean inside =
        arguments
            .filter(list -> list.range().encloses(range) && !list.range().equals(range))
            .isPresent();
    if (name.isEmpty() || !inside) {
      return Optional.empty();
    }
    byte[] bytes = tree.source().bytes();
    int mark = name.get().range().end();
    int open = arguments.get().range().start();
    if (bytes[open] == '(' && bytes[mark] == '!') {
      bytes[mark] = '_';
    } else if (bytes[open] == '[') {
      for (int i = name.get().range().start(); i < open; i++) {
        bytes[i] = ' ';
      }
    } else {
      return Optional.empty();
    }
    return Optional.of(SourceText.of(bytes));
  }
}
