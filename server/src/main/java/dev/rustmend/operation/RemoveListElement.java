package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;

/// Removes an element of a list that is there twice, with its comma.
///
/// Answers E0719, whose primary span is the second constraint of one associated type, where both
/// say the same.
final class RemoveListElement implements Operation {
  @Override
  public String name() {
    return "remove-list-element";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    SyntaxNode element = site.node();
    boolean listed =
        element
            .parent()
            .filter(up -> up.is("type_arguments") || up.is("type_parameters"))
            .isPresent();
    boolean twice =
        listed
            && element.parent().orElseThrow().namedChildren().stream()
                    .filter(other -> other.text().equals(element.text()))
                    .count()
                > 1;
    return listed
        ? Declarations.one(
            "Remove the second `%s`".formatted(element.text()),
            site.edits().delete(Declarations.withComma(element)),
            twice ? 0 : 20)
        : List.of();
  }
}
