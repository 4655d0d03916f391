package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Derives `Copy`, and `Clone` with it, for the crate's own type of the field that keeps another
/// type from being `Copy`.
///
/// Answers E0204: a label of rustc's points at each such field.
final class DeriveCopyForFields implements Operation {
  @Override
  public String name() {
    return "derive-copy-for-fields";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    List<String> types =
        site.labeled("this field does not implement `Copy`").stream()
            .flatMap(place -> fieldType(place).stream())
            .distinct()
            .toList();
    if (types.isEmpty()) {
      return List.of();
    }
    Edits edits = site.edits();
    for (String name : types) {
      Optional<CrateFiles.Item> type = Declarations.type(site, name);
      if (type.isEmpty()) {
        return List.of();
      }
      derive(edits, type.get().file(), type.get().node());
    }
    return Declarations.one(
        "Derive `Copy` for `%s` too".formatted(String.join("`, `", types)), edits);
  }

  private static Optional<String> fieldType(Place place) {
    SyntaxNode node = place.node();
    return Optional.of(CrateFiles.baseName(node.child("type").orElse(node)));
  }

  private static void derive(Edits edits, Path file, SyntaxNode type) {
    Optional<SyntaxNode> attribute =
        Declarations.attributes(type).stream()
            .filter(node -> node.text().startsWith("#[derive("))
            .findFirst();
    if (attribute.isEmpty()) {
      String indent = Declarations.indent(type);
      edits.insert(file, type.range().start(), "#[derive(Clone, Copy)]\n" + indent);
      return;
    }
    String more = attribute.get().text().contains("Clone") ? "Copy" : "Clone, Copy";
    boolean empty = attribute.get().text().replaceAll("\\s", "").equals("#[derive()]");
    edits.insert(file, attribute.get().range().end() - 2, empty ? more : ", " + more);
  }
}
