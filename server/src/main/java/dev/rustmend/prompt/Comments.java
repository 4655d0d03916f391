package dev.rustmend.prompt;

import dev.rustmend.syntax.RustTree;
import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.OneLine;
import dev.rustmend.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Holds back an answer that drops remarks of the author's: a model that rewrites an item easily
/// forgets them, and no compiler misses them.
final class Comments {
  private static final int SHOWN = 40;

  private Comments() {}

  /// Which comment inside of the item the answer does not have, as a verb phrase; empty when it has
  /// all of them.
  static Optional<String> objection(ShownItem shown, RustTree answer) {
    List<String> kept = new ArrayList<>(of(answer));
    String inside = shown.code().substring(Math.min(shown.head().length(), shown.code().length()));
    return RustTree.parse(SourceText.of(inside)).map(Comments::of).orElse(List.of()).stream()
        .filter(comment -> !kept.remove(comment))
        .findFirst()
        .map(comment -> "drops the comment `%s`".formatted(OneLine.of(comment, SHOWN)));
  }

  private static List<String> of(RustTree tree) {
    return tree.root()
        .descendants()
        .filter(node -> node.is("line_comment") || node.is("block_comment"))
        .map(SyntaxNode::text)
        .map(text -> text.strip().replaceAll("\\s+", " "))
        .toList();
  }
}
