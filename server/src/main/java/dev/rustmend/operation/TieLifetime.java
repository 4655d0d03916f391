package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Gives a lifetime of a function type's result something to come from, or a reserved lifetime a
/// name.
///
/// Answers E0581 and E0582 (the result names a lifetime that no argument has: an argument that is a
/// reference gets it, or the item declares it) and E0637 (`'_` and `&` where a name is needed).
final class TieLifetime implements Operation {
  private static final int ITEM = 10;

  @Override
  public String name() {
    return "tie-lifetime";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    return site.diagnostic().codeText().equals("E0637") ? named(site) : tied(site);
  }

  private static List<Proposal> tied(Site site) {
    List<String> quoted = site.quoted();
    String lifetime = quoted.stream().filter(q -> q.startsWith("'")).findFirst().orElse("");
    Optional<SyntaxNode> function =
        Declarations.at(
            site.node(),
            "function_type",
            "bounded_type",
            "where_predicate",
            "type_parameter",
            "parameter");
    Optional<SyntaxNode> type =
        Declarations.at(site.node(), "function_type")
            .or(() ->
                function.flatMap(
                    f -> f.descendants().filter(n -> n.is("function_type")).findFirst()));
    if (type.isEmpty() || lifetime.isEmpty()) {
      return List.of();
    }
    var found = new ArrayList<Proposal>();
    List<SyntaxNode> references =
        type.get().child("parameters").stream()
            .flatMap(SyntaxNode::descendants)
            .filter(n -> n.is("reference_type") && Declarations.childOf(n, "lifetime").isEmpty())
            .toList();
    if (!references.isEmpty()) {
      Edits edits = site.edits().insert(references.getFirst().range().start() + 1, lifetime + " ");
      found.addAll(Declarations.one("Use `%s` in the argument too".formatted(lifetime), edits));
    }
    List<SyntaxNode> arguments =
        type.get().child("parameters").map(SyntaxNode::namedChildren).orElse(List.of());
    found.addAll(onItem(site, type.get(), lifetime));
    if (references.isEmpty() && arguments.size() == 1) {
      Edits edits = site.edits().insert(arguments.getFirst().range().start(), "&" + lifetime + " ");
      found.addAll(
          Declarations.one(
              "Take the argument by reference with `%s`".formatted(lifetime), edits, 2 * ITEM));
    }
    return found;
  }

  /// Takes the lifetime out of `for<…>` and declares it on the item.
  private static List<Proposal> onItem(Site site, SyntaxNode type, String lifetime) {
    Optional<SyntaxNode> binder =
        Declarations.childOf(type, "for_lifetimes")
            .or(() -> type.parent().flatMap(up -> Declarations.childOf(up, "for_lifetimes")))
            .or(() ->
                Nodes.above(type, "where_predicate", "type_parameter", "parameter")
                    .flatMap(
                        up -> up.descendants().filter(n -> n.is("for_lifetimes")).findFirst()));
    Optional<SyntaxNode> item =
        Nodes.above(type, "function_item", "struct_item", "enum_item", "impl_item", "type_item");
    Optional<SyntaxNode> ranked = type.parent().filter(up -> up.is("higher_ranked_trait_bound"));
    boolean single =
        ranked
            .flatMap(up -> up.child("type_parameters"))
            .filter(list -> list.namedChildren().size() == 1)
            .isPresent();
    if (single && item.isPresent()) {
      Edits edits = site.edits();
      edits.delete(
          new dev.rustmend.text.TextRange(
              ranked.orElseThrow().range().start(), type.range().start()));
      Declarations.declare(edits, Place.of(site.file(), item.get()), lifetime);
      return Declarations.one(
          "Declare `%s` on `%s`".formatted(lifetime, Declarations.name(item.get())), edits, ITEM);
    }
    if (binder.isEmpty() || item.isEmpty()) {
      return List.of();
    }
    Edits edits = site.edits();
    List<SyntaxNode> all = binder.get().namedChildren();
    if (all.size() == 1) {
      int end = binder.get().range().end();
      byte[] bytes = site.text().bytes();
      edits.delete(
          new dev.rustmend.text.TextRange(
              binder.get().range().start(),
              end < bytes.length && bytes[end] == ' ' ? end + 1 : end));
    } else {
      all.stream()
          .filter(n -> n.text().equals(lifetime))
          .forEach(n -> edits.delete(Declarations.withComma(n)));
    }
    Declarations.declare(edits, Place.of(site.file(), item.get()), lifetime);
    return Declarations.one(
        "Declare `%s` on `%s`".formatted(lifetime, Declarations.name(item.get())), edits, ITEM);
  }

  private static List<Proposal> named(Site site) {
    Optional<SyntaxNode> item =
        Declarations.at(
            site.node(),
            "function_item",
            "function_signature_item",
            "struct_item",
            "enum_item",
            "impl_item",
            "trait_item",
            "type_item");
    if (item.isEmpty()) {
      return List.of();
    }
    String fresh = Declarations.freshLifetime(item.get());
    Edits edits = site.edits();
    Optional<SyntaxNode> wrong =
        Declarations.generics(item.get()).stream()
            .filter(p -> Declarations.name(p).equals("'_"))
            .findFirst();
    if (wrong.isPresent()) {
      Declarations.lifetimes(item.get(), "'_").forEach(node -> edits.replace(node, fresh));
      return Declarations.one("Name the lifetime `%s`".formatted(fresh), edits);
    }
    if (site.primary().text().equals("'_")) {
      edits.replace(site.primary().range(), fresh);
    } else if (site.primary().text().startsWith("&")) {
      edits.insert(site.primary().range().start() + 1, fresh + " ");
    } else {
      return List.of();
    }
    Declarations.declare(edits, Place.of(site.file(), item.get()), fresh);
    return Declarations.one("Name the lifetime `%s`".formatted(fresh), edits);
  }
}
