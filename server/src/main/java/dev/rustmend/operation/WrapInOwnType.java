package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Implements a foreign trait for a wrapper of the crate's own, where the type is foreign, a
/// parameter or a trait object; `self` in the methods becomes `self.0`.
///
/// Answers E0117, E0120 and E0210. Where the impl is for a reference to a type of the crate, it
/// goes to the type itself (E0120, E0206).
final class WrapInOwnType implements Operation {
  private static final Set<String> OPERATORS =
      Set.of("Add", "Sub", "Mul", "Div", "Rem", "Neg", "Not", "Index", "Deref");
  private static final int WRAPS = 40;

  @Override
  public String name() {
    return "wrap-in-own-type";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> impl =
        site.enclosing("impl_item").filter(i -> i.child("trait").isPresent());
    Optional<SyntaxNode> type = impl.flatMap(i -> i.child("type"));
    if (type.isEmpty()) {
      return List.of();
    }
    Optional<SyntaxNode> inner =
        type.get().is("reference_type") ? type.get().child("type") : Optional.empty();
    if (inner
        .filter(t -> Declarations.type(site, CrateFiles.baseName(t)).isPresent())
        .isPresent()) {
      return Declarations.one(
          "Implement it for `%s` itself".formatted(inner.get().text()),
          site.edits().replace(type.get(), inner.get().text()));
    }
    boolean foreign =
        impl.flatMap(Declarations::traitName)
            .filter(t -> Declarations.trait(site, t).isEmpty())
            .isPresent();
    if (!foreign || OPERATORS.contains(Declarations.traitName(impl.get()).orElse(""))) {
      return List.of();
    }
    return wrapped(site, impl.get(), type.get());
  }

  private static List<Proposal> wrapped(Site site, SyntaxNode impl, SyntaxNode type) {
    String generics = Declarations.declared(impl);
    Optional<SyntaxNode> parameter =
        Declarations.generics(impl).stream()
            .filter(p -> Declarations.name(p).equals(type.text()))
            .findFirst();
    boolean drop = Declarations.traitName(impl).filter("Drop"::equals).isPresent();
    String object = type.text().replaceFirst("^\\(?dyn\\s+", "").replaceFirst("\\)$", "");
    boolean unsized = type.is("dynamic_type") || Declarations.trait(site, object).isPresent();
    String own = site.crate().definitions("Wrapper").isEmpty() ? "Wrapper" : "Wrapper2";
    String indent = Declarations.indent(impl);
    Edits edits = site.edits();
    String head;
    String used;
    if (unsized) {
      head = "struct " + own + "<T: " + object + ">(T);";
      used = own + "<T>";
      Declarations.declare(edits, Place.of(site.file(), impl), "T: " + object);
    } else if (parameter.isPresent()) {
      String name = Declarations.name(parameter.get());
      head = "struct " + own + "<" + (drop ? parameter.get().text() : name) + ">(" + name + ");";
      used = own + "<" + name + ">";
    } else {
      head = "struct " + own + generics + "(" + type.text() + ");";
      used = own + Declarations.arguments(impl);
    }
    edits.insert(Declarations.start(impl), head + "\n\n" + indent);
    edits.replace(type, used);
    impl.child("body").stream()
        .flatMap(SyntaxNode::descendants)
        .filter(node -> node.is("self"))
        .filter(node ->
            node.parent()
                .filter(up -> up.is("self_parameter") || up.is("parameter") || up.is("use_list"))
                .isEmpty())
        .forEach(node -> edits.insert(node.range().end(), ".0"));
    return Declarations.one(
        "Implement it for a wrapper `%s` of `%s`".formatted(own, type.text()), edits, WRAPS);
  }
}
