package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Gives a `Cow` the local value instead of a reference to it (E0515, E0597, E0716):
/// `Cow::Borrowed(text.as_str())` becomes `Cow::Owned(text)`.
///
/// A `Cow` can hold either, so its type stays as it is.
final class OwnInCow implements Operation {
  private static final Pattern WHOLE =
      Pattern.compile("&?(\\w+)(\\[\\.\\.\\]|\\.(as_str|as_slice|as_ref|as_path|borrow)\\(\\))?");

  @Override
  public String name() {
    return "own-in-cow";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    SyntaxNode node = site.node();
    return Stream.concat(node.descendants(), node.ancestors())
        .filter(call -> call.is("call_expression") && Nodes.arguments(call).size() == 1)
        .filter(call -> variant(call).isPresent())
        .findFirst()
        .map(call -> owned(site, call))
        .orElse(List.of());
  }

  /// The name `Borrowed` of `Cow::Borrowed(…)`.
  private static Optional<SyntaxNode> variant(SyntaxNode call) {
    return call.child("function")
        .filter(function -> function.text().endsWith("Cow::Borrowed"))
        .flatMap(function -> function.child("name"));
  }

  private static List<Proposal> owned(Site site, SyntaxNode call) {
    SyntaxNode argument = Nodes.arguments(call).getFirst();
    var whole = WHOLE.matcher(argument.text());
    boolean local = whole.matches() && Bindings.binding(argument, whole.group(1)).isPresent();
    String value = local ? whole.group(1) : Nodes.operand(argument) + ".to_owned()";
    Edits edits = site.edits().replace(argument, value);
    variant(call).ifPresent(name -> edits.replace(name, "Owned"));
    return Declarations.one("Keep %s itself in the `Cow`".formatted(Value.name(argument)), edits);
  }
}
