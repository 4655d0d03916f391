package dev.rustmend.operation;

import dev.rustmend.syntax.Damage;
import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Derives `Copy` on the small plain type of this crate that was moved, or `Clone` on any type of
/// this crate together with a `.clone()` at the move.
///
/// rustc names the type in "has type `T`, which does not implement the `Copy` trait" (E0382, E0505,
/// E0507 to E0509).
final class DeriveForMove implements Operation {
  private static final Pattern TYPE =
      Pattern.compile("type `([^`]*)`, which does not implement the `Copy` trait");
  private static final int COPY = 16;
  private static final int CLONE = 36;

  @Override
  public String name() {
    return "derive-for-move";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    String name = typeName(site);
    List<CrateFiles.Item> types = site.crate().types(name);
    if (types.size() != 1) {
      return List.of();
    }
    var found = new ArrayList<Proposal>();
    CrateFiles.Item type = types.getFirst();
    if (Derives.fieldTypes(type.node()).size() <= 4) {
      Edits edits = site.edits();
      if (Derives.add(site, edits, type, List.of("Clone", "Copy"))) {
        edits
            .patch()
            .ifPresent(patch ->
                found.add(
                    Proposal.of("Derive `Copy` for `%s`".formatted(name), patch).penalized(COPY)));
      }
    }
    cloned(site, type).ifPresent(found::add);
    return found;
  }

  /// The name of the type that is moved, without path and arguments; empty when rustc tells none.
  static String typeName(Site site) {
    return site.find(TYPE).orElse("").replaceAll("<.*", "").replaceAll(".*::", "");
  }

  private static Optional<Proposal> cloned(Site site, CrateFiles.Item type) {
    Optional<SyntaxNode> moved = MovedValue.of(site).filter(Nodes::isAtom);
    Edits edits = site.edits();
    if (moved.isEmpty()
        || !Derives.add(site, edits, type, List.of("Clone"))
        || edits.patch().isEmpty()) {
      return Optional.empty();
    }
    edits.insert(moved.get().range().end(), ".clone()");
    String title =
        "Derive `Clone` for `%s` and clone `%s`".formatted(type.item().name(), moved.get().text());
    return edits
        .patch()
        .map(patch -> Proposal.of(title, patch).penalized(CLONE))
        .map(made -> Derives.isNested(type) ? made.admitting(Damage.Kind.VALUE) : made);
  }
}
