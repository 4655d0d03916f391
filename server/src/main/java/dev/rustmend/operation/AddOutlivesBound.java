package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Says that one lifetime outlives another, where it is declared: `<'a, 'b: 'a>` ("lifetime may not
/// live long enough", E0478, E0491); or that both are the same.
///
/// Where the other way round is required already, only a person takes it.
///
/// rustc names the bound in a help, or the two lifetimes in notes: the pointer's and the data's.
final class AddOutlivesBound implements Operation {

  @Override
  public String name() {
    return "add-outlives-bound";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<Map<String, String>> bound =
        site.said("consider adding the following bound: `$long: $short`")
            .or(() -> pointed(site))
            .or(() -> instantiated(site));
    var found = new ArrayList<Proposal>();
    bound.ifPresent(held -> {
      String longer = held.getOrDefault("long", "");
      String shorter = held.getOrDefault("short", "");
      if (longer.matches("'\\w+") && shorter.matches("'\\w+") && !longer.equals(shorter)) {
        bounded(site, longer, shorter).ifPresent(found::add);
      }
    });
    return found;
  }

  private static Optional<Map<String, String>> pointed(Site site) {
    Optional<Map<String, String>> pointer =
        site.said("the pointer is valid for the lifetime `$short` as defined here");
    Optional<Map<String, String>> data =
        site.said("but the referenced data is only valid for the lifetime `$long` as defined here");
    return both(pointer, data);
  }

  private static Optional<Map<String, String>> instantiated(Site site) {
    Optional<Map<String, String>> actual =
        site.said("lifetime parameter instantiated with the lifetime `$long` as defined here");
    Optional<Map<String, String>> wanted =
        site.said("but lifetime parameter must outlive the lifetime `$short` as defined here");
    return both(wanted, actual);
  }

  private static Optional<Map<String, String>> both(
      Optional<Map<String, String>> shorter, Optional<Map<String, String>> longer) {
    return shorter.flatMap(
        s -> longer.map(l -> Map.of("short", s.get("short"), "long", l.get("long"))));
  }

  private static Optional<Proposal> bounded(Site site, String longer, String shorter) {
    Optional<SyntaxNode> declared = LifetimeNames.declaration(site.node(), longer);
    return declared.flatMap(parameter -> {
      String more = parameter.text().contains(":") ? " + " + shorter : ": " + shorter;
      return site.edits()
          .insert(parameter.range().end(), more)
          .patch()
          .map(patch ->
              Proposal.of("Require that `%s` outlives `%s`".formatted(longer, shorter), patch)
                  .penalized(8))
          .map(made -> isOpposite(site, longer, shorter) ? made.inventing() : made);
    });
  }

  /// Whether the opposite is declared: both would be one lifetime then, and whoever wrote two of
  /// them did not mean that.
  private static boolean isOpposite(Site site, String longer, String shorter) {
    return LifetimeNames.declaration(site.node(), shorter)
        .filter(parameter -> parameter.text().contains(":"))
        .filter(parameter ->
            Declarations.lifetimes(parameter, longer).stream()
                .anyMatch(bound -> bound.range().start() > parameter.range().start()))
        .isPresent();
  }
}
