package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Lets a variable that is only ever added to begin with what adds nothing: `0`, `1` where it is
/// multiplied, `false` and `true`, an empty `String` or collection.
///
/// Answers E0381, where the first mention of the variable is that something is added to it: any
/// other beginning would be a number out of nowhere.
final class BeginWithIdentity implements Operation {
  private static final Map<String, String> NUMBERS = Map.of("+=", "0", "-=", "0", "*=", "1");
  private static final Map<String, String> FLAGS = Map.of("|=", "false", "&=", "true");
  private static final Set<String> FLOATS = Set.of("f32", "f64");
  private static final Set<String> GROWING =
      Set.of("push", "push_str", "push_back", "push_front", "insert", "extend", "append");
  private static final Set<String> COLLECTIONS =
      Set.of(
          "Vec", "VecDeque", "HashMap", "HashSet", "BTreeMap", "BTreeSet", "BinaryHeap", "String");

  @Override
  public String name() {
    return "begin-with-identity";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    String name = site.quoted().isEmpty() ? "" : site.quoted().getFirst();
    Optional<SyntaxNode> binding = Bindings.binding(site.node(), name);
    Optional<SyntaxNode> let =
        binding
            .flatMap(node -> Declarations.at(node, "let_declaration"))
            .filter(node -> node.child("value").isEmpty());
    Optional<RustType> type =
        let.flatMap(node -> node.child("type")).map(t -> RustType.of(t.text()));
    Optional<String> value =
        binding.flatMap(node ->
            Bindings.uses(node).stream()
                .findFirst()
                .flatMap(first -> type.flatMap(of -> identity(first, of))));
    return value.isEmpty()
        ? List.of()
        : Declarations.one(
            "Begin `%s` with `%s`".formatted(name, value.get()),
            site.edits().insert(let.get().range().end() - 1, " = " + value.get()));
  }

  /// What adds nothing to a value of this type in the way in which `use` adds to it.
  private static Optional<String> identity(SyntaxNode use, RustType type) {
    SyntaxNode parent = use.parent().orElse(use);
    boolean owned = COLLECTIONS.contains(type.name()) && !type.isReference();
    if (parent.is("compound_assignment_expr")
        && parent.child("left").filter(use::equals).isPresent()) {
      String operator = parent.child("operator").map(SyntaxNode::text).orElse("");
      if (owned) {
        return Optional.of(type.name() + "::new()");
      }
      return type.text().equals("bool")
          ? Optional.ofNullable(FLAGS.get(operator))
          : number(type, NUMBERS.getOrDefault(operator, ""));
    }
    boolean grows =
        parent.is("field_expression")
            && parent.child("field").filter(field -> GROWING.contains(field.text())).isPresent();
    return Optional.of(type.name() + "::new()").filter(_ -> grows && owned);
  }

  private static Optional<String> number(RustType type, String identity) {
    return Optional.of(identity)
        .filter(text -> !text.isEmpty())
        .filter(_ -> type.text().matches("[iu](?:8|16|32|64|128|size)|f32|f64"))
        .map(text -> FLOATS.contains(type.text()) ? text + ".0" : text);
  }
}
