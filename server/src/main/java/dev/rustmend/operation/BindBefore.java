package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;

/// Binds a temporary value to a variable before the statement that takes its address.
///
/// Answers E0745: what `&raw` points at would be gone at the end of the statement.
final class BindBefore implements Operation {

  @Override
  public String name() {
    return "bind-before";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> value =
        Nodes.expression(site.node()).filter(node -> node.range().equals(site.primary().range()));
    Optional<SyntaxNode> statement = value.flatMap(Nodes::statement);
    if (statement.isEmpty()) {
      return List.of();
    }
    boolean mutable =
        value.get().parent().filter(up -> up.text().startsWith("&raw mut")).isPresent();
    String name = FreshName.of(value.get(), "value");
    int start = statement.get().range().start();
    String line =
        "let %s%s = %s;\n%s"
            .formatted(
                mutable ? "mut " : "", name, value.get().text(), Site.indent(site.text(), start));
    return Declarations.one(
        "Bind the value to `%s` first".formatted(name),
        site.edits().insert(start, line).replace(value.get(), name));
  }
}
