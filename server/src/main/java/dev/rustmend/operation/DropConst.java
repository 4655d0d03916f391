package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.List;
import java.util.Optional;

/// Makes a `const fn` an ordinary function.
///
/// Answers E0379 (functions of traits can not be `const`), and E0493 and E0015 in a `const fn`
/// whose body does what can not be done when the program is compiled, and functions that are both
/// `const` and `async`.
final class DropConst implements Operation {
  @Override
  public String name() {
    return "drop-const";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> function = site.enclosing("function_item", "function_signature_item");
    Optional<SyntaxNode> word =
        function
            .flatMap(f -> Declarations.childOf(f, "function_modifiers"))
            .flatMap(m -> m.children().stream().filter(c -> c.is("const")).findFirst());
    if (word.isEmpty()) {
      return List.of();
    }
    TextRange range = new TextRange(word.get().range().start(), word.get().range().end() + 1);
    boolean async = word.get().parent().filter(all -> all.text().contains("async")).isPresent();
    String title =
        async ? "Drop `const` from the async function `%s`" : "Make `%s` an ordinary function";
    return Declarations.one(
        title.formatted(Declarations.name(function.orElseThrow())), site.edits().delete(range), 10);
  }
}
