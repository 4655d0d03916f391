package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts a value into a map with `insert`, where it was assigned through an index: `map[key] =
/// value`.
///
/// rustc says ``cannot assign to data in an index of `HashMap<K, V>` `` (E0594). An index only
/// reads a map, and panics where the key is missing.
final class InsertIntoMap implements Operation {
  private static final Pattern MAP =
      Pattern.compile("in an index of `(?:\\w+::)*(?:HashMap|BTreeMap)<(.+)>`");

  @Override
  public String name() {
    return "insert-into-map";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Matcher map = MAP.matcher(site.diagnostic().message());
    Optional<SyntaxNode> assignment = site.enclosing("assignment_expression");
    Optional<SyntaxNode> index =
        assignment.flatMap(node -> node.child("left")).filter(left -> left.is("index_expression"));
    Optional<SyntaxNode> value = assignment.flatMap(node -> node.child("right"));
    List<SyntaxNode> parts = index.map(SyntaxNode::namedChildren).orElse(List.of());
    if (!map.find() || value.isEmpty() || parts.size() != 2) {
      return List.of();
    }
    RustType key = RustType.of("Map<" + map.group(1) + ">").argument(0);
    var found = new ArrayList<Proposal>();
    int penalty = 0;
    for (String written : keys(parts.getLast(), key)) {
      String call =
          "%s.insert(%s, %s)".formatted(parts.getFirst().text(), written, value.get().text());
      found.addAll(
          Declarations.one(
              "Put the value into `%s` with `insert`".formatted(parts.getFirst().text()),
              site.edits().replace(assignment.get(), call),
              penalty));
      penalty += 5;
    }
    return found;
  }

  /// How the key that an index looks up can be given away.
  private static List<String> keys(SyntaxNode key, RustType type) {
    if (!key.is("reference_expression")) {
      return type.isNamed("String")
          ? List.of(Nodes.operand(key) + ".to_string()")
          : List.of(key.text());
    }
    String inner = key.child("value").map(Nodes::operand).orElse(key.text());
    return List.of(inner, inner + ".clone()");
  }
}
