package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Gives a struct or an enum whose fields are references a lifetime parameter, and its impls with
/// it, in one patch.
///
/// rustc points at one `&` of a field (E0106) and suggests what is to be written there; the other
/// references, and the impls, are told only after that. What a constructor is passed gets the same
/// lifetime. Where there is one reference and no impl, rustc's suggestion is all that is needed.
final class AddLifetimeToType implements Operation {

  @Override
  public String name() {
    return "add-lifetime-to-type";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> type =
        site.enclosing("struct_item", "enum_item", "function_item", "impl_item", "trait_item")
            .filter(item -> item.is("struct_item") || item.is("enum_item"));
    if (type.isEmpty()
        || Declarations.generics(type.get()).stream().anyMatch(AddLifetimeToType::isLifetime)) {
      return List.of();
    }
    String name = Named.name(type.get());
    List<SyntaxNode> references = type.stream().flatMap(AddLifetimeToType::anonymous).toList();
    List<CrateFiles.Item> impls =
        site.crate().impls(name).stream()
            .filter(
                impl -> impl.node().child("type").filter(of -> of.text().equals(name)).isPresent())
            .toList();
    if (references.isEmpty() || (references.size() == 1 && impls.isEmpty())) {
      return List.of();
    }
    Edits edits = site.edits();
    Declarations.declare(edits, Place.of(site.file(), type.get()), "'a");
    references.forEach(reference -> edits.insert(reference.range().start() + 1, "'a "));
    impls.forEach(impl -> adapt(edits, impl, name));
    return Declarations.one("Give `%s` and its impls a lifetime parameter".formatted(name), edits);
  }

  private static boolean isLifetime(SyntaxNode parameter) {
    return parameter.is("lifetime_parameter");
  }

  private static Stream<SyntaxNode> anonymous(SyntaxNode typed) {
    return typed
        .descendants()
        .filter(node -> node.is("reference_type"))
        .filter(node -> node.children().stream().noneMatch(child -> child.is("lifetime")))
        .filter(node -> Nodes.above(node, "function_type").isEmpty());
  }

  /// `impl Lexer` becomes `impl<'a> Lexer<'a>`; one whose functions build nothing needs no name.
  private static void adapt(Edits edits, CrateFiles.Item impl, String name) {
    List<SyntaxNode> builders =
        Named.functions(impl.node()).stream()
            .filter(function -> !Named.isMethod(function))
            .filter(function ->
                Callee.result(function)
                    .filter(type -> type.text().matches("(?s).*\\b(Self|" + name + ")\\b.*"))
                    .isPresent())
            .toList();
    int end = impl.node().child("type").orElseThrow().range().end();
    if (builders.isEmpty()) {
      edits.insert(impl.file(), end, "<'_>");
      return;
    }
    Declarations.declare(edits, Place.of(impl.file(), impl.node()), "'a");
    edits.insert(impl.file(), end, "<'a>");
    builders.stream()
        .flatMap(function -> Callee.parameters(function).stream())
        .flatMap(AddLifetimeToType::anonymous)
        .forEach(reference -> edits.insert(impl.file(), reference.range().start() + 1, "'a "));
  }
}
