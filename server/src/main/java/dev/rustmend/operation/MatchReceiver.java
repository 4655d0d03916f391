package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Gives a trait's method and its implementation the same receiver.
///
/// rustc says in a label which receiver the other side has: ```&self` used in trait`` (E0186) or
/// ```&self` used in impl`` (E0185).
final class MatchReceiver implements Operation {
  private static final Pattern USED = Pattern.compile("^`(.*self.*)` used in (?:trait|impl)$");
  private static final int CHANGES_TRAIT = 30;

  @Override
  public String name() {
    return "match-receiver";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> function = site.enclosing("function_item");
    Optional<String> receiver = site.find(USED);
    if (function.isEmpty() || receiver.isEmpty()) {
      return List.of();
    }
    String name = Declarations.name(function.get());
    Optional<CrateFiles.Item> trait =
        Nodes.above(function.get(), "impl_item")
            .flatMap(Declarations::traitName)
            .flatMap(called -> Declarations.trait(site, called));
    Optional<SyntaxNode> declared = trait.flatMap(t -> Declarations.member(t.node(), name));
    Optional<SyntaxNode> own = receiver(function.get());
    var found = new ArrayList<Proposal>();
    if (own.isEmpty()) {
      String text =
          declared.flatMap(MatchReceiver::receiver).map(SyntaxNode::text).orElse(receiver.get());
      Edits edits = site.edits();
      add(edits, Place.of(site.file(), function.get()), text);
      found.addAll(
          Declarations.one("Take `%s` in `%s` as the trait does".formatted(text, name), edits));
      return found;
    }
    boolean used =
        function
            .get()
            .child("body")
            .filter(body -> Declarations.mentions(body, "self"))
            .isPresent();
    if (!used) {
      found.addAll(
          Declarations.one(
              "Remove `%s` from `%s`, as the trait has none".formatted(own.get().text(), name),
              site.edits().delete(Declarations.withComma(own.get()))));
    }
    if (declared.isPresent()) {
      Edits edits = site.edits();
      add(edits, Place.of(trait.orElseThrow().file(), declared.get()), own.get().text());
      found.addAll(
          Declarations.one(
              "Declare `%s` in the trait's `%s`".formatted(own.get().text(), name),
              edits,
              used ? 0 : CHANGES_TRAIT));
    }
    return found;
  }

  static Optional<SyntaxNode> receiver(SyntaxNode function) {
    return function.child("parameters").map(SyntaxNode::namedChildren).orElse(List.of()).stream()
        .filter(node ->
            node.is("self_parameter")
                || node.child("pattern")
                    .filter(pattern -> pattern.text().equals("self"))
                    .isPresent())
        .findFirst();
  }

  private static void add(Edits edits, Place function, String receiver) {
    SyntaxNode list = function.node().child("parameters").orElseThrow();
    String comma = list.namedChildren().isEmpty() ? "" : ", ";
    edits.insert(function.file(), list.range().start() + 1, receiver + comma);
  }
}
