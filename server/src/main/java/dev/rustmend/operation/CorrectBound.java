package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts a trait where one is wanted and a type stands.
///
/// Answers E0404: `impl Type for Trait` the wrong way round; `impl Type for Other`, whose methods
/// become inherent; `T: Type`, `impl Type` and `dyn Type`, which mean the type itself; an alias of
/// bounds, which the bounds replace. The parameter `form` chooses one: `impl`, `type` or `alias`.
final class CorrectBound implements Operation {
  private static final int CHANGES_SIGNATURE = 20;

  @Override
  public String name() {
    return "correct-bound";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    SyntaxNode named = site.node();
    String name = CrateFiles.baseName(named);
    Optional<String> alias = alias(site, name);
    String form = site.parameter("form", "");
    if (alias.isPresent()) {
      return asks(form, "alias")
          ? Declarations.one(
              "Use the bounds of the alias `%s`".formatted(name),
              site.edits().replace(named, alias.get()))
          : List.of();
    }
    Optional<SyntaxNode> impl =
        Declarations.at(named, "impl_item")
            .filter(
                i -> i.child("trait").filter(t -> t.range().encloses(named.range())).isPresent());
    if (impl.isPresent()) {
      return asks(form, "impl") ? impl(site, impl.get()) : List.of();
    }
    return asks(form, "type") ? itself(site, named, name) : List.of();
  }

  private static boolean asks(String form, String wanted) {
    return form.isEmpty() || form.equals(wanted);
  }

  private static List<Proposal> itself(Site site, SyntaxNode named, String name) {
    Optional<SyntaxNode> qualified = Nodes.above(named, "bracketed_type", "qualified_type");
    Optional<SyntaxNode> object =
        named
            .parent()
            .filter(up -> up.is("dynamic_type") || up.is("abstract_type"))
            .or(() ->
                named
                    .parent()
                    .flatMap(SyntaxNode::parent)
                    .filter(up -> up.is("dynamic_type") || up.is("abstract_type")));
    if (object.isPresent()) {
      return Declarations.one(
          "Use the type `%s` itself".formatted(name),
          site.edits().replace(object.get(), named.text()));
    }
    if (qualified.isPresent()) {
      return qualified(site, named);
    }
    return bound(site, named);
  }

  private static List<Proposal> qualified(Site site, SyntaxNode named) {
    Optional<SyntaxNode> path = Nodes.above(named, "scoped_type_identifier", "scoped_identifier");
    return path
        .map(whole ->
            Declarations.one(
                "Use the type `%s` itself".formatted(named.text()),
                site.edits().replace(whole, named.text()),
                CHANGES_SIGNATURE))
        .orElse(List.of())
        .stream()
        .map(Proposal::inventing)
        .toList();
  }

  /// What an alias of a trait object or of a bare trait stands for, as bounds.
  private static Optional<String> alias(Site site, String name) {
    return site.crate().definitions(name).stream()
        .filter(item -> item.node().is("type_item"))
        .findFirst()
        .flatMap(item -> item.node().child("type"))
        .map(SyntaxNode::text)
        .filter(text -> site.diagnostic().message().contains("alias"))
        .map(text ->
            text.replaceFirst("^\\(?dyn\\s+", "")
                .replaceFirst("^(Box|Rc|Arc)<dyn\\s+(.*)>$", "$2"));
  }

  private static List<Proposal> impl(Site site, SyntaxNode impl) {
    SyntaxNode trait = impl.child("trait").orElseThrow();
    SyntaxNode type = impl.child("type").orElseThrow();
    var found = new ArrayList<Proposal>();
    if (Declarations.trait(site, CrateFiles.baseName(type)).isPresent()) {
      found.addAll(
          Declarations.one(
              "Implement `%s` for `%s`, not the other way round"
                  .formatted(type.text(), trait.text()),
              site.edits().replace(trait, type.text()).replace(type, trait.text())));
    }
    Edits edits = site.edits().delete(new TextRange(trait.range().start(), type.range().start()));
    found.addAll(
        Declarations.one(
            "Implement the methods for `%s` directly".formatted(type.text()),
            edits,
            CHANGES_SIGNATURE));
    return found;
  }

  /// `fn f<T: Type>(x: T)` becomes `fn f(x: Type)`.
  private static List<Proposal> bound(Site site, SyntaxNode named) {
    Optional<SyntaxNode> parameter = Declarations.at(named, "type_parameter");
    Optional<SyntaxNode> item = parameter.flatMap(p -> p.parent()).flatMap(SyntaxNode::parent);
    if (item.isEmpty()
        || parameter
            .orElseThrow()
            .child("bounds")
            .filter(b -> b.namedChildren().size() == 1)
            .isEmpty()) {
      return List.of();
    }
    String name = Declarations.name(parameter.get());
    Edits edits = site.edits().delete(Declarations.withComma(parameter.get()));
    Declarations.named(item.get(), name).stream()
        .filter(node -> !parameter.get().range().encloses(node.range()))
        .forEach(node -> edits.replace(node, named.text()));
    return Declarations.one(
        "Use the type `%s` in place of the parameter `%s`".formatted(named.text(), name),
        edits,
        CHANGES_SIGNATURE);
  }
}
