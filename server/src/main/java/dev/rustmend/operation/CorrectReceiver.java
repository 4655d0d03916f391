package dev.rustmend.operation;

import dev.rustmend.syntax.Damage;
import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Gives a method a receiver that Rust accepts, or makes the receiver an ordinary parameter.
///
/// Answers E0307 and E0801: `self` is of the impl's own type, a reference or smart pointer to it. A
/// reference to something else becomes `&self`; where the body does not treat it as the type, it
/// becomes a parameter.
final class CorrectReceiver implements Operation {
  private static final int PARAMETER = 20;

  @Override
  public String name() {
    return "correct-receiver";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> function = site.enclosing("function_item", "function_signature_item");
    Optional<SyntaxNode> receiver = function.flatMap(MatchReceiver::receiver);
    Optional<SyntaxNode> type = receiver.flatMap(r -> r.child("type"));
    if (type.isEmpty()) {
      return List.of();
    }
    Edits own = site.edits();
    var found = new ArrayList<Proposal>();
    String text = type.get().text();
    String form = text.startsWith("&mut") ? "&mut self" : text.startsWith("&") ? "&self" : "self";
    List<SyntaxNode> generic =
        Declarations.generics(function.get()).stream()
            .filter(p -> Declarations.name(p).equals(text))
            .toList();
    generic.forEach(p -> own.delete(Declarations.withComma(p)));
    String better = generic.isEmpty() ? form : "&self";
    own.replace(receiver.get(), better);
    found.addAll(proposal("Take `%s`".formatted(better), own, 0));
    if (!form.startsWith("&") && generic.isEmpty()) {
      Edits edits = site.edits().replace(receiver.get(), "&self");
      found.addAll(proposal("Take `&self`", edits, PARAMETER / 4));
    }
    if (generic.isEmpty()) {
      found.addAll(parameter(site, function.get()));
    }
    return found;
  }

  private static List<Proposal> proposal(String title, Edits edits, int penalty) {
    return edits.patch().stream()
        .map(patch -> Proposal.of(title, patch).penalized(penalty).admitting(Damage.Kind.PARAMETER))
        .toList();
  }

  private static List<Proposal> parameter(Site site, SyntaxNode function) {
    String name =
        List.of("value", "input", "source").stream()
            .filter(each -> Declarations.named(function, each).isEmpty())
            .findFirst()
            .orElse("this");
    Edits edits = site.edits();
    function
        .descendants()
        .filter(node -> node.is("self"))
        .forEach(node -> edits.replace(node, name));
    return proposal("Make the receiver a parameter `%s`".formatted(name), edits, PARAMETER);
  }
}
