package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Gives the parameters of a closure the types that it is called with.
///
/// Where it takes another number of them (E0593), several become one that is taken apart as a
/// tuple, and missing ones are ignored.
///
/// rustc says `type mismatch in closure arguments` (E0631) and notes ``expected closure signature
/// `fn(A) -> _` `` and the found one.
final class AdaptClosure implements Operation {
  private static final Pattern EXPECTED =
      Pattern.compile(
          "expected (?:closure|function) signature `(?:for<[^>]*> )?fn\\((.*)\\) -> .*`");

  private static final Pattern ARITY =
      Pattern.compile(
          "^closure is expected to take (\\d+) (?:distinct )?arguments?, but it takes (?:a single )?(\\d+)[- ]");

  @Override
  public String name() {
    return "adapt-closure";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Matcher arity = ARITY.matcher(site.diagnostic().message());
    if (arity.find()) {
      return counted(site, Integer.parseInt(arity.group(1)), Integer.parseInt(arity.group(2)));
    }
    Optional<String> signature = Optional.empty();
    for (String remark : site.remarks()) {
      Matcher expected = EXPECTED.matcher(remark);
      signature =
          signature.or(() -> expected.find() ? Optional.of(expected.group(1)) : Optional.empty());
    }
    Optional<SyntaxNode> closure =
        site.labeled("found signature defined here").stream()
            .map(Place::node)
            .findFirst()
            .or(() -> Optional.of(site.node()))
            .flatMap(node ->
                node.is("closure_expression")
                    ? Optional.of(node)
                    : node.descendants()
                        .filter(part -> part.is("closure_expression"))
                        .findFirst()
                        .or(() -> Nodes.above(node, "closure_expression")));
    if (signature.isEmpty() || closure.isEmpty()) {
      return List.of();
    }
    List<RustType> types = RustType.of("(" + signature.get() + ")").parts();
    List<SyntaxNode> parameters =
        closure.get().child("parameters").map(SyntaxNode::namedChildren).orElse(List.of());
    Edits edits = site.edits();
    var names = new ArrayList<String>();
    for (int i = 0; i < Math.min(types.size(), parameters.size()); i++) {
      RustType wanted = types.get(i);
      SyntaxNode parameter = parameters.get(i);
      Optional<SyntaxNode> type = parameter.child("type");
      if (type.isPresent() && wanted.isWritable() && !RustType.of(type.get().text()).fits(wanted)) {
        edits.replace(type.get(), wanted.shortText());
        names.add(parameter.child("pattern").map(SyntaxNode::text).orElse("_"));
      } else if (type.isEmpty() && parameter.is("reference_pattern") && !wanted.isReference()) {
        edits.replace(parameter, parameter.text().substring(1));
        names.add(parameter.text());
      }
    }
    return names.isEmpty()
        ? List.of()
        : edits
            .patch()
            .map(patch ->
                Proposal.of(
                    "Take `" + String.join("`, `", names) + "` as the type that is passed", patch))
            .stream()
            .toList();
  }

  private static List<Proposal> counted(Site site, int expected, int taken) {
    Optional<SyntaxNode> closure =
        site.labeled("takes …").stream()
            .map(Place::node)
            .findFirst()
            .or(() -> Optional.of(site.node()))
            .flatMap(node -> Declarations.at(node, "closure_expression"));
    Optional<SyntaxNode> list = closure.flatMap(node -> node.child("parameters"));
    List<SyntaxNode> parameters = list.map(SyntaxNode::namedChildren).orElse(List.of());
    if (list.isEmpty() || parameters.size() != taken) {
      return List.of();
    }
    if (expected == 1 && taken > 1) {
      int start = parameters.getFirst().range().start();
      Edits edits = site.edits().insert(start, "(").insert(parameters.getLast().range().end(), ")");
      return Declarations.one("Take the argument apart as a tuple", edits);
    }
    if (taken == 0 || expected < taken) {
      return List.of();
    }
    String ignored = ", _".repeat(expected - taken);
    return Declarations.one(
        "Take the other arguments as well and ignore them",
        site.edits().insert(parameters.getLast().range().end(), ignored));
  }
}
