package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// States an associated type at the supertraits that declare it, not at the trait that inherits it
/// twice; or on the bound of a parameter, not in the path of a type.
///
/// Answers E0222 and E0229.
final class BoundEachSupertrait implements Operation {
  @Override
  public String name() {
    return "bound-each-supertrait";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> binding = Declarations.at(site.node(), "type_binding");
    Optional<SyntaxNode> bound = binding.flatMap(b -> Nodes.above(b, "generic_type"));
    if (bound.isEmpty()) {
      return List.of();
    }
    return site.diagnostic().codeText().equals("E0222")
        ? inherited(site, binding.orElseThrow(), bound.get())
        : moved(site, binding.orElseThrow(), bound.get());
  }

  private static List<Proposal> inherited(Site site, SyntaxNode binding, SyntaxNode bound) {
    String type = Declarations.name(binding);
    String trait = bound.child("type").map(SyntaxNode::text).orElse("");
    List<String> owners =
        Declarations.trait(site, CrateFiles.baseName(bound)).stream()
            .flatMap(t -> t.node().child("bounds").stream())
            .flatMap(b -> b.namedChildren().stream())
            .filter(s ->
                Declarations.trait(site, CrateFiles.baseName(s))
                    .flatMap(t -> Declarations.member(t.node(), type))
                    .isPresent())
            .map(SyntaxNode::text)
            .toList();
    var choices = new ArrayList<List<String>>();
    owners.forEach(owner -> choices.add(List.of(owner)));
    choices.add(owners);
    Optional<SyntaxNode> object = bound.parent().filter(up -> up.is("dynamic_type"));
    var found = new ArrayList<Proposal>();
    for (List<String> choice : choices) {
      String bounds =
          trait
              + String.join(
                  "",
                  choice.stream()
                      .map(owner -> " + " + owner + "<" + binding.text() + ">")
                      .toList());
      Edits edits = site.edits();
      edits.replace(object.orElse(bound), object.isPresent() ? "impl " + bounds : bounds);
      Declarations.one(
              "State `%s` at `%s`".formatted(binding.text(), String.join("`, `", choice)),
              edits,
              found.size() * 4)
          .stream()
          .map(proposal -> owners.size() == 1 ? proposal : proposal.inventing())
          .forEach(found::add);
    }
    return found;
  }

  /// `I<Item = u32>` becomes `I` with `I: Iterator<Item = u32>`; `<I as Tr<A = B>>::A` likewise.
  private static List<Proposal> moved(Site site, SyntaxNode binding, SyntaxNode path) {
    Optional<SyntaxNode> qualified =
        Nodes.above(path, "qualified_type").filter(q -> q.range().encloses(path.range()));
    String named = path.child("type").map(SyntaxNode::text).orElse("");
    String parameter = qualified.flatMap(q -> q.child("type")).map(SyntaxNode::text).orElse(named);
    Optional<SyntaxNode> declared =
        path.ancestors()
            .flatMap(up -> Declarations.generics(up).stream())
            .filter(p -> Declarations.name(p).equals(parameter))
            .findFirst();
    var found = new ArrayList<Proposal>();
    if (declared.isPresent()) {
      Edits edits = site.edits();
      path.child("type_arguments").ifPresent(list -> edits.delete(list.range()));
      Optional<SyntaxNode> bounds = declared.get().child("bounds");
      Optional<SyntaxNode> first =
          bounds.flatMap(b -> b.namedChildren().stream().filter(Nodes::isType).findFirst());
      if (qualified.isPresent() && first.isEmpty()) {
        edits.insert(declared.get().range().end(), ": " + named + "<" + binding.text() + ">");
      } else if (first.isPresent() && first.get().child("type_arguments").isEmpty()) {
        edits.insert(first.get().range().end(), "<" + binding.text() + ">");
      } else {
        return List.of();
      }
      found.addAll(
          Declarations.one(
              "State `%s` on the bound of `%s`".formatted(binding.text(), parameter), edits));
    }
    binding
        .child("type")
        .ifPresent(type ->
            found.addAll(
                Declarations.one(
                    "Pass `%s` as the argument".formatted(type.text()),
                    site.edits().replace(binding, type.text()),
                    10)));
    return found;
  }
}
