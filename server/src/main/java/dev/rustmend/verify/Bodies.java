package dev.rustmend.verify;

import dev.rustmend.diagnostic.Span;
import dev.rustmend.syntax.ItemParts;
import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextRange;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The function bodies of some texts, parsed on first use.
///
/// rustc checks bodies one by one: an error inside of one hides later errors of that body only,
/// while an error in an item's signature, an import or a macro can hide errors anywhere. A function
/// that returns `impl Trait` counts as the latter, since its body is part of its signature.
final class Bodies {
  private static final Set<String> ITEMS =
      Set.of("function_item", "const_item", "static_item", "macro_definition");

  private final Function<Path, Optional<SourceText>> texts;
  private final Map<Path, Optional<ItemParts>> files = new HashMap<>();

  Bodies(Function<Path, Optional<SourceText>> texts) {
    this.texts = texts;
  }

  /// The body that `span` lies in; empty outside of all bodies, and in a file that is not Rust.
  Optional<TextRange> around(Span span) {
    return around(span.file(), span.range());
  }

  /// The body that `range` of `file` lies in.
  Optional<TextRange> around(Path file, TextRange range) {
    return files
        .computeIfAbsent(file, this::parts)
        .flatMap(parts -> parts.around(range))
        .flatMap(part -> body(part, part.inside(range)));
  }

  /// Whether `range` of `file` lies in a body of which no other crate sees anything: none of a
  /// `const fn`, whose value may be the length of an array there, nor of an `async fn`, whose
  /// future is `Send` or not by what the body holds.
  boolean isUnseen(Path file, TextRange range) {
    return files
        .computeIfAbsent(file, this::parts)
        .flatMap(parts -> parts.around(range))
        .filter(part -> !isRevealed(part, part.inside(range)))
        .flatMap(part -> body(part, part.inside(range)))
        .isPresent();
  }

  private static boolean isRevealed(ItemParts.Part part, TextRange range) {
    return part.tree()
        .enclosing(range, ITEMS)
        .filter(item ->
            item.children().stream()
                .filter(child -> child.is("function_modifiers"))
                .flatMap(SyntaxNode::descendants)
                .anyMatch(word -> word.is("const") || word.is("async")))
        .isPresent();
  }

  private static Optional<TextRange> body(ItemParts.Part part, TextRange range) {
    return part.tree()
        .enclosing(range, ITEMS)
        .filter(item -> item.is("function_item") && !returnsImpl(item))
        .flatMap(item -> item.child("body"))
        .map(SyntaxNode::range)
        .filter(body -> body.encloses(range))
        .map(part::outside);
  }

  private static boolean returnsImpl(SyntaxNode function) {
    return function
        .child("return_type")
        .filter(type -> type.descendants().anyMatch(node -> node.is("abstract_type")))
        .isPresent();
  }

  private Optional<ItemParts> parts(Path file) {
    return String.valueOf(file.getFileName()).endsWith(".rs")
        ? texts.apply(file).map(ItemParts::of)
        : Optional.empty();
  }
}
