package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lets a closure keep what it captured, so that it can be called again: it goes through the
/// elements by reference, or uses a clone each time.
///
/// rustc notes that the ``closure cannot be invoked more than once because it moves the variable
/// `data` out of its environment`` (E0382, E0525) and points at the move.
final class KeepCaptured implements Operation {
  private static final int CLONE = 10;

  @Override
  public String name() {
    return "keep-captured";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<Place> place =
        site.noted("closure cannot be invoked more than once because it moves …").stream()
            .filter(noted -> noted.file().equals(site.file()))
            .filter(noted -> noted.node().is("identifier"))
            .findFirst();
    if (place.isEmpty()) {
      return List.of();
    }
    SyntaxNode moved = place.get().node();
    var found = new ArrayList<Proposal>();
    moved
        .parent()
        .filter(up -> up.is("field_expression"))
        .flatMap(up -> up.child("field"))
        .filter(field -> field.text().equals("into_iter"))
        .flatMap(field -> site.edits().replace(field, "iter").patch())
        .map(patch ->
            Proposal.of("Go through `%s` without consuming it".formatted(moved.text()), patch))
        .ifPresent(found::add);
    found.addAll(
        Declarations.one(
            "Use a clone of `%s` in each call".formatted(moved.text()),
            site.edits().insert(moved.range().end(), ".clone()"),
            CLONE));
    return found;
  }
}
