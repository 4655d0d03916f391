package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Says whose associated item is meant: `<Type as Trait>::Item` for `Trait::Item` or `Type::Item`.
///
/// Answers E0223 (a type) and E0790 (a function, where the type goes in front). A parameter with
/// the trait as its bound and `Self` in the trait come before the types that implement it; which of
/// several types is meant only the author knows, so a person chooses.
final class QualifyAssociatedType implements Operation {
  private static final Map<String, String> STANDARD =
      Map.of(
          "Item",
          "Iterator",
          "Output",
          "std::ops::Add",
          "Target",
          "std::ops::Deref",
          "Err",
          "std::str::FromStr",
          "Error",
          "TryFrom",
          "IntoIter",
          "IntoIterator");
  private static final int STEP = 6;

  @Override
  public String name() {
    return "qualify-associated-type";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> path =
        Declarations.at(site.node(), "scoped_type_identifier", "scoped_identifier")
            .or(() ->
                site.node()
                    .descendants()
                    .filter(n -> n.is("scoped_type_identifier") || n.is("scoped_identifier"))
                    .findFirst());
    Optional<SyntaxNode> owner = path.flatMap(p -> p.child("path"));
    if (owner.isEmpty()) {
      return List.of();
    }
    String item = Declarations.name(path.orElseThrow());
    String named = CrateFiles.baseName(owner.get());
    boolean function = path.get().is("scoped_identifier");
    var texts = new LinkedHashSet<String>();
    boolean guessed = false;
    if (Declarations.trait(site, named).isPresent()) {
      String trait = owner.get().text();
      parameters(path.get(), named).forEach(p -> texts.add(p + "::" + item));
      boolean shown = !texts.isEmpty();
      for (CrateFiles.Item impl : Declarations.implementations(site, named)) {
        String type = impl.node().child("type").map(SyntaxNode::text).orElse("");
        boolean open = !Declarations.generics(impl.node()).isEmpty();
        if (!open) {
          texts.add(
              function && type.matches("\\w+")
                  ? type + "::" + item
                  : "<" + type + " as " + trait + ">::" + item);
        }
      }
      guessed = !shown && texts.size() > 1;
    } else {
      for (CrateFiles.Item impl : site.crate().impls(named)) {
        Optional<SyntaxNode> trait = impl.node().child("trait");
        if (trait.isPresent() && Declarations.member(impl.node(), item).isPresent()) {
          texts.add("<" + owner.get().text() + " as " + trait.get().text() + ">::" + item);
        }
      }
      if (texts.isEmpty() && STANDARD.containsKey(item)) {
        texts.add("<" + owner.get().text() + " as " + STANDARD.get(item) + ">::" + item);
      }
    }
    var found = new ArrayList<Proposal>();
    for (String text : texts.stream().limit(4).toList()) {
      boolean choice = guessed;
      Declarations.one(
              "Write `%s`".formatted(text),
              site.edits().replace(path.get(), text),
              found.size() * STEP)
          .stream()
          .map(proposal -> choice ? proposal.inventing() : proposal)
          .forEach(found::add);
    }
    return found;
  }

  private static List<String> parameters(SyntaxNode path, String trait) {
    var names = new ArrayList<String>();
    path.ancestors()
        .flatMap(up -> Declarations.generics(up).stream())
        .filter(p -> p.child("bounds").filter(b -> Declarations.mentions(b, trait)).isPresent())
        .forEach(p -> names.add(Declarations.name(p)));
    if (Nodes.above(path, "trait_item")
        .filter(t -> Declarations.name(t).equals(trait))
        .isPresent()) {
      names.add("Self");
    }
    return names;
  }
}
