package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Builds the one struct that a function takes from the parts that were passed one by one.
///
/// rustc counts (E0061), ``takes 1 argument but 2 arguments were supplied``. The crate's struct is
/// built by its `new` where that takes as many arguments, else by a literal.
final class BuildArgument implements Operation {
  private static final Pattern COUNT =
      Pattern.compile("takes (\\d+) arguments? but (\\d+) arguments? (?:was|were) supplied");
  private static final int LITERAL = 6;

  @Override
  public String name() {
    return "build-argument";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Matcher count = COUNT.matcher(site.diagnostic().message());
    Optional<SyntaxNode> call = site.enclosing("call_expression");
    Optional<Callee> callee = call.flatMap(node -> Callee.of(site, node));
    if (!count.find() || callee.isEmpty()) {
      return List.of();
    }
    List<SyntaxNode> given = callee.get().arguments();
    List<SyntaxNode> parameters = Callee.parameters(callee.get().function());
    int parts = given.size() - parameters.size() + 1;
    if (parts < 2 || parameters.isEmpty()) {
      return List.of();
    }
    for (int at = 0; at < parameters.size(); at++) {
      Optional<Proposal> built = built(site, parameters.get(at), given.subList(at, at + parts));
      if (built.isPresent()) {
        return List.of(built.get());
      }
    }
    return List.of();
  }

  private static Optional<Proposal> built(Site site, SyntaxNode parameter, List<SyntaxNode> parts) {
    RustType type = RustType.of(parameter.child("type").map(SyntaxNode::text).orElse("_"));
    String name = type.bare().name();
    var types = new LocalTypes(site.crate());
    Map<String, RustType> fields = types.fields(name);
    Optional<SyntaxNode> constructor =
        types
            .methods(name, "new")
            .filter(each -> !Named.isMethod(each) && Named.parameters(each).size() == parts.size())
            .findFirst();
    if (fields.size() != parts.size() && constructor.isEmpty()) {
      return Optional.empty();
    }
    TextRange range = parts.getFirst().range().cover(parts.getLast().range());
    String lent = type.isReference() ? type.isMutableReference() ? "&mut " : "&" : "";
    if (constructor.isPresent()) {
      return proposal(site.edits().wrap(range, lent + name + "::new(", ")"), name, 0);
    }
    if (fields.containsKey("0")) {
      return proposal(site.edits().wrap(range, lent + name + "(", ")"), name, LITERAL);
    }
    Edits edits = site.edits();
    int i = 0;
    for (String field : fields.keySet()) {
      SyntaxNode part = parts.get(i);
      String head = i == 0 ? lent + name + " { " : "";
      String tail = i == parts.size() - 1 ? " }" : "";
      String label = part.text().equals(field) ? "" : field + ": ";
      edits.wrap(part.range(), head + label, tail);
      i++;
    }
    return proposal(edits, name, LITERAL);
  }

  private static Optional<Proposal> proposal(Edits edits, String name, int penalty) {
    return edits
        .patch()
        .map(patch ->
            Proposal.of("Pass one `%s` of the values".formatted(name), patch).penalized(penalty));
  }
}
