package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Takes the default of a generic parameter away where none is allowed: on functions and impls.
///
/// Answers the lint `invalid_type_param_default` and rustc's error of the same words. Such a
/// default was never used: every call finds its types by itself.
final class DropDefault implements Operation {

  @Override
  public String name() {
    return "drop-default";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> parameter =
        Declarations.at(site.node(), "type_parameter", "const_parameter");
    if (parameter.isEmpty()) {
      return List.of();
    }
    String bare = Declarations.withoutDefault(parameter.get());
    int start = parameter.get().range().start();
    int end = start + bare.getBytes(StandardCharsets.UTF_8).length;
    return end == parameter.get().range().end()
        ? List.of()
        : Declarations.one(
            "Remove the default of `%s`".formatted(Declarations.name(parameter.get())),
            site.edits().delete(new TextRange(end, parameter.get().range().end())));
  }
}
