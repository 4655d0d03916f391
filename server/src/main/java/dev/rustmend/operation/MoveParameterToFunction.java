package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Declares a type parameter on the functions that use it, not on an impl that does not determine
/// it.
///
/// Answers E0207 in an inherent impl. In the impl of a trait of the crate's own the trait takes the
/// parameter; a lifetime that only an associated type names becomes `'static`.
final class MoveParameterToFunction implements Operation {
  private static final int CHANGES_TRAIT = 40;

  @Override
  public String name() {
    return "move-parameter-to-function";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> parameter = RemoveGenericParameter.parameter(site);
    Optional<SyntaxNode> impl = parameter.flatMap(p -> Nodes.above(p, "impl_item"));
    if (impl.isEmpty()) {
      return List.of();
    }
    SyntaxNode own = parameter.orElseThrow();
    if (impl.get().child("trait").isPresent()) {
      return own.is("lifetime_parameter")
          ? lifetime(site, impl.get(), own)
          : trait(site, impl.get(), own);
    }
    String name = Declarations.name(own);
    List<SyntaxNode> users =
        Declarations.members(impl.get()).stream()
            .filter(member -> Declarations.mentions(member, name))
            .toList();
    if (users.isEmpty() || users.stream().anyMatch(user -> !user.is("function_item"))) {
      return List.of();
    }
    Edits edits = site.edits();
    edits.delete(Declarations.withComma(own));
    String bounds = bounds(impl.get(), name, edits);
    for (SyntaxNode user : users) {
      Declarations.declare(
          edits, Place.of(site.file(), user), bounds.isEmpty() ? own.text() : own.text() + bounds);
    }
    var names = users.stream().map(Declarations::name).toList();
    return Declarations.one(
        "Declare `%s` on `%s`".formatted(name, String.join("`, `", names)), edits);
  }

  /// Takes the parameter's predicates out of the where clause and gives them as bounds.
  private static String bounds(SyntaxNode impl, String name, Edits edits) {
    Optional<SyntaxNode> clause = Declarations.childOf(impl, "where_clause");
    List<SyntaxNode> mine =
        clause.map(SyntaxNode::namedChildren).orElse(List.of()).stream()
            .filter(p -> p.child("left").filter(left -> left.text().equals(name)).isPresent())
            .toList();
    if (mine.isEmpty()) {
      return "";
    }
    var texts = new ArrayList<String>();
    mine.forEach(
        p -> p.child("bounds").ifPresent(b -> texts.add(b.text().replaceFirst("^:\\s*", ""))));
    if (mine.size() == clause.orElseThrow().namedChildren().size()) {
      edits.delete(clause.get().range());
    } else {
      mine.forEach(p -> edits.delete(Declarations.withComma(p)));
    }
    return ": " + String.join(" + ", texts);
  }

  private static List<Proposal> lifetime(Site site, SyntaxNode impl, SyntaxNode own) {
    String name = Declarations.name(own);
    Edits edits = site.edits().delete(Declarations.withComma(own));
    Declarations.lifetimes(impl, name).stream()
        .filter(node -> !own.range().encloses(node.range()))
        .forEach(node -> edits.replace(node, "'static"));
    return Declarations.one("Use `'static` in place of `%s`".formatted(name), edits, CHANGES_TRAIT);
  }

  private static List<Proposal> trait(Site site, SyntaxNode impl, SyntaxNode own) {
    Optional<CrateFiles.Item> trait =
        Declarations.traitName(impl).flatMap(name -> Declarations.trait(site, name));
    SyntaxNode named = impl.child("trait").orElseThrow();
    if (trait.isEmpty()
        || named.child("type_arguments").isPresent()
        || Declarations.implementations(site, trait.get().item().name()).size() > 1) {
      return List.of();
    }
    String name = Declarations.name(own);
    Edits edits = site.edits();
    Declarations.declare(
        edits,
        Place.of(trait.get().file(), trait.get().node()),
        own.is("const_parameter") ? own.text() : name);
    edits.insert(named.range().end(), "<" + name + ">");
    return Declarations.one(
        "Give the trait `%s` the parameter `%s`".formatted(trait.get().item().name(), name),
        edits,
        CHANGES_TRAIT);
  }
}
