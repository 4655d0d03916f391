package dev.rustmend.syntax;

import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// One node of a [RustTree]: a light handle, equal to every other handle of the same node.
public record SyntaxNode(RustTree tree, int index) {

  /// tree-sitter's name, such as `function_item`; the text of the token for a token without a name;
  /// `ERROR` for a part that was not understood.
  public String kind() {
    return tree.kind(index);
  }

  public boolean is(String kind) {
    return kind().equals(kind);
  }

  /// The role in the parent, such as `body`; empty for a child without a role.
  public Optional<String> field() {
    String field = tree.field(index);
    return field.isEmpty() ? Optional.empty() : Optional.of(field);
  }

  /// Place in UTF-8 bytes.
  public TextRange range() {
    return new TextRange(tree.nodes.start[index], tree.nodes.end[index]);
  }

  public String text() {
    return tree.text(this);
  }

  /// False for keywords, operators and delimiters.
  public boolean isNamed() {
    return has(NodeArrays.NAMED);
  }

  /// Whether this is an ERROR node: source that was not understood.
  public boolean isError() {
    return has(NodeArrays.ERROR);
  }

  /// Whether the parser put this token in, with no source under it, in order to go on.
  public boolean isMissing() {
    return has(NodeArrays.MISSING);
  }

  /// Whether it can stand anywhere, as a comment does.
  public boolean isExtra() {
    return has(NodeArrays.EXTRA);
  }

  /// Whether an ERROR or MISSING node is at or below this one.
  public boolean hasError() {
    return has(NodeArrays.HAS_ERROR);
  }

  public Optional<SyntaxNode> parent() {
    int parent = tree.nodes.parent[index];
    return parent < 0 ? Optional.empty() : Optional.of(new SyntaxNode(tree, parent));
  }

  /// The parent, its parent and so on up to the root.
  public Stream<SyntaxNode> ancestors() {
    return IntStream.iterate(
            tree.nodes.parent[index], node -> node >= 0, node -> tree.nodes.parent[node])
        .mapToObj(node -> new SyntaxNode(tree, node));
  }

  /// The children in order, tokens and comments included.
  public List<SyntaxNode> children() {
    return IntStream.iterate(
            index + 1, node -> node < tree.nodes.next[index], node -> tree.nodes.next[node])
        .mapToObj(node -> new SyntaxNode(tree, node))
        .toList();
  }

  /// The children that are neither tokens without a name nor comments.
  public List<SyntaxNode> namedChildren() {
    return children().stream().filter(node -> node.isNamed() && !node.isExtra()).toList();
  }

  /// The first child in the role `field`.
  public Optional<SyntaxNode> child(String field) {
    return children().stream().filter(node -> tree.field(node.index).equals(field)).findFirst();
  }

  /// This node and all below it, a parent before its children.
  public Stream<SyntaxNode> descendants() {
    return IntStream.range(index, tree.nodes.next[index])
        .mapToObj(node -> new SyntaxNode(tree, node));
  }

  /// The outermost nodes below this one that fit, in order; what is inside of one is skipped.
  public List<SyntaxNode> outermost(Predicate<SyntaxNode> fits) {
    var found = new ArrayList<SyntaxNode>();
    int node = index + 1;
    while (node < tree.nodes.next[index]) {
      var candidate = new SyntaxNode(tree, node);
      boolean fit = fits.test(candidate);
      if (fit) {
        found.add(candidate);
      }
      node = fit ? tree.nodes.next[node] : node + 1;
    }
    return List.copyOf(found);
  }

  @Override
  public String toString() {
    return kind() + "@" + range();
  }

  private boolean has(int flag) {
    return (tree.nodes.flags[index] & flag) != 0;
  }
}
