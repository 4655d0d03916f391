package dev.rustmend.learn;

import dev.rustmend.operation.Nodes;
import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextRange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a change keeps: the expressions, types and lists that stand in the new node as they stood
/// in the old one, and which metavariables can therefore stand for. Confined to its thread.
final class Held {
  private static final Set<String> LISTS =
      Set.of(
          "arguments",
          "field_initializer_list",
          "array_expression",
          "tuple_expression",
          "parameters",
          "match_block",
          "block",
          "type_arguments");

  private final Holes holes;
  private final List<Part> old = new ArrayList<>();
  private final List<Part> young = new ArrayList<>();

  /// A part of a node that `written` takes the place of.
  private record Part(TextRange range, String written) {}

  Held(Holes holes) {
    this.holes = holes;
  }

  /// Both nodes of a change as patterns on one line.
  record Pair(String before, String after) {}

  /// The change with metavariables for all that it keeps.
  Pair pair(SyntaxNode before, SyntaxNode after) {
    keep(before, after);
    return new Pair(render(before, old), render(after, young));
  }

  private void keep(SyntaxNode node, SyntaxNode after) {
    if (isHoldable(node)) {
      List<SyntaxNode> again = occurrences(node, after);
      if (!again.isEmpty()) {
        String hole = "$" + holes.name(node.text());
        old.add(new Part(node.range(), hole));
        again.forEach(each -> young.add(new Part(each.range(), hole)));
        return;
      }
    }
    if (isList(node) && keepRun(node, after)) {
      return;
    }
    node.children().forEach(child -> keep(child, after));
  }

  /// What can be named as one: an expression, a type or a lifetime; not the name of what is called,
  /// which says what the code is about.
  private static boolean isHoldable(SyntaxNode node) {
    boolean called = node.field().filter("function"::equals).isPresent();
    boolean macro = node.field().filter("macro"::equals).isPresent();
    return node.isNamed()
        && !called
        && !macro
        && !node.is("block")
        && (Nodes.isExpression(node) || Nodes.isType(node));
  }

  private List<SyntaxNode> occurrences(SyntaxNode node, SyntaxNode after) {
    return after
        .descendants()
        .filter(other -> other.isNamed() && other.text().equals(node.text()))
        .filter(other -> isHoldable(other) && !isTaken(other.range()))
        .toList();
  }

  private boolean isTaken(TextRange range) {
    return young.stream().anyMatch(part -> part.range().overlaps(range));
  }

  /// Whether a metavariable may stand for all that is in `node`.
  static boolean isList(SyntaxNode node) {
    return LISTS.contains(node.kind());
  }

  /// Keeps the whole of a list that stands, maybe among more, in a list of the same kind.
  private boolean keepRun(SyntaxNode list, SyntaxNode after) {
    List<SyntaxNode> elements = list.namedChildren();
    if (elements.isEmpty()) {
      return false;
    }
    List<String> texts = elements.stream().map(SyntaxNode::text).toList();
    for (SyntaxNode other : after.descendants().filter(it -> it.is(list.kind())).toList()) {
      List<SyntaxNode> others = other.namedChildren();
      for (int at = 0; at + texts.size() <= others.size(); at++) {
        List<SyntaxNode> run = others.subList(at, at + texts.size());
        TextRange range = run.getFirst().range().cover(run.getLast().range());
        if (run.stream().map(SyntaxNode::text).toList().equals(texts) && !isTaken(range)) {
          TextRange whole = elements.getFirst().range().cover(elements.getLast().range());
          String hole = "$$" + holes.name(list.tree().source().slice(whole));
          old.add(new Part(whole, hole));
          young.add(new Part(range, hole));
          return true;
        }
      }
    }
    return false;
  }

  /// The words that are left of the change itself, in neither of its metavariables.
  Set<String> literal(Pair pair) {
    var words = new HashSet<String>();
    for (String text : List.of(pair.before(), pair.after())) {
      words.addAll(
          java.util.regex.Pattern.compile("(?<!\\$)\\b\\w+")
              .matcher(text)
              .results()
              .map(found -> found.group())
              .collect(Collectors.toSet()));
    }
    return words;
  }

  private static String render(SyntaxNode node, List<Part> parts) {
    SourceText text = node.tree().source();
    var out = new StringBuilder();
    int at = node.range().start();
    for (Part part : parts.stream().sorted(Comparator.comparing(Part::range)).toList()) {
      out.append(text.slice(new TextRange(at, part.range().start()))).append(part.written());
      at = part.range().end();
    }
    return out.append(text.slice(new TextRange(at, node.range().end()))).toString();
  }

  /// A pattern on one line; empty where that would change what it says.
  static Optional<String> onOneLine(String pattern) {
    boolean changes = pattern.contains("//") || pattern.contains(" => ") || pattern.contains("\\");
    String line = pattern.strip().replaceAll("\\s+", " ");
    return changes || line.getBytes(StandardCharsets.UTF_8).length > 400
        ? Optional.empty()
        : Optional.of(line);
  }
}
