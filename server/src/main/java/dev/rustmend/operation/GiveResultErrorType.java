package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// Gives a `Result` with one argument its error type.
///
/// Answers E0107 at `Result<T>`. What the function's `Err(…)` hold says which: a string, a literal,
/// or a type of the crate; else the boxed error that `?` converts everything into.
final class GiveResultErrorType implements Operation {
  private static final String BOXED = "Box<dyn std::error::Error>";
  private static final int STEP = 10;

  @Override
  public String name() {
    return "give-result-error-type";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> type =
        Declarations.at(site.node(), "generic_type")
            .filter(node -> CrateFiles.baseName(node).equals("Result"));
    List<SyntaxNode> given =
        type.flatMap(t -> t.child("type_arguments"))
            .map(SyntaxNode::namedChildren)
            .orElse(List.of());
    Optional<SyntaxNode> function =
        type.flatMap(
            t -> Declarations.at(t, "function_item", "function_signature_item", "type_item"));
    if (given.size() != 1 || function.isEmpty()) {
      return List.of();
    }
    var found = new ArrayList<Proposal>();
    for (String error : errors(function.get())) {
      found.addAll(
          Declarations.one(
              "Give the `Result` the error type `%s`".formatted(error),
              site.edits().insert(given.getFirst().range().end(), ", " + error),
              found.size() * STEP));
    }
    return found;
  }

  private static List<String> errors(SyntaxNode function) {
    var types = new LinkedHashSet<String>();
    function
        .descendants()
        .filter(node -> node.is("call_expression"))
        .filter(call -> call.child("function").filter(f -> f.text().equals("Err")).isPresent())
        .flatMap(call -> Nodes.arguments(call).stream().limit(1))
        .map(GiveResultErrorType::typeOf)
        .forEach(type -> type.ifPresent(types::add));
    types.add(BOXED);
    types.add("String");
    return List.copyOf(types);
  }

  private static Optional<String> typeOf(SyntaxNode value) {
    String text = value.text();
    if (value.is("string_literal")) {
      return Optional.of("&'static str");
    }
    if (text.matches("(?s)format!.*|String::from\\(.*|\".*\"\\.(to_string|to_owned|into)\\(\\)")) {
      return Optional.of("String");
    }
    Optional<SyntaxNode> head = value.child("name").or(() -> value.child("function"));
    String path = head.map(SyntaxNode::text).orElse(text);
    if (path.matches("([A-Z]\\w*)(::\\w+)?")) {
      return Optional.of(path.replaceFirst("::.*", ""));
    }
    return Optional.empty();
  }
}
