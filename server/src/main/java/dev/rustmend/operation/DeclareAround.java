package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Keeps a temporary value in a variable that is declared as early as the one that borrows it, and
/// set where the value was made (E0716): `let line;` before the `if`, `line = format!(…);` in it.
///
/// What `let` declares inside of an inner block would end with that block. A variable that is set
/// once may be declared without a value; in a loop it would be set again while it is borrowed, so
/// nothing is proposed there.
final class DeclareAround implements Operation {
  private static final Set<String> LOOPS =
      Set.of("for_expression", "while_expression", "loop_expression", "closure_expression");
  private static final int PENALTY = 6;

  @Override
  public String name() {
    return "declare-around";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    SyntaxNode value = site.node();
    Optional<SyntaxNode> inside = Nodes.statement(value);
    Optional<SyntaxNode> outer =
        Conflict.of(site)
            .later()
            .map(Place::node)
            .flatMap(later -> Flow.commonBlock(value, later))
            .flatMap(block -> Flow.statementIn(block, value));
    boolean nested = outer.isPresent() && !outer.equals(inside);
    return nested && inside.isPresent() && !loops(value, outer.get())
        ? declared(site, value, inside.get(), outer.get())
        : List.of();
  }

  private static boolean loops(SyntaxNode value, SyntaxNode outer) {
    return value
        .ancestors()
        .takeWhile(up -> outer.range().encloses(up.range()))
        .anyMatch(up -> LOOPS.contains(up.kind()));
  }

  private static List<Proposal> declared(
      Site site, SyntaxNode value, SyntaxNode inside, SyntaxNode outer) {
    String name = name(value);
    Edits edits = site.edits();
    Lines.insertBefore(edits, site.primary(), outer, "let " + name + ";");
    Lines.insertBefore(edits, site.primary(), inside, name + " = " + value.text() + ";");
    edits.replace(value, name);
    return Declarations.one(
        "Keep %s in the variable `%s`, declared outside of the block"
            .formatted(Value.name(value), name),
        edits,
        PENALTY);
  }

  private static String name(SyntaxNode value) {
    String wanted = value.text().startsWith("format!") ? "text" : HoistPoint.nameOf(value);
    return FreshName.of(value, wanted);
  }
}
