package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;

/// Calls a macro of the crate by its name alone: `shout!()` for `crate::shout!()`.
///
/// Answers the lint `macro_expanded_macro_exports_accessed_by_absolute_paths`: a macro that another
/// macro has made is known by its name behind that place, and not by a path.
final class CallMacroByName implements Operation {

  @Override
  public String name() {
    return "call-macro-by-name";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> path =
        Declarations.at(site.node(), "macro_invocation")
            .flatMap(call -> call.child("macro"))
            .filter(macro -> macro.is("scoped_identifier"));
    Optional<SyntaxNode> name = path.flatMap(node -> node.child("name"));
    return name.isEmpty()
        ? List.of()
        : Declarations.one(
            "Call `%s!` by its name alone".formatted(name.get().text()),
            site.edits().replace(path.get(), name.get().text()));
  }
}
