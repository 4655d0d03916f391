package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Declares a variable that is used without a `let`, in front of the first statement that uses it:
/// empty where it gathers (`sum += n`, `list.push(x)`), without a value where it is assigned in an
/// inner block.
final class DeclareVariable implements Operation {
  private static final int GATHERS = 15;
  private static final int FURTHER = 6;

  @Override
  public String name() {
    return "declare-variable";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    String name = site.primary().text();
    Optional<SyntaxNode> function = Nodes.above(site.node(), "function_item");
    if (!name.matches("[a-z_]\\w*") || function.isEmpty() || !site.node().is("identifier")) {
      return List.of();
    }
    List<SyntaxNode> uses = unresolved(function.get(), name);
    Optional<SyntaxNode> statement = statement(uses);
    if (uses.isEmpty() || statement.isEmpty()) {
      return List.of();
    }
    var proposals = new ArrayList<Proposal>();
    SyntaxNode first = uses.getFirst();
    if (isAssigned(first, "assignment_expression")) {
      proposals.addAll(declared(site, statement.get(), "let " + name, 0));
      proposals.addAll(declared(site, statement.get(), "let mut " + name, FURTHER));
    }
    int penalty = GATHERS;
    for (String empty : empties(uses)) {
      String let = "let mut %s = %s".formatted(name, empty);
      declared(site, statement.get(), let, penalty).stream()
          .map(Proposal::inventing)
          .forEach(proposals::add);
      penalty += FURTHER;
    }
    return proposals;
  }

  private static List<SyntaxNode> unresolved(SyntaxNode function, String name) {
    return function
        .descendants()
        .filter(node -> node.is("identifier") && node.text().equals(name))
        .filter(node -> node.parent().filter(p -> p.kind().startsWith("scoped_")).isEmpty())
        .filter(node -> Bindings.binding(node, name).isEmpty())
        .toList();
  }

  /// The statement before which a declaration reaches all uses: the first that holds one, in the
  /// innermost block that holds all.
  private static Optional<SyntaxNode> statement(List<SyntaxNode> uses) {
    if (uses.isEmpty()) {
      return Optional.empty();
    }
    SyntaxNode first = uses.getFirst();
    for (SyntaxNode block : first.ancestors().filter(node -> node.is("block")).toList()) {
      boolean all =
          uses.stream().allMatch(use -> block.range().encloses(use.range())) && !isLoopBody(block);
      if (all) {
        return Stream.concat(Stream.of(first), first.ancestors())
            .filter(node -> node.parent().filter(block::equals).isPresent())
            .findFirst();
      }
    }
    return Optional.empty();
  }

  private static boolean isLoopBody(SyntaxNode block) {
    return block
        .parent()
        .filter(parent ->
            parent.is("for_expression")
                || parent.is("while_expression")
                || parent.is("loop_expression"))
        .isPresent();
  }

  private static boolean isAssigned(SyntaxNode use, String kind) {
    return use.field().filter("left"::equals).isPresent()
        && use.parent().filter(parent -> parent.is(kind)).isPresent();
  }

  /// What the variable can begin with, when every look at it shows that it gathers something.
  private static List<String> empties(List<SyntaxNode> uses) {
    for (SyntaxNode use : uses) {
      SyntaxNode parent = use.parent().orElse(use);
      if (isAssigned(use, "compound_assignment_expr")) {
        boolean product = parent.text().replaceFirst("^\\w+\\s*", "").startsWith("*=");
        String right = parent.child("right").map(SyntaxNode::text).orElse("");
        if (right.startsWith("\"") || right.startsWith("&")) {
          return List.of("String::new()");
        }
        return product ? List.of("1", "1.0") : List.of("0", "0.0");
      }
      String method = parent.child("field").map(SyntaxNode::text).orElse("");
      boolean called =
          parent.is("field_expression")
              && parent.parent().filter(up -> up.is("call_expression")).isPresent();
      if (called && method.equals("push_str")) {
        return List.of("String::new()");
      }
      if (called && method.equals("push")) {
        return List.of("Vec::new()", "String::new()");
      }
    }
    return List.of();
  }

  private static List<Proposal> declared(Site site, SyntaxNode statement, String let, int penalty) {
    String indent = Site.indent(site.text(), statement.range().start());
    return site.edits().insert(statement.range().start(), let + ";\n" + indent).patch().stream()
        .map(patch -> Proposal.of("Declare `%s`".formatted(let), patch).penalized(penalty))
        .toList();
  }
}
