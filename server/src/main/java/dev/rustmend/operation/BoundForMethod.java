package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Asks of a type parameter what the impl with the called method asks of it: ``trait bound `T: Eq`
/// was not satisfied`` (E0599), where rustc points at the impl and proposes nothing.
///
/// The bound goes to the others of the parameter: behind its name, or into the `where` clause when
/// that is where they are.
final class BoundForMethod implements Operation {
  private static final Pattern LACKING =
      Pattern.compile("(?:trait bound )?`(\\w+): ([\\w:]+)`(?: was not satisfied)?");
  private static final int SIGNATURE = 20;

  @Override
  public String name() {
    return "bound-for-method";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    return site.remarks().stream()
        .filter(remark -> remark.contains("not satisfied"))
        .flatMap(remark -> LACKING.matcher(remark).results())
        .map(found -> found.group(1) + ": " + found.group(2))
        .distinct()
        .flatMap(bound -> asked(site, bound).stream())
        .toList();
  }

  private static Optional<Proposal> asked(Site site, String bound) {
    Matcher parts = LACKING.matcher("`" + bound + "`");
    if (!parts.matches()) {
      return Optional.empty();
    }
    String name = parts.group(1);
    String trait = parts.group(2);
    return owner(site.node(), name)
        .flatMap(owner -> end(owner, name))
        .flatMap(end ->
            site.edits().insert(end.range().end(), (isBounds(end) ? " + " : ": ") + trait).patch())
        .map(patch ->
            Proposal.of("Ask `%s` of `%s`".formatted(trait, name), patch).penalized(SIGNATURE));
  }

  /// The nearest item around that declares the parameter.
  private static Optional<SyntaxNode> owner(SyntaxNode place, String parameter) {
    return place
        .ancestors()
        .filter(item ->
            Declarations.generics(item).stream()
                .anyMatch(
                    each -> each.is("type_parameter") && Declarations.name(each).equals(parameter)))
        .findFirst();
  }

  /// The bounds that the parameter has, or else its name.
  private static Optional<SyntaxNode> end(SyntaxNode owner, String parameter) {
    Stream<SyntaxNode> inWhere =
        owner.children().stream()
            .filter(child -> child.is("where_clause"))
            .flatMap(clause -> clause.namedChildren().stream())
            .filter(each ->
                each.child("left").filter(left -> left.text().equals(parameter)).isPresent())
            .flatMap(each -> each.child("bounds").stream());
    Stream<SyntaxNode> declared =
        Declarations.generics(owner).stream()
            .filter(each -> Declarations.name(each).equals(parameter))
            .flatMap(each -> each.child("bounds").or(() -> each.child("name")).stream());
    List<SyntaxNode> places = Stream.concat(inWhere, declared).toList();
    return places.stream()
        .filter(BoundForMethod::isBounds)
        .findFirst()
        .or(() -> places.stream().findFirst());
  }

  private static boolean isBounds(SyntaxNode node) {
    return node.is("trait_bounds");
  }
}
