package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;

/// Asks for an auto trait where a pointer to a trait object is made, so that a cast need not add
/// it.
///
/// Answers E0804 at a cast of a variable whose type is written.
final class AddAutoTrait implements Operation {
  @Override
  public String name() {
    return "add-auto-trait";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    String auto = site.quoted().stream().findFirst().orElse("");
    Optional<SyntaxNode> cast = site.enclosing("type_cast_expression");
    Optional<SyntaxNode> variable =
        cast.flatMap(c -> c.child("value")).filter(v -> v.is("identifier"));
    Optional<SyntaxNode> type =
        variable
            .flatMap(v -> Bindings.binding(v, v.text()))
            .flatMap(SyntaxNode::parent)
            .flatMap(p -> p.child("type"));
    Optional<SyntaxNode> object =
        type.flatMap(t -> t.descendants().filter(n -> n.is("dynamic_type")).findFirst());
    if (object.isEmpty() || auto.isEmpty()) {
      return List.of();
    }
    Edits edits = site.edits();
    boolean bounded = object.get().parent().filter(up -> up.is("bounded_type")).isPresent();
    if (bounded) {
      edits.insert(object.get().range().end(), " + " + auto);
    } else {
      edits.wrap(object.get().range(), "(", " + " + auto + ")");
    }
    return Declarations.one(
        "Ask for `%s` where `%s` is declared".formatted(auto, variable.orElseThrow().text()),
        edits);
  }
}
