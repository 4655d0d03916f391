package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;

/// Makes a `Drop` impl as general as its type: for every argument, or with the bounds on the type.
///
/// Answers E0366 (the impl names a concrete argument) and E0367 (the impl has a bound that the type
/// lacks; every other impl of the type that leaves it open gets it too).
final class GeneraliseDrop implements Operation {
  private static final int BOUNDS_TYPE = 10;

  @Override
  public String name() {
    return "generalise-drop";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> impl = site.enclosing("impl_item");
    Optional<SyntaxNode> target = impl.flatMap(i -> i.child("type"));
    Optional<CrateFiles.Item> type =
        target.map(CrateFiles::baseName).flatMap(name -> Declarations.type(site, name));
    if (type.isEmpty()) {
      return List.of();
    }
    return site.diagnostic().codeText().equals("E0366")
        ? general(site, impl.orElseThrow(), target.orElseThrow(), type.get().node())
        : bounded(site, impl.orElseThrow(), target.orElseThrow(), type.get());
  }

  private static List<Proposal> general(
      Site site, SyntaxNode impl, SyntaxNode target, SyntaxNode type) {
    Edits edits = site.edits();
    String generics = Declarations.declared(type);
    Optional<SyntaxNode> old = impl.child("type_parameters");
    if (old.isPresent()) {
      edits.replace(old.get(), generics);
    } else {
      int end =
          impl.children().stream().filter(c -> c.is("impl")).findFirst().orElse(impl).range().end();
      edits.insert(end, generics);
    }
    edits.replace(target, Declarations.name(type) + Declarations.arguments(type));
    return Declarations.one(
        "Implement `Drop` for every `%s`".formatted(Declarations.name(type)), edits);
  }

  private static List<Proposal> bounded(
      Site site, SyntaxNode impl, SyntaxNode target, CrateFiles.Item type) {
    List<SyntaxNode> arguments =
        target.child("type_arguments").map(SyntaxNode::namedChildren).orElse(List.of());
    List<SyntaxNode> own = Declarations.generics(type.node());
    Edits edits = site.edits();
    boolean any = false;
    for (int i = 0; i < Math.min(arguments.size(), own.size()); i++) {
      String bounds = bounds(impl, arguments.get(i).text());
      if (bounds.isEmpty()) {
        continue;
      }
      any = true;
      String old = own.get(i).child("bounds").map(SyntaxNode::text).orElse("");
      if (old.isEmpty()) {
        edits.insert(
            type.file(), own.get(i).child("name").orElseThrow().range().end(), ": " + bounds);
      } else if (!old.contains(bounds)) {
        edits.insert(
            type.file(), own.get(i).child("bounds").orElseThrow().range().end(), " + " + bounds);
      }
      others(site, impl, Declarations.name(type.node()), i, bounds, edits);
    }
    return any
        ? Declarations.one(
            "Put the bound of the `Drop` impl on `%s` too"
                .formatted(Declarations.name(type.node())),
            edits,
            BOUNDS_TYPE)
        : List.of();
  }

  private static String bounds(SyntaxNode impl, String parameter) {
    Optional<SyntaxNode> declared =
        Declarations.generics(impl).stream()
            .filter(p -> Declarations.name(p).equals(parameter))
            .findFirst()
            .flatMap(p -> p.child("bounds"))
            .or(() ->
                Declarations.childOf(impl, "where_clause").stream()
                    .flatMap(c -> c.namedChildren().stream())
                    .filter(
                        p -> p.child("left").filter(l -> l.text().equals(parameter)).isPresent())
                    .findFirst()
                    .flatMap(p -> p.child("bounds")));
    return declared.map(b -> b.text().replaceFirst("^:\\s*", "")).orElse("");
  }

  private static void others(
      Site site, SyntaxNode drop, String type, int index, String bounds, Edits edits) {
    for (CrateFiles.Item impl : site.crate().impls(type)) {
      List<SyntaxNode> arguments =
          impl.node()
              .child("type")
              .flatMap(t -> t.child("type_arguments"))
              .map(SyntaxNode::namedChildren)
              .orElse(List.of());
      if (impl.node().equals(drop) || index >= arguments.size()) {
        continue;
      }
      Declarations.generics(impl.node()).stream()
          .filter(p -> Declarations.name(p).equals(arguments.get(index).text()))
          .filter(p -> !p.text().contains(bounds))
          .forEach(p ->
              edits.insert(
                  impl.file(),
                  p.range().end(),
                  (p.child("bounds").isPresent() ? " + " : ": ") + bounds));
    }
  }
}
