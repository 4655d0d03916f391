package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Gives a closure that outlives the function clones of the variables that are still needed behind
/// it, and lets it own them.
///
/// rustc reports that the closure borrows (E0373) and suggests `move`; with `move` alone, what is used
/// again later would be moved away.
final class CloneForClosure implements Operation {
  private static final int CLONE = 10;

  @Override
  public String name() {
    return "clone-for-closure";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> closure = Named.at(site, "closure_expression");
    if (closure.isEmpty() || closure.get().text().startsWith("move")) {
      return List.of();
    }
    var types = new LocalTypes(site.crate());
    List<String> names =
        Flow.mentioned(closure.get()).stream()
            .filter(name ->
                Bindings.binding(closure.get(), name)
                    .filter(binding -> isNeededLater(binding, closure.get()))
                    .flatMap(types::ofBinding)
                    .filter(type -> !type.isCopied() && !type.text().startsWith("{"))
                    .isPresent())
            .toList();
    if (names.isEmpty()) {
      return List.of();
    }
    String clones =
        names.stream()
            .map(name -> "let %s = %s.clone(); ".formatted(name, name))
            .collect(Collectors.joining());
    return Declarations.one(
        "Let the closure own clones of "
            + names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(" and ")),
        site.edits().wrap(closure.get().range(), "{ " + clones + "move ", " }"),
        CLONE);
  }

  /// Whether a variable is used behind the closure, or the closure is made again in a loop that the
  /// variable stands outside of.
  private static boolean isNeededLater(SyntaxNode binding, SyntaxNode closure) {
    boolean later =
        Bindings.uses(binding).stream()
            .anyMatch(use -> use.range().start() >= closure.range().end());
    boolean again =
        closure
            .ancestors()
            .takeWhile(up -> !up.range().encloses(binding.range()))
            .anyMatch(up -> up.kind().matches("(for|while|loop)_expression"));
    return later || again;
  }
}
