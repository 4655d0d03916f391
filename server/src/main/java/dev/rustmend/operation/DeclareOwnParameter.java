package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Gives an item inside of a function what it can not take from the function around: a generic
/// parameter of its own, a `let` in place of a constant, the name of the type in place of `Self`.
///
/// Answers E0401.
final class DeclareOwnParameter implements Operation {
  private static final Set<String> VALUES = Set.of("const_item", "static_item");

  @Override
  public String name() {
    return "declare-own-parameter";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    String name = site.primary().text();
    Optional<SyntaxNode> inner =
        site.enclosing(
            "function_item",
            "struct_item",
            "enum_item",
            "type_item",
            "const_item",
            "static_item",
            "impl_item",
            "trait_item");
    if (inner.isEmpty()) {
      return List.of();
    }
    if (name.equals("Self")) {
      return Nodes.above(inner.get(), "impl_item")
          .flatMap(impl -> impl.child("type"))
          .map(type ->
              Declarations.one(
                  "Write `%s` in place of `Self`".formatted(type.text()),
                  site.edits().replace(site.primary().range(), type.text())))
          .orElse(List.of());
    }
    if (VALUES.contains(inner.get().kind())) {
      return variable(site, inner.get());
    }
    Optional<SyntaxNode> outer =
        inner
            .get()
            .ancestors()
            .flatMap(up -> Declarations.generics(up).stream())
            .filter(p -> Declarations.name(p).equals(name))
            .findFirst();
    boolean declared =
        Declarations.generics(inner.get()).stream()
            .anyMatch(p -> Declarations.name(p).equals(name));
    if (outer.isEmpty() || declared) {
      return List.of();
    }
    var found = new ArrayList<Proposal>();
    Edits edits = site.edits();
    Declarations.declare(
        edits, Place.of(site.file(), inner.get()), Declarations.withoutDefault(outer.get()));
    found.addAll(
        Declarations.one(
            "Declare `%s` on `%s` as well".formatted(name, Declarations.name(inner.get())), edits));
    return found;
  }

  private static List<Proposal> variable(Site site, SyntaxNode constant) {
    Optional<SyntaxNode> word =
        constant.children().stream().filter(c -> c.is("const") || c.is("static")).findFirst();
    boolean local = constant.parent().filter(up -> up.is("block")).isPresent();
    if (word.isEmpty() || !local) {
      return List.of();
    }
    String title = "Make `%s` a variable".formatted(Declarations.name(constant));
    return site.edits().replace(word.get(), "let").patch().stream()
        .map(patch -> Proposal.of(title, patch).admitting(dev.rustmend.syntax.Damage.Kind.ITEM))
        .toList();
  }
}
