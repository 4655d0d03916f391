package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Gives the parameters of a closure the types that it is called with.
///
/// rustc says `type mismatch in closure arguments` (E0631) and notes ``expected closure signature
/// `fn(A) -> _` `` and the found one.
final class AdaptClosure implements Operation {
  private static final Pattern EXPECTED =
      Pattern.compile(
          "expected (?:closure|function) signature `(?:for<[^>]*> )?fn\\((.*)\\) -> .*`");

  @Override
  public String name() {
    return "adapt-closure";
  }

  @Override
  public List<Proposal> proposals(Site site) {
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
}
