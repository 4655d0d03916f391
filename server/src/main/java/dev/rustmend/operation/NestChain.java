package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Takes a chain of `let` and conditions apart, which editions before 2024 do not know.
///
/// Without an `else` the parts become nested `if`s; with an `else` behind one `let` and plain
/// conditions a `match` with a guard. Not for `while`, and not where an `else if` follows.
final class NestChain implements Operation {
  private static final String STEP = "    ";

  @Override
  public String name() {
    return "nest-chain";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> found = site.enclosing("if_expression");
    Optional<SyntaxNode> chain =
        found.flatMap(node -> node.child("condition")).filter(node -> node.is("let_chain"));
    Optional<SyntaxNode> body = found.flatMap(node -> node.child("consequence"));
    if (chain.isEmpty() || body.isEmpty()) {
      return List.of();
    }
    SyntaxNode branch = found.get();
    Optional<SyntaxNode> other = branch.child("alternative");
    List<SyntaxNode> parts =
        chain.get().namedChildren().stream().filter(part -> !part.isExtra()).toList();
    String indent = Site.indent(site.text(), branch.range().start());
    if (other.isEmpty()) {
      return nested(site, branch, parts, body.get(), indent);
    }
    return guarded(site, branch, parts, body.get(), other.get(), indent);
  }

  private static List<Proposal> nested(
      Site site, SyntaxNode branch, List<SyntaxNode> parts, SyntaxNode body, String indent) {
    var heads = new ArrayList<String>();
    boolean plain = false;
    for (SyntaxNode part : parts) {
      boolean condition = !part.is("let_condition");
      if (condition && plain) {
        heads.add(heads.removeLast() + " && " + part.text());
      } else {
        heads.add(part.text());
      }
      plain = condition;
    }
    var text = new StringBuilder();
    String deeper = indent;
    for (String head : heads) {
      text.append(text.isEmpty() ? "" : "\n" + deeper).append("if ").append(head).append(" {");
      deeper += STEP;
    }
    int more = heads.size() - 1;
    String inside = body.text().substring(1, body.text().length() - 1);
    boolean lines = inside.contains("\n");
    text.append(
        lines
            ? inside.stripTrailing().replace("\n", "\n" + STEP.repeat(more)).stripTrailing()
            : "\n" + deeper + inside.strip());
    for (int depth = more; depth >= 0; depth--) {
      text.append("\n").append(indent).append(STEP.repeat(depth)).append("}");
    }
    return proposal("Nest the conditions", site.edits().replace(branch, text.toString()));
  }

  private static List<Proposal> guarded(
      Site site,
      SyntaxNode branch,
      List<SyntaxNode> parts,
      SyntaxNode body,
      SyntaxNode other,
      String indent) {
    List<SyntaxNode> conditions = parts.subList(1, parts.size());
    Optional<SyntaxNode> block = other.namedChildren().stream().findFirst();
    boolean fits =
        parts.getFirst().is("let_condition")
            && conditions.stream().noneMatch(part -> part.is("let_condition"))
            && block.filter(node -> node.is("block")).isPresent();
    Optional<SyntaxNode> pattern = parts.getFirst().child("pattern");
    Optional<SyntaxNode> value = parts.getFirst().child("value");
    if (!fits || pattern.isEmpty() || value.isEmpty()) {
      return List.of();
    }
    String guard = conditions.stream().map(SyntaxNode::text).collect(Collectors.joining(" && "));
    String arm = "\n" + indent + STEP;
    String text =
        "match %s {".formatted(value.get().text())
            + arm
            + "%s if %s => %s".formatted(pattern.get().text(), guard, deeper(body))
            + arm
            + "_ => "
            + deeper(block.get())
            + "\n"
            + indent
            + "}";
    TextRange range = branch.range();
    return proposal("Match with a guard", site.edits().replace(range, text));
  }

  private static String deeper(SyntaxNode block) {
    return block.text().replace("\n", "\n" + STEP);
  }

  private static List<Proposal> proposal(String title, Edits edits) {
    return edits.patch().map(patch -> List.of(Proposal.of(title, patch))).orElse(List.of());
  }
}
