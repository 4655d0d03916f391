package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.SyntaxNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Has a variable that outlives a block or a turn of a loop own the text that it was assigned there
/// as a borrow: `longest = trimmed.to_string()`, and likewise the text that it begins with.
///
/// rustc says ``line` does not live long enough`` (E0597), or that a temporary is dropped (E0716),
/// and labels the later use of the variable. Everything that it is assigned or that is pushed into
/// it becomes owned, with its first value and its declared type.
final class OwnTrackedValue implements Operation {
  private static final Set<String> ADDING =
      Set.of("push", "push_back", "push_front", "insert", "replace");
  private static final int SIGNATURE = 10;

  @Override
  public String name() {
    return "own-tracked-value";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> name =
        Conflict.of(site)
            .later()
            .map(Place::node)
            .flatMap(Flow::root)
            .flatMap(root -> Bindings.binding(root, root.text()));
    Optional<SyntaxNode> let =
        name.flatMap(binding -> Nodes.above(binding, "let_declaration"))
            .filter(node -> node.child("pattern").filter(p -> isNamed(p, name.get())).isPresent());
    boolean outlives =
        let.flatMap(SyntaxNode::parent)
            .filter(block -> block.range().encloses(site.primary().range()))
            .filter(block -> inner(site, block))
            .isPresent();
    if (!outlives) {
      return List.of();
    }
    Edits edits = site.edits();
    var done = new HashSet<Integer>();
    long owned =
        Bindings.uses(name.get()).stream()
            .flatMap(OwnTrackedValue::given)
            .filter(value -> done.add(value.range().start()))
            .filter(value -> own(edits, value))
            .count();
    if (owned == 0 || !begin(edits, let.get())) {
      return List.of();
    }
    Bindings.uses(name.get()).forEach(use -> lend(edits, use));
    return edits
        .patch()
        .map(patch ->
            Proposal.of("Keep owned text in `%s`".formatted(name.get().text()), patch)
                .penalized(SIGNATURE))
        .stream()
        .toList();
  }

  private static boolean isNamed(SyntaxNode pattern, SyntaxNode name) {
    return Flow.boundName(pattern).filter(name::equals).isPresent();
  }

  /// Whether the place is in a block inside of `block`.
  private static boolean inner(Site site, SyntaxNode block) {
    return site.node()
        .ancestors()
        .takeWhile(up -> !up.equals(block))
        .anyMatch(up -> up.is("block"));
  }

  /// What the use assigns to the variable, or adds to it.
  private static Stream<SyntaxNode> given(SyntaxNode use) {
    Optional<SyntaxNode> assigned =
        use.parent()
            .filter(up -> up.is("assignment_expression"))
            .filter(up -> up.child("left").filter(use::equals).isPresent())
            .flatMap(up -> up.child("right"));
    Optional<SyntaxNode> call =
        use.parent()
            .filter(up -> up.is("field_expression"))
            .filter(up -> ADDING.contains(up.child("field").map(SyntaxNode::text).orElse("")))
            .flatMap(SyntaxNode::parent)
            .filter(up -> up.is("call_expression"));
    return Stream.concat(
        assigned.stream(), call.stream().flatMap(node -> Nodes.arguments(node).stream()));
  }

  private static boolean own(Edits edits, SyntaxNode value) {
    List<SyntaxNode> leaves = LeafExpressions.of(value);
    boolean any = false;
    for (SyntaxNode leaf : leaves) {
      Optional<SyntaxNode> inside =
          leaf.is("call_expression") && leaf.text().startsWith("Some(")
              ? Nodes.arguments(leaf).stream().findFirst()
              : Optional.of(leaf);
      if (inside.isEmpty() || leaf.text().equals("None") || isPlain(inside.get())) {
        continue;
      }
      SyntaxNode text = inside.get();
      if (Nodes.isAtom(text)) {
        edits.insert(text.range().end(), ".to_string()");
      } else if (text.is("reference_expression") && text.child("value").isPresent()) {
        edits.replace(text, Nodes.operand(text.child("value").get()) + ".to_string()");
      } else {
        return false;
      }
      any = true;
    }
    return any;
  }

  private static boolean isPlain(SyntaxNode value) {
    return Set.of("integer_literal", "float_literal", "boolean_literal", "char_literal")
            .contains(value.kind())
        || value.text().endsWith(".to_string()")
        || value.text().startsWith("String::");
  }

  /// The first value and the type that the variable is declared with.
  private static boolean begin(Edits edits, SyntaxNode let) {
    let.child("type").ifPresent(type -> edits.replace(type, OwnedType.of(type)));
    Optional<SyntaxNode> value = let.child("value");
    if (value.isEmpty()) {
      return true;
    }
    SyntaxNode first = value.get();
    boolean empty =
        first.text().equals("None")
            || first.text().matches("\\w+(::<.*>)?::(new|default|with_capacity)\\(.*\\)")
            || first.text().equals("vec![]");
    if (empty) {
      return true;
    }
    return own(edits, first);
  }

  /// Where the variable is passed on as it is, it is lent now.
  private static void lend(Edits edits, SyntaxNode use) {
    boolean passed = use.parent().filter(up -> up.is("arguments")).isPresent();
    boolean adding =
        use.parent()
            .flatMap(SyntaxNode::parent)
            .filter(up -> up.is("call_expression"))
            .flatMap(LocalTypes::methodName)
            .filter(ADDING::contains)
            .isPresent();
    if (passed && !adding) {
      edits.insert(use.range().start(), "&");
    }
  }
}
