package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Moves `//!` comments that stand below the imports of a file to its beginning (E0753): they
/// describe the file, and only there they may.
final class MoveInnerDoc implements Operation {
  private static final String MARK = "//!";

  /// A move costs letters, and is what is meant nevertheless.
  private static final int MEANT = -500;

  /// What may stand above and is not what the comment describes.
  private static final Set<String> HEADS =
      Set.of(
          "use_declaration",
          "extern_crate_declaration",
          "inner_attribute_item",
          "line_comment",
          "block_comment");

  @Override
  public String name() {
    return "move-inner-doc";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> comment =
        Declarations.at(site.node(), "line_comment").filter(node -> node.text().startsWith(MARK));
    Optional<SyntaxNode> file =
        comment.flatMap(SyntaxNode::parent).filter(up -> up.is("source_file"));
    if (file.isEmpty()) {
      return List.of();
    }
    List<SyntaxNode> around = file.get().children();
    List<SyntaxNode> above = around.subList(0, around.indexOf(comment.get()));
    boolean header =
        above.stream().allMatch(node -> HEADS.contains(node.kind()))
            && above.stream().anyMatch(node -> node.kind().endsWith("declaration"));
    return header ? moved(site, around, above.size()) : List.of();
  }

  private static List<Proposal> moved(Site site, List<SyntaxNode> around, int at) {
    int first = at;
    while (first > 0 && isDoc(around.get(first - 1))) {
      first--;
    }
    int last = at;
    while (last + 1 < around.size() && isDoc(around.get(last + 1))) {
      last++;
    }
    var lines = new ArrayList<String>();
    for (SyntaxNode line : around.subList(first, last + 1)) {
      lines.add(line.text().strip());
    }
    TextRange whole =
        Lines.lines(site.text(), around.get(first).range().cover(around.get(last).range()));
    byte[] bytes = site.text().bytes();
    int end = whole.end();
    while (end < bytes.length && bytes[end] == '\n') {
      end++;
    }
    return Declarations.one(
        "Move the comment about the file to its beginning",
        site.edits()
            .insert(0, String.join("\n", lines) + "\n\n")
            .delete(new TextRange(whole.start(), end)),
        MEANT);
  }

  private static boolean isDoc(SyntaxNode node) {
    return node.is("line_comment") && node.text().startsWith(MARK);
  }
}
