package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Declares a type parameter before the default that names it, by exchanging the two parameters.
///
/// Answers E0128, and the error that parameters with a default "must be trailing". Arguments that
/// are given by position elsewhere would change their meaning, so it stays silent where the type
/// has any.
final class ReorderDefaults implements Operation {
  @Override
  public String name() {
    return "reorder-defaults";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> user = Declarations.at(site.node(), "type_parameter", "const_parameter");
    Optional<SyntaxNode> item = user.flatMap(SyntaxNode::parent).flatMap(SyntaxNode::parent);
    if (item.isEmpty() || isGiven(site, Declarations.name(item.get()))) {
      return List.of();
    }
    if (site.diagnostic().codeText().isEmpty()) {
      return behind(site, item.get());
    }
    String name = site.primary().text();
    Optional<SyntaxNode> later =
        item.map(Declarations::generics).orElse(List.of()).stream()
            .filter(p -> Declarations.name(p).equals(name))
            .findFirst();
    if (later.isEmpty() || later.get().equals(user.orElseThrow())) {
      return List.of();
    }
    return Declarations.one(
        "Declare `%s` before `%s`".formatted(name, Declarations.name(user.get())),
        site.edits()
            .replace(user.get(), later.get().text())
            .replace(later.get(), user.get().text()));
  }

  /// Whether the crate gives the type arguments by position.
  private static boolean isGiven(Site site, String type) {
    return !site.crate()
        .nodes(node ->
            node.is("generic_type")
                && node.child("type").filter(t -> CrateFiles.baseName(t).equals(type)).isPresent())
        .isEmpty();
  }

  /// The parameters without a default first, then those with one, each in their order.
  private static List<Proposal> behind(Site site, SyntaxNode item) {
    List<SyntaxNode> all = Declarations.generics(item);
    List<String> ordered =
        Stream.concat(
                all.stream().filter(each -> !hasDefault(each)),
                all.stream().filter(ReorderDefaults::hasDefault))
            .map(SyntaxNode::text)
            .toList();
    var range = new TextRange(all.getFirst().range().start(), all.getLast().range().end());
    return Declarations.one(
        "Put the parameters with a default last",
        site.edits().replace(range, String.join(", ", ordered)));
  }

  private static boolean hasDefault(SyntaxNode parameter) {
    return !Declarations.withoutDefault(parameter).equals(parameter.text());
  }
}
