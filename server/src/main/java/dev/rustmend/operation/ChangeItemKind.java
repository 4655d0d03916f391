package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes an impl's item the kind of item that the trait declares: a constant, a function or a type.
///
/// Answers E0323, E0324 and E0325, and E0326 where only the constant's type differs. The value of a
/// constant becomes the body of a function and the other way round; where the kinds have nothing in
/// common, the trait's declaration follows the impl.
final class ChangeItemKind implements Operation {
  private static final int CHANGES_TRAIT = 40;

  @Override
  public String name() {
    return "change-item-kind";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> own = Declarations.memberHere(site);
    Optional<CrateFiles.Item> trait = Declarations.traitHere(site);
    Optional<SyntaxNode> declared =
        own.flatMap(o -> trait.flatMap(t -> Declarations.member(t.node(), Declarations.name(o))));
    if (declared.isEmpty()) {
      return List.of();
    }
    var found = new ArrayList<Proposal>();
    found.addAll(inImpl(site, own.orElseThrow(), declared.get()));
    found.addAll(inTrait(site, own.get(), trait.orElseThrow(), declared.get()));
    return found;
  }

  private static List<Proposal> inImpl(Site site, SyntaxNode own, SyntaxNode declared) {
    if (own.is("const_item") && declared.is("const_item")) {
      return declared
          .child("type")
          .map(type ->
              Declarations.one(
                  "Give `%s` the type `%s` of the trait"
                      .formatted(Declarations.name(own), type.text()),
                  site.edits().replace(own.child("type").orElseThrow(), type.text())))
          .orElse(List.of());
    }
    String head = DeclareInTrait.declaration(declared).replaceFirst(";$", "");
    Optional<String> text =
        switch (own.kind() + " " + declared.kind()) {
          case "const_item function_signature_item", "const_item function_item" ->
              own.child("value").map(value -> head + " { " + value.text() + " }");
          case "function_item const_item" ->
              expression(own).map(value -> head + " = " + value + ";");
          case "type_item const_item", "const_item associated_type" -> Optional.empty();
          default -> Optional.empty();
        };
    return text.map(made ->
            Declarations.one(
                "Implement `%s` as the %s that the trait declares"
                    .formatted(Declarations.name(own), word(declared)),
                site.edits().replace(own, made)))
        .orElse(List.of());
  }

  /// The only expression of a function without parameters.
  private static Optional<String> expression(SyntaxNode function) {
    boolean plain =
        function.child("parameters").filter(p -> p.namedChildren().isEmpty()).isPresent();
    return function
        .child("body")
        .map(SyntaxNode::namedChildren)
        .filter(parts -> plain && parts.size() == 1 && Nodes.isExpression(parts.getFirst()))
        .map(parts -> parts.getFirst().text());
  }

  private static List<Proposal> inTrait(
      Site site, SyntaxNode own, CrateFiles.Item trait, SyntaxNode declared) {
    String name = Declarations.name(own);
    boolean used =
        Declarations.named(trait.node(), name).size() > 1
            || Declarations.implementations(site, trait.item().name()).size() > 1;
    if (used) {
      return List.of();
    }
    Edits edits = site.edits();
    edits.replace(trait.file(), declared.range(), DeclareInTrait.declaration(own));
    String title =
        "Declare `%s` in the trait as the %s that the impl has".formatted(name, word(own));
    return Declarations.one(title, edits, CHANGES_TRAIT);
  }

  private static String word(SyntaxNode member) {
    return switch (member.kind()) {
      case "const_item" -> "constant";
      case "type_item", "associated_type" -> "type";
      default -> "function";
    };
  }
}
