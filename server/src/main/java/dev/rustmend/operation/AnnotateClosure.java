package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Writes the types of the parameters of a closure in a variable, where they are references.
///
/// A parameter without a type is one reference with one lifetime, found by the first use; with `&T`
/// it is a reference of any. rustc says that the implementation "is not general enough", and in a
/// note which signature the closure has.
final class AnnotateClosure implements Operation {
  private static final Pattern SIGNATURE =
      Pattern.compile("closure with signature `(?:for<.*> )?fn\\((.+?)\\)(?: -> .*)?` must .*");

  @Override
  public String name() {
    return "annotate-closure";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<String> signature = site.find(SIGNATURE);
    List<RustType> types =
        signature.map(text -> RustType.of("(" + text + ")").parts()).orElse(List.of());
    if (types.stream().noneMatch(RustType::isReference)) {
      return List.of();
    }
    return site.node()
        .descendants()
        .filter(node -> node.is("identifier"))
        .flatMap(node -> closure(node).stream())
        .flatMap(closure -> annotated(site, closure, types).stream())
        .limit(1)
        .toList();
  }

  private static Optional<SyntaxNode> closure(SyntaxNode use) {
    return Bindings.binding(use, use.text())
        .flatMap(SyntaxNode::parent)
        .filter(up -> up.is("let_declaration"))
        .flatMap(let -> let.child("value"))
        .filter(value -> value.is("closure_expression"));
  }

  private static List<Proposal> annotated(Site site, SyntaxNode closure, List<RustType> types) {
    List<SyntaxNode> parameters =
        closure.child("parameters").map(SyntaxNode::namedChildren).orElse(List.of());
    if (parameters.size() != types.size()) {
      return List.of();
    }
    Edits edits = site.edits();
    var written = new ArrayList<String>();
    for (int i = 0; i < types.size(); i++) {
      boolean bare = parameters.get(i).is("identifier");
      if (bare && types.get(i).isReference() && types.get(i).isWritable()) {
        edits.insert(parameters.get(i).range().end(), ": " + types.get(i).shortText());
        written.add(parameters.get(i).text() + ": " + types.get(i).shortText());
      }
    }
    return Declarations.one(
        "Write the type of the parameter: `%s`".formatted(String.join(", ", written)), edits);
  }
}
