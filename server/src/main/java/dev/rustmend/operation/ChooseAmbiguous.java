package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Writes out which item an ambiguous name means, by the path of one of the glob imports that bring
/// it in.
///
/// rustc notes each candidate: "`foo` could refer to the function imported here", with its span on
/// the path of the glob import.
final class ChooseAmbiguous implements Operation {
  private static final int FURTHER = 5;

  @Override
  public String name() {
    return "choose-ambiguous";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    String name = site.primary().text();
    SyntaxNode whole =
        Stream.concat(Stream.of(site.node()), site.node().ancestors())
            .takeWhile(node ->
                node.equals(site.node())
                    || node.is("scoped_identifier")
                    || node.is("scoped_type_identifier"))
            .reduce((_, outer) -> outer)
            .orElse(site.node());
    if (!whole.text().endsWith(name)) {
      return List.of();
    }
    var proposals = new ArrayList<Proposal>();
    for (Place place : site.noted("…could…refer to…")) {
      Optional<String> path = globbed(place);
      int penalty = FURTHER * proposals.size();
      path.map(found -> found + "::" + name)
          .flatMap(text ->
              site.edits()
                  .replace(whole, text)
                  .patch()
                  .map(
                      patch -> Proposal.of("Write `%s`".formatted(text), patch).penalized(penalty)))
          .ifPresent(proposals::add);
    }
    return proposals;
  }

  private static Optional<String> globbed(Place place) {
    String text = place.text();
    return text.endsWith("::*")
        ? Optional.of(text.substring(0, text.length() - "::*".length()))
        : Optional.empty();
  }
}
