package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.SyntaxNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Makes a function of a closure that returns what it was lent: `fn first(line: &str) -> &str`.
///
/// In the type of a closure parameter and result have lifetimes of their own; in a function the one
/// is that of the other. Only for a closure in a variable, with the types of all parameters
/// written, that uses no variable from around it.
final class TurnClosureIntoFunction implements Operation {
  private static final Pattern RESULT =
      Pattern.compile("return type of closure is (&'\\w+ .+|&\\S.*)");

  @Override
  public String name() {
    return "turn-closure-into-function";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> closure = site.enclosing("closure_expression");
    Optional<SyntaxNode> let =
        closure.flatMap(SyntaxNode::parent).filter(up -> up.is("let_declaration"));
    Optional<SyntaxNode> name =
        let.flatMap(node -> node.child("pattern")).filter(node -> node.is("identifier"));
    Optional<String> result = site.find(RESULT);
    if (name.isEmpty() || result.isEmpty() || !isPlain(closure.get())) {
      return List.of();
    }
    String parameters = closure.get().child("parameters").map(SyntaxNode::text).orElse("||");
    SyntaxNode body = closure.get().child("body").orElseThrow();
    String block = body.is("block") ? body.text() : "{ " + body.text() + " }";
    String function =
        "fn %s(%s) -> %s %s"
            .formatted(
                name.get().text(),
                parameters.substring(1, parameters.length() - 1),
                RustType.of(result.get()).text(),
                block);
    return Declarations.one(
        "Make `%s` a function".formatted(name.get().text()),
        site.edits().replace(let.get(), function));
  }

  /// Whether all parameters have a type, and nothing is used from outside.
  private static boolean isPlain(SyntaxNode closure) {
    List<SyntaxNode> parameters =
        closure.child("parameters").map(SyntaxNode::namedChildren).orElse(List.of());
    Optional<SyntaxNode> body = closure.child("body");
    Set<String> outside = new HashSet<>(Bindings.visible(closure).keySet());
    return body.isPresent()
        && closure.child("return_type").isEmpty()
        && closure.children().stream().noneMatch(child -> child.is("move") || child.is("async"))
        && parameters.stream().allMatch(parameter -> parameter.child("type").isPresent())
        && Flow.mentioned(body.get()).stream()
            .filter(outside::contains)
            .allMatch(name -> isParameter(parameters, name));
  }

  private static boolean isParameter(List<SyntaxNode> parameters, String name) {
    return parameters.stream()
        .flatMap(parameter -> parameter.child("pattern").stream())
        .anyMatch(pattern -> Declarations.mentions(pattern, name));
  }
}
