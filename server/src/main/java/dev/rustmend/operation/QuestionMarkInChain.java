package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Ends an operand with `?` where an operator meets the `Option` or `Result` around the value, in a
/// function that returns the same.
///
/// Rust facts it relies on: `*` and `!` are not defined for `Option` and `Result`; `?` hands the
/// failure to the caller, whose type must be of the same kind.
final class QuestionMarkInChain implements Operation {
  private static final Pattern WRAPPED =
      Pattern.compile(
          "(?:type|unary operator `[!*-]` to type) `(?:&(?:mut"
              + " )?)?(?:std::option::|std::result::)?(Option|Result)<");

  @Override
  public String name() {
    return "question-mark-in-chain";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Matcher message = WRAPPED.matcher(site.diagnostic().message());
    if (!message.find()) {
      return List.of();
    }
    String wrapper = message.group(1);
    Optional<SyntaxNode> operand =
        Named.at(site, "unary_expression")
            .flatMap(unary -> unary.namedChildren().stream().reduce((_, last) -> last));
    boolean returns =
        Nodes.function(site.node())
            .filter(function -> function.is("function_item"))
            .flatMap(function -> function.child("return_type"))
            .filter(type -> CrateFiles.baseName(type).equals(wrapper))
            .isPresent();
    return operand.filter(_ -> returns).stream()
        .filter(node -> Nodes.isAtom(node))
        .flatMap(node -> site.edits().insert(node.range().end(), "?").patch().stream())
        .map(patch -> Proposal.of("Hand the failure to the caller with `?`", patch))
        .toList();
  }
}
