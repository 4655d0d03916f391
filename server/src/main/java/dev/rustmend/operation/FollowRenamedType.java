package dev.rustmend.operation;

import dev.rustmend.syntax.ItemKind;
import dev.rustmend.syntax.SyntaxNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Follows the new name of a type whose old name is still used, wherever the file uses it.
///
/// The type is known by what the old name is used with: the variants and functions behind `::` and
/// the fields between braces. Only one type of the crate may have all of them; a name that is used
/// with nothing tells too little.
final class FollowRenamedType implements Operation {
  private static final Set<String> NAMES = Set.of("identifier", "type_identifier");
  private static final int PENALTY = 6;

  @Override
  public String name() {
    return "follow-renamed-type";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    String old = site.primary().text();
    if (!NearNames.isTypeName(old) || !site.crate().definitions(old).isEmpty()) {
      return List.of();
    }
    List<SyntaxNode> uses =
        site.tree()
            .root()
            .descendants()
            .filter(node -> NAMES.contains(node.kind()) && node.text().equals(old))
            .filter(FollowRenamedType::beginsPath)
            .toList();
    Set<String> wanted = members(uses);
    if (wanted.isEmpty()) {
      return List.of();
    }
    List<CrateFiles.Item> fitting =
        site.crate().free().stream().filter(isTypeWith(site, wanted)).toList();
    return fitting.size() == 1 ? renamed(site, uses, old, fitting.getFirst()) : List.of();
  }

  private static List<Proposal> renamed(
      Site site, List<SyntaxNode> uses, String old, CrateFiles.Item type) {
    Optional<String> route = site.crate().modules().route(site.primary(), type);
    String name = Named.name(type.node());
    Edits edits = site.edits();
    uses.forEach(use -> edits.replace(use, name));
    boolean inScope = route.filter(name::equals).isPresent();
    if (!inScope && route.isPresent()) {
      UseDeclarations.add(edits, site.primary(), route.get());
    }
    return route.isEmpty()
        ? List.of()
        : Declarations.one(
            "Write `%s` instead of `%s` wherever the file names it".formatted(name, old),
            edits,
            PENALTY);
  }

  /// Whether nothing stands before it in its path: `a::Old` is another module's.
  private static boolean beginsPath(SyntaxNode node) {
    return node.parent()
        .filter(up -> up.kind().startsWith("scoped_"))
        .flatMap(up -> up.child("name"))
        .filter(node::equals)
        .isEmpty();
  }

  /// What the name is used with: `Circle` of `Old::Circle`, `width` of `Old { width: 1 }`.
  private static Set<String> members(List<SyntaxNode> uses) {
    var members = new HashSet<String>();
    for (SyntaxNode use : uses) {
      Optional<SyntaxNode> up = use.parent();
      up.filter(path -> path.kind().startsWith("scoped_"))
          .flatMap(path -> path.child("name"))
          .ifPresent(name -> members.add(name.text()));
      up.filter(literal -> literal.is("struct_expression") || literal.is("struct_pattern"))
          .map(FollowRenamedType::fields)
          .ifPresent(members::addAll);
    }
    return members;
  }

  private static List<String> fields(SyntaxNode literal) {
    Stream<SyntaxNode> inside =
        literal.is("struct_pattern")
            ? literal.namedChildren().stream()
            : literal.child("body").stream().flatMap(body -> body.namedChildren().stream());
    return inside
        .flatMap(field -> field.child("field").or(() -> field.child("name")).stream())
        .map(SyntaxNode::text)
        .toList();
  }

  private static Predicate<CrateFiles.Item> isTypeWith(Site site, Set<String> wanted) {
    return item -> {
      boolean type =
          item.item().kind() == ItemKind.STRUCT
              || item.item().kind() == ItemKind.ENUM
              || item.item().kind() == ItemKind.UNION;
      return type && has(site, item.node(), wanted);
    };
  }

  private static boolean has(Site site, SyntaxNode type, Set<String> wanted) {
    var names = new HashSet<String>();
    Named.variants(type).forEach(variant -> names.add(Named.name(variant)));
    Named.fields(type).forEach(field -> names.add(Named.name(field)));
    site.crate().impls(Named.name(type)).stream()
        .flatMap(impl -> Declarations.members(impl.node()).stream())
        .forEach(member -> names.add(Declarations.name(member)));
    return names.containsAll(wanted);
  }
}
