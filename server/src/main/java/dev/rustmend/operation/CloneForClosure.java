package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Gives a closure that outlives the function clones of the variables that are still needed behind
/// it, and lets it own them; or shares them by an `Arc`, where the parameter `by` is `arc`.
///
/// rustc reports that the closure borrows (E0373) and suggests `move`; with `move` alone, what is
/// used again later would be moved away.
final class CloneForClosure implements Operation {
  private static final int CLONE = 10;
  private static final int SHARE = 40;
  private static final String ARC = "std::sync::Arc";

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
    return site.parameter("by", "clone").equals("clone")
        ? Declarations.one(
            "Let the closure own clones of " + quoted(names),
            cloned(site.edits(), closure.get(), names, "let $x = $x.clone(); "),
            CLONE)
        : shared(site, closure.get(), names);
  }

  private static Edits cloned(Edits edits, SyntaxNode closure, List<String> names, String each) {
    String clones =
        names.stream().map(name -> each.replace("$x", name)).collect(Collectors.joining());
    return edits.wrap(closure.range(), "{ " + clones + "move ", " }");
  }

  private static String quoted(List<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(" and "));
  }

  /// Puts each variable into an `Arc` where it is declared, when it is never changed.
  private static List<Proposal> shared(Site site, SyntaxNode closure, List<String> names) {
    Edits edits = site.edits();
    for (String name : names) {
      Optional<SyntaxNode> value =
          Bindings.binding(closure, name)
              .flatMap(SyntaxNode::parent)
              .filter(let -> let.is("let_declaration") && let.child("type").isEmpty())
              .filter(
                  let -> let.children().stream().noneMatch(part -> part.is("mutable_specifier")))
              .flatMap(let -> let.child("value"));
      if (value.isEmpty()) {
        return List.of();
      }
      edits.wrap(value.get().range(), ARC + "::new(", ")");
    }
    cloned(edits, closure, names, "let $x = " + ARC + "::clone(&$x); ");
    return Declarations.one("Share %s with the closure".formatted(quoted(names)), edits, SHARE);
  }

  /// Whether a variable is used behind the closure, or the closure is made again in a loop that the
  /// variable stands outside of.
  private static boolean isNeededLater(SyntaxNode binding, SyntaxNode closure) {
    boolean later = Flow.isMentionedBehind(closure, binding.text());
    boolean again =
        closure
            .ancestors()
            .takeWhile(up -> !up.range().encloses(binding.range()))
            .anyMatch(up -> up.kind().matches("(for|while|loop)_expression"));
    return later || again;
  }
}
