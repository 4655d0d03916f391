package dev.rustmend.operation;

import dev.rustmend.syntax.Damage;
import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Gives the place that takes a value a clone of it, or a reference to it where that place accepts
/// one, so that the value is still there for the use behind (E0382, E0505, E0507, E0508, E0509).
final class CloneAtMove implements Operation {
  private static final int CLONE = 16;

  @Override
  public String name() {
    return "clone-at-move";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> moved = MovedValue.of(site).filter(Nodes::isAtom);
    if (moved.isEmpty() || isEnded(moved.get())) {
      return List.of();
    }
    SyntaxNode value = moved.get();
    var found = new ArrayList<Proposal>();
    boolean receiver = value.parent().filter(up -> up.is("field_expression")).isPresent();
    // what is assigned to through the old name afterwards can not be borrowed meanwhile
    boolean assigned = site.diagnostic().message().startsWith("assign to part of moved value");
    Optional<SyntaxNode> block = borrowedBlock(value);
    if (block.isPresent()) {
      site.edits()
          .replace(block.get(), value.text())
          .patch()
          .ifPresent(patch ->
              found.add(
                  Proposal.of(
                      "Leave out the block, which moves `%s`".formatted(value.text()), patch)));
    } else if (!receiver && !assigned && !takesOwnedType(site)) {
      site.edits()
          .insert(value.range().start(), "&")
          .patch()
          .ifPresent(
              patch -> found.add(Proposal.of("Borrow `%s` here".formatted(value.text()), patch)));
    }
    boolean nest = Derives.isUnclonedNest(site, DeriveForMove.typeName(site));
    site.edits()
        .insert(value.range().end(), ".clone()")
        .patch()
        .map(
            patch -> Proposal.of("Clone `%s` here".formatted(value.text()), patch).penalized(CLONE))
        .map(made -> nest ? made.admitting(Damage.Kind.VALUE) : made)
        .ifPresent(found::add);
    return List.copyOf(found);
  }

  /// The block of nothing but `value` that is borrowed as a whole: `&{ value }`.
  private static Optional<SyntaxNode> borrowedBlock(SyntaxNode value) {
    return value
        .parent()
        .filter(up -> up.is("block"))
        .filter(block -> block.text().replaceAll("[{}\\s]", "").equals(value.text()))
        .filter(block -> block.parent().filter(up -> up.is("reference_expression")).isPresent());
  }

  /// Whether the value is given to a parameter that rustc shows and that has a type of its own, not
  /// one that the caller chooses: a reference does not fit there.
  private static boolean takesOwnedType(Site site) {
    return site.noted("this parameter takes ownership of the value").stream()
        .map(Place::node)
        .anyMatch(type ->
            !type.is("abstract_type")
                && Nodes.above(type, "function_item")
                    .flatMap(function -> function.child("type_parameters"))
                    .filter(parameters ->
                        parameters
                            .text()
                            .matches("(?s).*\\b" + Pattern.quote(type.text()) + "\\b.*"))
                    .isEmpty());
  }

  /// Whether the value is given to a function that only ends its life: a copy would defeat that.
  private static boolean isEnded(SyntaxNode value) {
    return value
        .parent()
        .filter(up -> up.is("arguments"))
        .flatMap(SyntaxNode::parent)
        .flatMap(call -> call.child("function"))
        .filter(f -> f.text().matches("((std::)?mem::)?(drop|forget)"))
        .isPresent();
  }
}
