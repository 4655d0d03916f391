package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Supplies the generic arguments that a type in a declaration lacks.
///
/// Answers E0107 at a type: `_` where rustc infers (the type of a `let`, a turbofish); a parameter
/// of the same name that is in scope; else the enclosing impl, function or type declares the
/// parameter itself, with the bounds that the type asks for. A turbofish that nothing determines
/// repeats the type that was given, for a person to take.
final class SupplyTypeParameters implements Operation {
  private static final int ARBITRARY = 40;

  @Override
  public String name() {
    return "supply-type-parameters";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    SyntaxNode named = site.node();
    Optional<SyntaxNode> definition =
        Declarations.type(site, CrateFiles.baseName(named))
            .map(CrateFiles.Item::node)
            .or(() ->
                Declarations.trait(site, CrateFiles.baseName(named)).map(CrateFiles.Item::node));
    boolean turbofish =
        Nodes.above(named, "generic_function").isPresent() || named.is("generic_function");
    if (turbofish) {
      return turbofish(site, named);
    }
    if (Nodes.function(named).isPresent() && isInferred(named)) {
      return inferred(site, named, definition);
    }
    return definition.map(type -> declared(site, named, type)).orElse(List.of());
  }

  private static boolean isInferred(SyntaxNode named) {
    return Stream.concat(Stream.of(named), named.ancestors())
        .takeWhile(up -> !up.is("block"))
        .anyMatch(up ->
            up.is("let_declaration")
                || up.is("type_cast_expression")
                || up.is("closure_parameters"));
  }

  private static List<Proposal> inferred(
      Site site, SyntaxNode named, Optional<SyntaxNode> definition) {
    int wanted =
        definition
            .map(type -> Declarations.generics(type).size())
            .orElseGet(() ->
                Set.of("HashMap", "BTreeMap", "Result").contains(CrateFiles.baseName(named))
                    ? 2
                    : 1);
    List<SyntaxNode> given = given(named);
    if (given.size() >= wanted) {
      return List.of();
    }
    String holes = String.join(", ", java.util.Collections.nCopies(wanted - given.size(), "_"));
    Edits edits = site.edits();
    if (given.isEmpty()) {
      edits.insert(named.range().end(), "<" + holes + ">");
    } else {
      edits.insert(given.getLast().range().end(), ", " + holes);
    }
    return Declarations.one(
        "Let the arguments of `%s` be inferred".formatted(CrateFiles.baseName(named)), edits);
  }

  private static List<SyntaxNode> given(SyntaxNode named) {
    SyntaxNode whole =
        named
            .parent()
            .filter(up -> up.is("generic_type") && up.range().start() == named.range().start())
            .orElse(named);
    return whole.child("type_arguments").map(SyntaxNode::namedChildren).orElse(List.of());
  }

  private static List<Proposal> turbofish(Site site, SyntaxNode named) {
    SyntaxNode call =
        named.is("generic_function") ? named : Nodes.above(named, "generic_function").orElseThrow();
    String function = call.child("function").map(CrateFiles::baseName).orElse("");
    List<CrateFiles.Item> found =
        site.crate().definitions(function).stream()
            .filter(item -> item.node().is("function_item"))
            .toList();
    Optional<SyntaxNode> list = call.child("type_arguments");
    if (found.size() != 1 || list.isEmpty()) {
      return List.of();
    }
    int wanted =
        (int)
            Declarations.generics(found.getFirst().node()).stream()
                .filter(p -> !p.is("lifetime_parameter"))
                .count();
    List<SyntaxNode> given = list.get().namedChildren();
    int missing = wanted - given.size();
    if (missing <= 0 || given.isEmpty()) {
      return List.of();
    }
    var proposals = new ArrayList<Proposal>();
    for (String fill : List.of("_", given.getLast().text())) {
      String more = ", " + String.join(", ", java.util.Collections.nCopies(missing, fill));
      Edits edits = site.edits().insert(given.getLast().range().end(), more);
      String title =
          fill.equals("_")
              ? "Let the remaining arguments of `%s` be inferred".formatted(function)
              : "Give `%s` the type `%s` for the remaining parameters".formatted(function, fill);
      Declarations.one(title, edits, fill.equals("_") ? 0 : ARBITRARY).stream()
          .map(made -> fill.equals("_") ? made : made.inventing())
          .forEach(proposals::add);
    }
    Edits front = site.edits().insert(given.getFirst().range().start(), "_, ".repeat(missing));
    proposals.addAll(
        Declarations.one(
            "Let the first arguments of `%s` be inferred".formatted(function), front, 2));
    return proposals;
  }

  private static List<Proposal> declared(Site site, SyntaxNode named, SyntaxNode type) {
    List<SyntaxNode> given = given(named);
    List<SyntaxNode> all = Declarations.generics(type);
    boolean lifetimes =
        given.stream().anyMatch(node -> node.is("lifetime"))
            || all.stream().noneMatch(p -> p.is("lifetime_parameter"));
    List<SyntaxNode> missing =
        all.stream()
            .filter(p -> lifetimes ? !p.is("lifetime_parameter") : true)
            .skip(given.stream().filter(n -> !n.is("lifetime")).count())
            .filter(p -> p.child("default_type").isEmpty())
            .toList();
    Optional<SyntaxNode> owner = owner(named);
    if (missing.isEmpty() || owner.isEmpty()) {
      return List.of();
    }
    Edits edits = site.edits();
    var names = new ArrayList<String>();
    boolean declares = false;
    for (SyntaxNode parameter : missing) {
      String name = Declarations.name(parameter);
      names.add(name);
      if (!inScope(named, name)) {
        Declarations.declare(
            edits, Place.of(site.file(), owner.get()), Declarations.withoutDefault(parameter));
        declares = true;
      }
    }
    String list = String.join(", ", names);
    if (given.isEmpty()) {
      edits.insert(named.range().end(), "<" + list + ">");
    } else {
      edits.insert(given.getLast().range().end(), ", " + list);
    }
    String title =
        declares
            ? "Declare `%s` and use it for `%s`".formatted(list, CrateFiles.baseName(named))
            : "Use `%s` for the parameter of `%s`".formatted(list, CrateFiles.baseName(named));
    boolean header = owner.get().is("impl_item");
    return Declarations.one(title, edits, declares && !header ? ARBITRARY / 2 : 0);
  }

  /// The item that can declare a parameter for the type: the impl for its own header, a function
  /// for its signature, a type for its fields.
  private static Optional<SyntaxNode> owner(SyntaxNode named) {
    return Nodes.above(
            named,
            "function_item",
            "function_signature_item",
            "impl_item",
            "struct_item",
            "enum_item",
            "type_item")
        .filter(item ->
            item.child("body").filter(body -> body.range().encloses(named.range())).isEmpty()
                || Declarations.isTypeItem(item));
  }

  private static boolean inScope(SyntaxNode named, String parameter) {
    return named
        .ancestors()
        .flatMap(up -> Declarations.generics(up).stream())
        .anyMatch(p -> Declarations.name(p).equals(parameter));
  }
}
