package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Renames a variable that hides the function of its name, where that is called behind it.
///
/// Answers E0618. The variable's uses follow, those in format strings as well; calls stay with the
/// function.
final class RenameHidingVariable implements Operation {

  @Override
  public String name() {
    return "rename-hiding-variable";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> called =
        Declarations.at(site.node(), "call_expression")
            .flatMap(call -> call.child("function"))
            .filter(function -> function.is("identifier"));
    Optional<SyntaxNode> binding = called.flatMap(node -> Bindings.binding(node, node.text()));
    if (binding.isEmpty() || !isFunction(site, binding.get().text())) {
      return List.of();
    }
    String name = binding.get().text();
    String fresh = FreshName.of(binding.get(), name + "_value");
    Edits edits = site.edits().replace(binding.get(), fresh);
    Bindings.uses(binding.get()).stream()
        .filter(use -> !isCalled(use))
        .forEach(use -> edits.replace(use, fresh));
    Nodes.above(binding.get(), "block")
        .ifPresent(block -> captures(block, binding.get(), fresh, edits));
    return Declarations.one("Rename the variable `%s` to `%s`".formatted(name, fresh), edits);
  }

  private static boolean isFunction(Site site, String name) {
    return site.crate().definitions(name).stream()
        .anyMatch(item -> item.node().is("function_item") && Modules.isFree(item));
  }

  private static boolean isCalled(SyntaxNode use) {
    return use.parent().filter(up -> up.is("call_expression")).isPresent()
        && use.field().filter("function"::equals).isPresent();
  }

  /// The places `{name}` in format strings behind the binding.
  private static void captures(SyntaxNode block, SyntaxNode binding, String fresh, Edits edits) {
    Pattern place = Pattern.compile("(?<!\\{)\\{(" + Pattern.quote(binding.text()) + ")[:}]");
    block
        .descendants()
        .filter(node -> node.is("string_literal"))
        .filter(node -> node.range().start() > binding.range().end())
        .filter(node -> node.text().chars().allMatch(c -> c < 128))
        .forEach(node -> {
          Matcher found = place.matcher(node.text());
          while (found.find()) {
            int start = node.range().start() + found.start(1);
            edits.replace(new TextRange(start, start + binding.text().length()), fresh);
          }
        });
  }
}
