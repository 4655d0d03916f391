package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Re-exports an item from the module around the private one that a path goes through, and leaves
/// the private module out of the path.
///
/// rustc points at the private module in the path (E0603) and at its declaration. The item itself
/// must be public; how the crate is divided stays an internal matter.
final class ReExport implements Operation {
  private static final int INTERFACE = 25;

  @Override
  public String name() {
    return "re-export";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<Place> module =
        Stream.concat(site.noted("…defined here…").stream(), site.labeled("…defined here").stream())
            .filter(place -> !place.equals(site.primary()))
            .findFirst()
            .filter(place -> site.crate().trees().containsKey(place.file()));
    Optional<SyntaxNode> declared =
        module.flatMap(place -> place.tree().enclosing(place.range(), Set.of("mod_item")));
    Optional<SyntaxNode> path = around(site.node());
    Optional<SyntaxNode> name = path.flatMap(whole -> whole.child("name"));
    if (declared.isEmpty() || name.isEmpty() || !isNamed(site, declared.get())) {
      return List.of();
    }
    var modules = site.crate().modules();
    List<String> inside =
        Stream.concat(
                modules.path(module.get().file(), declared.get()).stream(),
                Stream.of(Named.name(declared.get())))
            .toList();
    boolean open =
        modules.inModule(inside, name.get().text()).stream()
            .anyMatch(item ->
                item.node().children().stream()
                    .anyMatch(
                        child -> child.is("visibility_modifier") && child.text().equals("pub")));
    if (!open || isExported(declared.get(), name.get().text())) {
      return List.of();
    }
    int start = Declarations.start(declared.get());
    String indent = Declarations.indent(declared.get());
    String what = Named.name(declared.get()) + "::" + name.get().text();
    Edits edits = site.edits();
    edits.insert(module.get().file(), start, "pub use %s;\n%s".formatted(what, indent));
    edits.delete(new TextRange(site.primary().range().start(), name.get().range().start()));
    return Declarations.one(
        "Re-export `%s` and leave `%s` out of the path"
            .formatted(name.get().text(), Named.name(declared.get())),
        edits,
        INTERFACE);
  }

  private static boolean isNamed(Site site, SyntaxNode module) {
    return site.primary().text().equals(Named.name(module));
  }

  /// The part of the path that ends right behind the private module: `a::m::Item` of a longer one.
  private static Optional<SyntaxNode> around(SyntaxNode segment) {
    return segment
        .ancestors()
        .takeWhile(up -> up.kind().startsWith("scoped_"))
        .filter(up ->
            up.child("path")
                .filter(path -> path.range().end() == segment.range().end())
                .isPresent())
        .findFirst();
  }

  /// Whether the module around has a `pub use` that mentions the item.
  private static boolean isExported(SyntaxNode module, String name) {
    return module.parent().stream()
        .flatMap(list -> list.namedChildren().stream())
        .filter(item -> item.is("use_declaration") && item.text().startsWith("pub"))
        .anyMatch(item -> item.text().matches("(?s).*\\b" + name + "\\b.*|.*\\*\\s*;"));
  }
}
