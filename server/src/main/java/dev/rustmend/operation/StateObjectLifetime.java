package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// States the one lifetime bound of a trait object.
///
/// Answers E0226, where there are two; E0227 and E0228, where none can be deduced: each lifetime in
/// scope is tried, then one of the item's own, then `'static`. Where the traits name shorter lives
/// (E0227), `'static` forbids objects that were allowed: only a person takes it.
final class StateObjectLifetime implements Operation {
  private static final int STATIC = 30;

  @Override
  public String name() {
    return "state-object-lifetime";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    if (site.diagnostic().codeText().equals("E0226")) {
      return surplus(site);
    }
    Optional<SyntaxNode> object =
        Declarations.at(site.node(), "dynamic_type")
            .or(() -> site.node().descendants().filter(n -> n.is("dynamic_type")).findFirst());
    if (object.isEmpty()) {
      return List.of();
    }
    var found = new ArrayList<Proposal>();
    boolean reference = object.get().parent().filter(up -> up.is("reference_type")).isPresent();
    List<String> lifetimes =
        object
            .get()
            .ancestors()
            .flatMap(up -> Declarations.generics(up).stream())
            .filter(p -> p.is("lifetime_parameter"))
            .map(Declarations::name)
            .distinct()
            .toList();
    for (String lifetime : lifetimes) {
      found.addAll(bounded(site, object.get(), lifetime, reference, 0));
    }
    found.addAll(own(site, object.get(), reference, lifetimes));
    List<Proposal> forever = bounded(site, object.get(), "'static", reference, STATIC);
    boolean forbids = site.diagnostic().codeText().equals("E0227");
    found.addAll(forbids ? forever.stream().map(Proposal::inventing).toList() : forever);
    return found;
  }

  private static List<Proposal> bounded(
      Site site, SyntaxNode object, String lifetime, boolean reference, int penalty) {
    Edits edits = site.edits();
    insert(edits, object, lifetime, reference);
    return Declarations.one(
        "State the lifetime `%s` of the trait object".formatted(lifetime), edits, penalty);
  }

  private static void insert(Edits edits, SyntaxNode object, String lifetime, boolean reference) {
    if (reference) {
      edits.wrap(object.range(), "(", " + " + lifetime + ")");
    } else {
      edits.insert(object.range().end(), " + " + lifetime);
    }
  }

  /// A lifetime of the item's own that outlives nothing longer than each of the others.
  private static List<Proposal> own(
      Site site, SyntaxNode object, boolean reference, List<String> lifetimes) {
    Optional<SyntaxNode> item = Nodes.above(object, "struct_item", "enum_item");
    List<SyntaxNode> parameters =
        item.map(Declarations::generics).orElse(List.of()).stream()
            .filter(p -> p.is("lifetime_parameter") && p.child("bounds").isEmpty())
            .toList();
    if (item.isEmpty() || parameters.isEmpty() || lifetimes.isEmpty()) {
      return List.of();
    }
    String fresh = Declarations.freshLifetime(item.get());
    Edits edits = site.edits();
    edits.insert(
        parameters.getLast().range().end(), ", " + fresh + ": " + String.join(" + ", lifetimes));
    insert(edits, object, fresh, reference);
    return Declarations.one(
        "Declare a lifetime `%s` for the trait object".formatted(fresh), edits, STATIC / 2);
  }

  private static List<Proposal> surplus(Site site) {
    Optional<SyntaxNode> second = Declarations.at(site.node(), "lifetime");
    Optional<SyntaxNode> outer = second.flatMap(node -> Nodes.above(node, "bounded_type"));
    if (outer.isEmpty()) {
      return List.of();
    }
    List<SyntaxNode> all =
        outer
            .get()
            .descendants()
            .filter(
                n -> n.is("lifetime") && n.parent().filter(up -> up.is("bounded_type")).isPresent())
            .toList();
    var found = new ArrayList<Proposal>();
    for (SyntaxNode each : all.reversed()) {
      String text = outer.get().text();
      String gone = each.text();
      String kept =
          text.replaceFirst("\\s*\\+\\s*" + java.util.regex.Pattern.quote(gone) + "\\b", "");
      found.addAll(
          Declarations.one(
              "Remove the lifetime bound `%s`".formatted(gone),
              site.edits().replace(outer.get(), kept),
              found.size() * 2));
    }
    return found;
  }
}
