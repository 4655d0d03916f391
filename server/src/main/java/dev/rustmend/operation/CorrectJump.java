package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Makes a `break` or `continue` leave what it can leave.
///
/// Answers E0267 and E0268 (no loop to leave: `return`, or the block becomes a loop), E0571 (`while
/// true` becomes a `loop`, which has a value), E0590, E0695 and E0696 (a label is needed: the
/// nearest loop's, a new one, or the block's own with `break`).
final class CorrectJump implements Operation {
  private static final Set<String> LOOPS =
      Set.of("loop_expression", "while_expression", "for_expression");
  private static final int RETURNS = 10;

  @Override
  public String name() {
    return "correct-jump";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> jump =
        Declarations.at(site.node(), "break_expression", "continue_expression");
    if (jump.isEmpty()) {
      return List.of();
    }
    return switch (site.diagnostic().codeText()) {
      case "E0267", "E0268", "E0767" -> outside(site, jump.get());
      case "E0571" -> endless(site, jump.get());
      case "E0590" -> condition(site, jump.get());
      case "E0695", "E0696" -> block(site, jump.get());
      default -> List.of();
    };
  }

  /// `while true`, which only ends through `break`, is a `loop`, and that has a value.
  private static List<Proposal> endless(Site site, SyntaxNode jump) {
    Optional<SyntaxNode> around =
        jump.ancestors().filter(up -> LOOPS.contains(up.kind())).findFirst();
    return around
        .filter(loop -> loop.is("while_expression"))
        .flatMap(loop -> loop.child("condition"))
        .filter(condition -> condition.text().equals("true"))
        .map(condition -> {
          int end = condition.range().end();
          int start = whileStart(around.get());
          Edits edits = site.edits().replace(new TextRange(start, end), "loop");
          return Declarations.one("Turn `while true` into `loop`", edits);
        })
        .orElse(List.of());
  }

  private static int whileStart(SyntaxNode loop) {
    return loop.children().stream()
        .filter(child -> child.is("while"))
        .mapToInt(child -> child.range().start())
        .findFirst()
        .orElse(loop.range().start());
  }

  private static List<Proposal> outside(Site site, SyntaxNode jump) {
    String value =
        jump.namedChildren().stream()
            .filter(n -> !n.is("label"))
            .map(n -> " " + n.text())
            .findFirst()
            .orElse("");
    var found = new ArrayList<Proposal>();
    found.addAll(forLoop(site, jump));
    found.addAll(
        Declarations.one(
            "Leave with `return` instead",
            site.edits().replace(jump, "return" + value),
            jump.is("continue_expression") ? 0 : RETURNS + 100 * found.size()));
    Optional<SyntaxNode> block =
        jump.ancestors()
            .filter(up -> up.is("block"))
            .filter(up ->
                up.parent().filter(p -> p.is("block") || p.is("expression_statement")).isPresent())
            .findFirst();
    block.ifPresent(b ->
        found.addAll(
            Declarations.one(
                "Make the block a `loop`",
                site.edits().insert(b.range().start(), "loop "),
                2 * RETURNS)));
    return found;
  }

  /// `xs.for_each(|x| { … });` becomes `for x in xs { … }`.
  private static List<Proposal> forLoop(Site site, SyntaxNode jump) {
    Optional<SyntaxNode> closure = Nodes.above(jump, "closure_expression", "function_item");
    Optional<SyntaxNode> call =
        closure
            .filter(c -> c.is("closure_expression"))
            .flatMap(c -> Nodes.above(c, "call_expression"));
    Optional<SyntaxNode> method =
        call.flatMap(c -> c.child("function")).filter(f -> f.is("field_expression"));
    Optional<SyntaxNode> body = closure.flatMap(c -> c.child("body")).filter(b -> b.is("block"));
    Optional<SyntaxNode> statement =
        call.flatMap(SyntaxNode::parent).filter(up -> up.is("expression_statement"));
    boolean eaches =
        method.flatMap(f -> f.child("field")).filter(f -> f.text().equals("for_each")).isPresent();
    if (!eaches || body.isEmpty() || statement.isEmpty()) {
      return List.of();
    }
    List<SyntaxNode> parameters =
        closure.get().child("parameters").map(SyntaxNode::namedChildren).orElse(List.of());
    if (parameters.size() != 1) {
      return List.of();
    }
    SyntaxNode parameter = parameters.getFirst();
    String pattern = parameter.child("pattern").map(SyntaxNode::text).orElse(parameter.text());
    String iterated = method.get().child("value").map(SyntaxNode::text).orElse("");
    Edits edits =
        site.edits()
            .replace(
                new dev.rustmend.text.TextRange(
                    statement.get().range().start(), body.get().range().start()),
                "for " + pattern + " in " + iterated + " ")
            .delete(
                new dev.rustmend.text.TextRange(
                    body.get().range().end(), statement.get().range().end()));
    return edits.patch().stream()
        .map(patch ->
            Proposal.of("Write a `for` loop instead of `for_each`", patch)
                .admitting(
                    dev.rustmend.syntax.Damage.Kind.WRAPPER, dev.rustmend.syntax.Damage.Kind.CALL))
        .toList();
  }

  private static List<Proposal> condition(Site site, SyntaxNode jump) {
    var found = new ArrayList<Proposal>();
    for (SyntaxNode loop : jump.ancestors().filter(up -> LOOPS.contains(up.kind())).toList()) {
      found.addAll(labelled(site, jump, loop, word(jump), found.size() * 8));
    }
    return found;
  }

  private static List<Proposal> block(Site site, SyntaxNode jump) {
    boolean named = site.diagnostic().codeText().equals("E0696");
    Optional<SyntaxNode> loop =
        jump.ancestors()
            .takeWhile(up -> !up.is("function_item") && !up.is("closure_expression"))
            .filter(up -> LOOPS.contains(up.kind()))
            .findFirst();
    if (loop.isPresent() && !named) {
      return labelled(site, jump, loop.get(), word(jump), 0);
    }
    Optional<SyntaxNode> own =
        jump.ancestors().filter(up -> up.is("block") && label(up).isPresent()).findFirst();
    return own.map(b ->
            Declarations.one(
                "Leave the block `%s` with `break`".formatted(label(b).orElseThrow()),
                site.edits().replace(jump, "break " + label(b).orElseThrow())))
        .orElse(List.of());
  }

  private static String word(SyntaxNode jump) {
    return jump.is("continue_expression") ? "continue" : "break";
  }

  private static Optional<String> label(SyntaxNode node) {
    return Declarations.childOf(node, "label").map(l -> l.text().replace(":", "").strip());
  }

  private static List<Proposal> labelled(
      Site site, SyntaxNode jump, SyntaxNode loop, String word, int penalty) {
    Edits edits = site.edits();
    Optional<String> known = label(loop);
    String label = known.orElseGet(() -> fresh(loop));
    if (known.isEmpty()) {
      edits.insert(loop.range().start(), label + ": ");
    }
    String value =
        jump.namedChildren().stream()
            .filter(n -> !n.is("label"))
            .map(n -> " " + n.text())
            .findFirst()
            .orElse("");
    edits.replace(jump, word + " " + label + value);
    return Declarations.one(
        "Say with the label `%s` which loop is meant".formatted(label), edits, penalty);
  }

  private static String fresh(SyntaxNode loop) {
    String text = loop.tree().source().string();
    return List.of("'outer", "'all", "'next", "'a").stream()
        .filter(name -> !text.contains(name))
        .findFirst()
        .orElse("'loop_1");
  }
}
