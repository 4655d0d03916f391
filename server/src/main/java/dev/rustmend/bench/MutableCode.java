package dev.rustmend.bench;

import dev.rustmend.syntax.RustTree;
import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextEdit;
import dev.rustmend.text.TextRange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One file as a mutation sees it: the program alone, without its unit tests, comments, attributes
/// and macro definitions.
///
/// `tree` is the tree of the text; `open` are the nodes and tokens that may be changed, in order,
/// of the tree in which the arguments of well-known macros are expressions; `macroCalls` are the
/// calls of macros in `tree`.
record MutableCode(RustTree tree, List<SyntaxNode> open, List<SyntaxNode> macroCalls) {
  private static final Set<String> CLOSED =
      Set.of("macro_definition", "token_tree", "attribute_item", "inner_attribute_item");
  private static final Set<String> BINDERS =
      Set.of("let_declaration", "parameter", "for_expression", "let_condition");

  MutableCode {
    open = List.copyOf(open);
    macroCalls = List.copyOf(macroCalls);
  }

  /// The code of `text`; empty where it can not be parsed.
  static Optional<MutableCode> of(SourceText text) {
    return RustTree.parse(text)
        .filter(tree -> !tree.hasError())
        .map(tree -> {
          List<SyntaxNode> calls = open(tree).filter(node -> node.is("macro_invocation")).toList();
          return new MutableCode(tree, open(tree.opened()).toList(), calls);
        });
  }

  /// The open nodes and tokens of one of `kinds`.
  Stream<SyntaxNode> nodes(String... kinds) {
    Set<String> wanted = Set.of(kinds);
    return open.stream().filter(node -> wanted.contains(node.kind()));
  }

  private static Stream<SyntaxNode> open(RustTree tree) {
    List<TextRange> closed = closed(tree);
    return tree.root()
        .descendants()
        .filter(node -> closed.stream().noneMatch(range -> range.encloses(node.range())));
  }

  /// The names that parameters, `let`, loops, closures and patterns bind in the function around
  /// `node`.
  static Set<String> locals(SyntaxNode node) {
    return node.ancestors()
        .filter(around -> around.is("function_item"))
        .findFirst()
        .map(function ->
            function
                .descendants()
                .filter(name -> name.is("identifier") && isBinding(name))
                .map(SyntaxNode::text)
                .collect(Collectors.toSet()))
        .orElse(Set.of());
  }

  /// Whether `name` stands in a pattern that binds it.
  static boolean isBinding(SyntaxNode name) {
    String text = name.text();
    if (!text.equals(text.toLowerCase(Locale.ROOT)) || isIn(name, "scoped_identifier")) {
      return false;
    }
    SyntaxNode below = name;
    for (SyntaxNode around : name.ancestors().toList()) {
      if (around.is("match_pattern") || around.is("closure_parameters")) {
        return true;
      }
      if (BINDERS.contains(around.kind())) {
        return below.field().equals(Optional.of("pattern"));
      }
      if (around.is("block") || around.is("arguments")) {
        return false;
      }
      below = around;
    }
    return false;
  }

  /// Whether the parent of `node` is of `kind`.
  static boolean isIn(SyntaxNode node, String kind) {
    return node.parent().stream().anyMatch(parent -> parent.is(kind));
  }

  /// The edit that takes `part` out.
  static List<TextEdit> without(TextRange part) {
    return List.of(new TextEdit(part, ""));
  }

  /// The edit that takes `part` out, with the white space after it.
  static List<TextEdit> withoutWord(SyntaxNode part) {
    return without(new TextRange(part.range().start(), nextStart(part)));
  }

  /// The edit that takes `element` out of a list, with the separator after it, or before it where
  /// it is the last one.
  static List<TextEdit> withoutElement(SyntaxNode element) {
    List<SyntaxNode> siblings = element.parent().orElseThrow().namedChildren();
    int at = siblings.indexOf(element);
    if (at + 1 < siblings.size()) {
      int next = siblings.get(at + 1).range().start();
      return without(new TextRange(element.range().start(), next));
    }
    int start = at > 0 ? siblings.get(at - 1).range().end() : element.range().start();
    return without(new TextRange(start, element.range().end()));
  }

  /// The edit that puts `text` in the place of `node`.
  static List<TextEdit> replace(SyntaxNode node, String text) {
    return List.of(new TextEdit(node.range(), text));
  }

  private static int nextStart(SyntaxNode part) {
    List<SyntaxNode> siblings = part.parent().orElseThrow().children();
    int at = siblings.indexOf(part);
    return at + 1 < siblings.size() ? siblings.get(at + 1).range().start() : part.range().end();
  }

  private static List<TextRange> closed(RustTree tree) {
    return Stream.concat(
            tree.root().descendants().filter(node -> CLOSED.contains(node.kind())),
            tree.root().descendants().filter(MutableCode::isTest))
        .map(SyntaxNode::range)
        .toList();
  }

  /// Whether `item` is only there in tests: its attributes, which stand before it, say so.
  private static boolean isTest(SyntaxNode item) {
    if (!item.is("mod_item") && !item.is("function_item")) {
      return false;
    }
    List<SyntaxNode> siblings = item.parent().map(SyntaxNode::children).orElse(List.of());
    for (int i = siblings.indexOf(item) - 1; i >= 0; i--) {
      SyntaxNode before = siblings.get(i);
      if (before.is("attribute_item")) {
        String text = before.text().replace(" ", "");
        if (text.equals("#[test]") || text.equals("#[cfg(test)]")) {
          return true;
        }
      } else if (!before.isExtra()) {
        return false;
      }
    }
    return false;
  }
}
