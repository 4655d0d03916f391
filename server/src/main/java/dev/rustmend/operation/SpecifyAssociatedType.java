package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// States the associated types of a trait object: what the crate's impls of the trait say, what the
/// function around returns, or a parameter that the item declares.
///
/// Answers E0191, whose message lists the types that are missing.
final class SpecifyAssociatedType implements Operation {
  private static final int GENERIC = 20;

  @Override
  public String name() {
    return "specify-associated-type";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    List<String> quoted = site.quoted();
    SyntaxNode named = site.node();
    SyntaxNode trait = named.is("dynamic_type") ? named.child("trait").orElse(named) : named;
    if (quoted.size() != 2) {
      return List.of();
    }
    String type = quoted.getFirst();
    var found = new ArrayList<Proposal>();
    for (String value : values(site, trait, type)) {
      Edits edits = site.edits();
      state(edits, trait, type + " = " + value);
      found.addAll(
          Declarations.one("State `%s = %s`".formatted(type, value), edits, found.size() * 4));
    }
    found.addAll(generic(site, trait, type));
    return found;
  }

  private static void state(Edits edits, SyntaxNode trait, String constraint) {
    List<SyntaxNode> given =
        trait.child("type_arguments").map(SyntaxNode::namedChildren).orElse(List.of());
    if (given.isEmpty()) {
      edits.insert(trait.range().end(), "<" + constraint + ">");
    } else {
      edits.insert(given.getLast().range().end(), ", " + constraint);
    }
  }

  private static List<String> values(Site site, SyntaxNode trait, String type) {
    var values = new LinkedHashSet<String>();
    for (CrateFiles.Item impl : Declarations.implementations(site, CrateFiles.baseName(trait))) {
      Declarations.member(impl.node(), type)
          .flatMap(member -> member.child("type"))
          .filter(value -> Declarations.generics(impl.node()).isEmpty())
          .map(SyntaxNode::text)
          .filter(text -> !text.contains("Self"))
          .ifPresent(values::add);
    }
    if (values.isEmpty()) {
      Optional<SyntaxNode> function = Nodes.above(trait, "function_item");
      function
          .flatMap(f -> f.child("return_type"))
          .filter(result -> !result.range().encloses(trait.range()))
          .map(SyntaxNode::text)
          .map(text -> text.replaceFirst("^(?:Vec|Option)<(.*)>$", "$1"))
          .ifPresent(values::add);
      if (values.isEmpty() || function.isPresent()) {
        values.addAll(List.of("i32", "u32", "String"));
      }
    }
    return values.stream().limit(4).toList();
  }

  private static List<Proposal> generic(Site site, SyntaxNode trait, String type) {
    Optional<SyntaxNode> item =
        Nodes.above(trait, "function_item", "type_item", "struct_item", "enum_item")
            .filter(i -> !i.is("function_item") || Nodes.above(trait, "parameter").isPresent());
    if (item.isEmpty()) {
      return List.of();
    }
    String name = Declarations.freshParameter(item.get());
    Edits edits = site.edits();
    Declarations.declare(edits, Place.of(site.file(), item.get()), name);
    state(edits, trait, type + " = " + name);
    return Declarations.one("Leave `%s` to a parameter `%s`".formatted(type, name), edits, GENERIC);
  }
}
