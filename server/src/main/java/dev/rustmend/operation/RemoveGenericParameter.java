package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Takes a generic parameter that nothing uses out of its item, with the argument for it wherever
/// the item is named.
///
/// Answers E0392, E0091 and E0207, whose primary span is the parameter. Where the type is given
/// concrete arguments somewhere the parameter was meant as a marker, so this comes behind
/// `PhantomData`.
final class RemoveGenericParameter implements Operation {
  private static final int MARKER = 80;

  @Override
  public String name() {
    return "remove-generic-parameter";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> parameter = parameter(site);
    Optional<SyntaxNode> item = parameter.flatMap(p -> p.parent()).flatMap(list -> list.parent());
    if (item.isEmpty()) {
      return List.of();
    }
    SyntaxNode own = parameter.orElseThrow();
    String name = Declarations.name(own);
    if (usedIn(item.get(), own, name)) {
      return List.of();
    }
    Edits edits = site.edits();
    edits.delete(Declarations.withComma(own));
    predicates(item.get(), name).forEach(p -> edits.delete(Declarations.withComma(p)));
    boolean marker = false;
    if (!item.get().is("impl_item")) {
      marker = arguments(site, item.get(), own, edits);
    }
    if (hasPointer(item.get())) {
      marker = true;
    }
    return Declarations.one(
        "Remove the unused parameter `%s`".formatted(name), edits, marker ? MARKER : 0);
  }

  static Optional<SyntaxNode> parameter(Site site) {
    return site.enclosing("type_parameter", "lifetime_parameter", "const_parameter");
  }

  private static boolean hasPointer(SyntaxNode item) {
    return item.child("body").stream()
        .flatMap(SyntaxNode::descendants)
        .anyMatch(node -> node.is("pointer_type"));
  }

  /// Whether the item uses the parameter elsewhere than in its own declaration and bounds.
  private static boolean usedIn(SyntaxNode item, SyntaxNode own, String name) {
    List<SyntaxNode> clauses = predicates(item, name);
    return item.descendants()
        .filter(node -> !own.range().encloses(node.range()))
        .filter(node -> clauses.stream().noneMatch(c -> c.range().encloses(node.range())))
        .anyMatch(node ->
            (node.is("lifetime")
                    || (node.kind().endsWith("identifier") && !node.is("field_identifier")))
                && node.text().equals(name)
                && node.parent().filter(up -> up.is("lifetime")).isEmpty());
  }

  private static List<SyntaxNode> predicates(SyntaxNode item, String name) {
    return Declarations.childOf(item, "where_clause").stream()
        .flatMap(clause -> clause.namedChildren().stream())
        .filter(p -> p.child("left").filter(left -> left.text().equals(name)).isPresent())
        .toList();
  }

  /// Takes out the argument at every use; says whether one of them is concrete.
  private static boolean arguments(Site site, SyntaxNode item, SyntaxNode own, Edits edits) {
    String type = Declarations.name(item);
    boolean lifetime = own.is("lifetime_parameter");
    List<SyntaxNode> generics =
        Declarations.generics(item).stream()
            .filter(each -> each.is("lifetime_parameter") == lifetime)
            .toList();
    int index = generics.indexOf(own);
    boolean concrete = false;
    for (Place place : site.crate().nodes(node -> isUse(node, type))) {
      SyntaxNode list = place.node().child("type_arguments").orElseThrow();
      List<SyntaxNode> all =
          list.namedChildren().stream().filter(each -> each.is("lifetime") == lifetime).toList();
      if (index >= all.size()) {
        continue;
      }
      SyntaxNode argument = all.get(index);
      concrete |= !lifetime && isConcrete(argument);
      boolean only = list.namedChildren().size() == 1;
      edits.replace(
          place.file(), only ? withTurbofish(list) : Declarations.withComma(argument), "");
    }
    return concrete;
  }

  private static dev.rustmend.text.TextRange withTurbofish(SyntaxNode list) {
    List<SyntaxNode> before =
        list.parent().orElseThrow().children().stream()
            .takeWhile(node -> !node.equals(list))
            .toList();
    boolean turbofish = !before.isEmpty() && before.getLast().is("::");
    return turbofish ? before.getLast().range().cover(list.range()) : list.range();
  }

  private static boolean isUse(SyntaxNode node, String type) {
    return Set.of("generic_type", "generic_type_with_turbofish", "generic_function")
            .contains(node.kind())
        && node.child("type_arguments").isPresent()
        && node.child("type")
            .or(() -> node.child("function"))
            .filter(named -> CrateFiles.baseName(named).equals(type))
            .isPresent();
  }

  /// Whether an argument is a type of its own and no parameter of the item around it.
  private static boolean isConcrete(SyntaxNode argument) {
    String name = argument.text();
    if (name.equals("_")) {
      return false;
    }
    var scopes = new ArrayList<SyntaxNode>(argument.ancestors().toList());
    return scopes.stream()
        .flatMap(scope -> Declarations.generics(scope).stream())
        .noneMatch(parameter -> Declarations.name(parameter).equals(name));
  }
}
