package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Gives all literals of a list, a call or a struct the same kind: floats where one is a float,
/// `String`s where one has to be.
///
/// The first element decides the type of the others (``expected integer, found floating-point
/// number``), and of a list of literals each needs the same conversion.
final class AdaptSiblings implements Operation {
  private static final Set<String> LISTS =
      Set.of(
          "array_expression",
          "token_tree",
          "field_initializer_list",
          "arguments",
          "binary_expression");

  @Override
  public String name() {
    return "adapt-siblings";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<Mismatch> types = Mismatch.of(site);
    Optional<SyntaxNode> list = Nodes.above(site.node(), LISTS.toArray(String[]::new));
    if (types.isEmpty() || list.isEmpty()) {
      return List.of();
    }
    RustType expected = types.get().expected();
    RustType found = types.get().found();
    if (expected.isInteger() && found.isFloat()) {
      return floats(site, list.get()).stream().toList();
    }
    boolean texts = expected.isNamed("String") && found.text().equals("&str");
    return texts ? owned(site, list.get()).stream().toList() : List.of();
  }

  private static List<SyntaxNode> literals(SyntaxNode list, String kind) {
    return list.outermost(node -> node.is("call_expression") || node.is(kind)).stream()
        .filter(node -> node.is(kind))
        .filter(node ->
            Nodes.above(node, LISTS.toArray(String[]::new)).filter(list::equals).isPresent())
        .toList();
  }

  private static Optional<Proposal> floats(Site site, SyntaxNode list) {
    List<SyntaxNode> whole = literals(list, "integer_literal");
    Edits edits = site.edits();
    for (SyntaxNode literal : whole) {
      if (!literal.text().matches("[0-9_]+")) {
        return Optional.empty();
      }
      edits.insert(literal.range().end(), ".0");
    }
    return whole.isEmpty()
        ? Optional.empty()
        : edits
            .patch()
            .map(patch ->
                Proposal.of("Write the whole numbers as floating-point ones", patch).penalized(3));
  }

  private static Optional<Proposal> owned(Site site, SyntaxNode list) {
    List<SyntaxNode> texts =
        literals(list, "string_literal").stream()
            .filter(literal -> !list.is("token_tree") || !followedByDot(literal))
            .toList();
    Edits edits = site.edits();
    texts.forEach(literal -> edits.insert(literal.range().end(), ".to_string()"));
    return texts.size() < 2
        ? Optional.empty()
        : edits.patch().map(patch -> Proposal.of("Make a `String` of each literal", patch));
  }

  private static boolean followedByDot(SyntaxNode literal) {
    byte[] bytes = literal.tree().source().bytes();
    int end = literal.range().end();
    return end < bytes.length && bytes[end] == '.';
  }
}
