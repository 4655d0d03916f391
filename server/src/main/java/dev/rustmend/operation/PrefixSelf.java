package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Puts `self.` before the number of a field on which a method is called: `0.len()` in a method of
/// a tuple struct.
final class PrefixSelf implements Operation {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");

  @Override
  public String name() {
    return "prefix-self";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> number =
        Named.at(site, "field_expression")
            .flatMap(field -> field.child("value"))
            .filter(value -> NUMBER.matcher(value.text()).matches());
    boolean method = Nodes.above(site.node(), "function_item").filter(Named::isMethod).isPresent();
    Optional<SyntaxNode> impl = Named.impl(site.node());
    if (number.isEmpty() || !method || impl.isEmpty()) {
      return List.of();
    }
    int field = Integer.parseInt(number.get().text());
    boolean has =
        site.crate().types(Named.selfType(impl.get())).stream()
            .anyMatch(type -> field < Named.positions(type.node()).size());
    return has
        ? site.edits().insert(number.get().range().start(), "self.").patch().stream()
            .map(patch -> Proposal.of("Write `self.%d`".formatted(field), patch))
            .toList()
        : List.of();
  }
}
