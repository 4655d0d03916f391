package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Gives a `let` whose pattern may not match an `else` that leaves, or hands the error on with `?`.
///
/// Only ways to leave that invent no value are offered: `return` from a function without a value,
/// `return None`, `continue` in a loop.
final class LeaveOnRefutable implements Operation {
  private static final int FURTHER = 20;

  @Override
  public String name() {
    return "leave-on-refutable-let";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> let = site.enclosing("let_declaration");
    Optional<SyntaxNode> value = let.flatMap(node -> node.child("value"));
    Optional<SyntaxNode> pattern = let.flatMap(node -> node.child("pattern"));
    if (value.isEmpty() || pattern.isEmpty() || let.get().child("alternative").isPresent()) {
      return List.of();
    }
    var proposals = new ArrayList<Proposal>();
    proposals.addAll(questionMark(site, pattern.get(), value.get()));
    int penalty = 0;
    for (String exit : Outcomes.exits(let.get())) {
      proposals.addAll(letElse(site, let.get(), value.get(), exit, penalty));
      penalty += FURTHER;
    }
    return proposals;
  }

  private static List<Proposal> letElse(
      Site site, SyntaxNode let, SyntaxNode value, String exit, int penalty) {
    String indent = Site.indent(site.text(), let.range().start());
    String text = " else {\n%s    %s;\n%s}".formatted(indent, exit, indent);
    Edits edits = site.edits();
    if (value.is("struct_expression") || value.text().endsWith("}")) {
      edits.wrap(value.range(), "(", ")");
    }
    return edits.insert(value.range().end(), text).patch().stream()
        .map(patch ->
            Proposal.of("Leave with `%s` where the pattern does not match".formatted(exit), patch)
                .penalized(penalty)
                .inventing())
        .toList();
  }

  private static List<Proposal> questionMark(Site site, SyntaxNode pattern, SyntaxNode value) {
    String type =
        Nodes.function(value).map(Outcomes::returnType).orElse("").replaceAll("^[\\w:]*::", "");
    boolean some = pattern.text().startsWith("Some(") && type.startsWith("Option<");
    boolean ok = pattern.text().startsWith("Ok(") && type.contains("Result<");
    List<SyntaxNode> inner = pattern.namedChildren();
    if (!(some || ok) || inner.size() != 2) {
      return List.of();
    }
    return site
        .edits()
        .replace(pattern, inner.get(1).text())
        .replace(value, Nodes.operand(value) + "?")
        .patch()
        .stream()
        .map(patch ->
            Proposal.of(some ? "Return `None` with `?`" : "Hand the error on with `?`", patch))
        .toList();
  }
}
