package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;

/// Gives the type of an impl the lifetime that the impl declares and the type lacks (E0726):
/// `impl<'a> Scanner` becomes `impl<'a> Scanner<'a>`.
final class UseImplLifetime implements Operation {

  @Override
  public String name() {
    return "use-impl-lifetime";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> impl = site.enclosing("impl_item");
    List<String> declared =
        impl.stream()
            .flatMap(item -> Declarations.generics(item).stream())
            .filter(parameter -> parameter.is("lifetime_parameter"))
            .map(Declarations::name)
            .toList();
    SyntaxNode type = site.node();
    boolean header =
        impl.flatMap(item -> item.child("body"))
            .filter(body -> type.range().end() <= body.range().start())
            .isPresent();
    if (declared.size() != 1 || !header) {
      return List.of();
    }
    String lifetime = declared.getFirst();
    Optional<SyntaxNode> arguments =
        type.is("generic_type") ? type.child("type_arguments") : Optional.empty();
    Edits edits =
        arguments.isPresent()
            ? site.edits().insert(arguments.get().range().start() + 1, lifetime + ", ")
            : site.edits().insert(type.range().end(), "<" + lifetime + ">");
    return Declarations.one("Use `%s` for the type of the impl".formatted(lifetime), edits);
  }
}
