package dev.rustmend.operation;

import dev.rustmend.syntax.Damage;
import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Gives a method a receiver that Rust accepts, or makes the receiver an ordinary parameter.
///
/// Answers E0307 and E0801: `self` is of the impl's own type, a reference or smart pointer to it. A
/// reference to something else becomes `&self`; where the body does not treat it as the type, it
/// becomes a parameter.
final class CorrectReceiver implements Operation {
  private static final int PARAMETER = 20;
  private static final Pattern LENDING =
      Pattern.compile(":\\s*(?:[\\w:]+::)?Deref(Mut)?\\s*<\\s*Target\\s*=\\s*Self\\s*>");

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
    Optional<String> lent = generic.stream().findFirst().flatMap(CorrectReceiver::lent);
    String better = generic.isEmpty() ? form : lent.orElse("&self");
    own.replace(receiver.get(), better);
    found.addAll(
        lent.isPresent()
            ? Declarations.one("Take `%s`".formatted(better), own)
            : proposal("Take `%s`".formatted(better), own, 0));
    if (!form.startsWith("&") && generic.isEmpty()) {
      Edits edits = site.edits().replace(receiver.get(), "&self");
      found.addAll(proposal("Take `&self`", edits, PARAMETER / 4));
    }
    if (generic.isEmpty()) {
      found.addAll(parameter(site, function.get()));
    }
    return found;
  }

  /// The reference that gives all that a parameter gives of which no more is asked than to be one.
  private static Optional<String> lent(SyntaxNode parameter) {
    Optional<String> bounds = parameter.child("bounds").map(SyntaxNode::text);
    return bounds
        .map(LENDING::matcher)
        .filter(Matcher::matches)
        .map(bound -> bound.group(1) == null ? "&self" : "&mut self");
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
