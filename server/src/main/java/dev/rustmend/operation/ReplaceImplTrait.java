package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Names the type that `impl Trait` leaves open where it can not stand.
///
/// Answers E0562 (in a field: a parameter of the type, or a boxed trait object), E0666 and E0657
/// (nested in another `impl`: a parameter of the function, or the type that the one impl says).
final class ReplaceImplTrait implements Operation {
  private static final int BOXED = 10;

  @Override
  public String name() {
    return "replace-impl-trait";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> type =
        Declarations.at(site.node(), "abstract_type")
            .or(() -> site.node().descendants().filter(n -> n.is("abstract_type")).findFirst());
    if (type.isEmpty()) {
      return List.of();
    }
    SyntaxNode whole = type.get().parent().filter(up -> up.is("bounded_type")).orElse(type.get());
    String bounds = whole.text().replaceFirst("^impl\\s+", "");
    var found = new ArrayList<Proposal>();
    Optional<SyntaxNode> binding = Nodes.above(whole, "type_binding");
    if (binding.isPresent()) {
      found.addAll(concrete(site, whole, binding.get()));
    }
    Optional<SyntaxNode> item =
        Nodes.above(whole, "function_item", "struct_item", "enum_item", "type_item")
            .filter(i -> !i.is("function_item") || Nodes.above(whole, "parameter").isPresent());
    if (item.isPresent()) {
      String name =
          bounds.startsWith("Fn") && Declarations.named(item.get(), "F").isEmpty()
              ? "F"
              : Declarations.freshParameter(item.get());
      Edits edits = site.edits();
      Declarations.declare(edits, Place.of(site.file(), item.get()), name + ": " + bounds);
      edits.replace(whole, name);
      found.addAll(
          Declarations.one("Declare a parameter `%s` with the bound".formatted(name), edits));
    }
    if (Nodes.above(whole, "field_declaration_list", "ordered_field_declaration_list", "type_item")
        .isPresent()) {
      found.addAll(
          Declarations.one(
              "Store a boxed trait object",
              site.edits().replace(whole, "Box<dyn " + bounds + ">"),
              BOXED));
    }
    return found;
  }

  /// What the crate's impl of the trait around says for the associated type.
  private static List<Proposal> concrete(Site site, SyntaxNode whole, SyntaxNode binding) {
    String trait = Nodes.above(binding, "generic_type").map(CrateFiles::baseName).orElse("");
    String type = Declarations.name(binding);
    var found = new ArrayList<Proposal>();
    for (CrateFiles.Item impl : Declarations.implementations(site, trait)) {
      Declarations.member(impl.node(), type)
          .flatMap(member -> member.child("type"))
          .ifPresent(value ->
              found.addAll(
                  Declarations.one(
                      "Name the type `%s`".formatted(value.text()),
                      site.edits().replace(whole, value.text()))));
    }
    return found.stream().limit(3).toList();
  }
}
