package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Moves a `derive` that stands at something else to the type it is meant for.
///
/// Answers E0774: at an impl it goes to the impl's type; at an associated type it becomes the
/// type's bounds; at a function it goes to the type behind it or before it.
final class MoveDerive implements Operation {
  @Override
  public String name() {
    return "move-derive";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> attribute =
        site.enclosing("attribute_item").filter(a -> a.text().contains("derive"));
    Optional<SyntaxNode> item = attribute.flatMap(DropCopyFromDerive::following);
    if (item.isEmpty()) {
      return List.of();
    }
    String traits =
        attribute
            .get()
            .text()
            .replaceFirst("(?s)^#\\[\\s*derive\\s*\\((.*)\\)\\s*]$", "$1")
            .strip();
    if (item.get().is("associated_type")) {
      Edits edits = site.edits();
      edits.deleteLine(site.file(), site.text(), attribute.get().range());
      String bounds = traits.replaceAll("\\s*,\\s*", " + ");
      boolean bounded = item.get().child("bounds").isPresent();
      edits.insert(
          item.get().child("bounds").or(() -> item.get().child("name")).orElseThrow().range().end(),
          (bounded ? " + " : ": ") + bounds);
      return Declarations.one(
          "Ask for `%s` as a bound of `%s`".formatted(bounds, Declarations.name(item.get())),
          edits);
    }
    var found = new ArrayList<Proposal>();
    for (CrateFiles.Item type : targets(site, item.get())) {
      Edits edits = site.edits();
      edits.deleteLine(site.file(), site.text(), attribute.get().range());
      Optional<SyntaxNode> own =
          Declarations.attributes(type.node()).stream()
              .filter(a -> a.text().startsWith("#[derive("))
              .findFirst();
      if (own.isPresent()) {
        edits.insert(type.file(), own.get().range().end() - 2, ", " + traits);
      } else {
        edits.insert(
            type.file(),
            type.node().range().start(),
            "#[derive(" + traits + ")]\n" + Declarations.indent(type.node()));
      }
      found.addAll(
          Declarations.one(
              "Derive `%s` for `%s`".formatted(traits, type.item().name()), edits, found.size()));
    }
    return found;
  }

  private static List<CrateFiles.Item> targets(Site site, SyntaxNode item) {
    Optional<CrateFiles.Item> own =
        item.child("type").map(CrateFiles::baseName).flatMap(name -> Declarations.type(site, name));
    if (own.isPresent()) {
      return List.of(own.get());
    }
    return site.crate().items().stream()
        .filter(each -> Declarations.isTypeItem(each.node()) && each.file().equals(site.file()))
        .sorted(
            java.util.Comparator.comparingInt(
                each -> Math.abs(each.node().range().start() - item.range().start())))
        .limit(2)
        .toList();
  }
}
