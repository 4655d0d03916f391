package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextRange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Takes the statements of a block that is the value of a `let` out of it, so that what they
/// declare lives as long as the value that borrows from it.
///
/// rustc says ``x` does not live long enough`` (E0597), at the block's last expression, or that a
/// temporary is dropped (E0716), there or in a statement. A name that the block declares must not
/// hide another one that is used afterwards.
final class UnnestBlock implements Operation {
  @Override
  public String name() {
    return "unnest-block";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> block =
        site.node()
            .ancestors()
            .filter(up -> up.is("block"))
            .findFirst()
            .filter(up -> up.field().filter("value"::equals).isPresent());
    Optional<SyntaxNode> let =
        block
            .flatMap(SyntaxNode::parent)
            .filter(up -> up.is("let_declaration") && up.child("alternative").isEmpty());
    Optional<SyntaxNode> tail = block.flatMap(LeafExpressions::tail);
    if (let.isEmpty()
        || tail.isEmpty()
        || !isWithin(site, block.get(), tail.get())
        || Flow.statements(block.get()).size() < 2
        || hides(block.get(), let.get())) {
      return List.of();
    }
    return unnested(site, let.get(), block.get(), tail.get()).stream().toList();
  }

  /// Whether what does not live long enough is the block's value, or a temporary that one of its
  /// statements makes.
  private static boolean isWithin(Site site, SyntaxNode block, SyntaxNode tail) {
    boolean temporary = site.diagnostic().codeText().equals("E0716");
    return (temporary ? block : tail).range().encloses(site.primary().range());
  }

  /// Whether a name of the block is one that is used behind it in another meaning.
  private static boolean hides(SyntaxNode block, SyntaxNode let) {
    return Flow.statements(block).stream()
        .filter(statement -> statement.is("let_declaration"))
        .flatMap(statement -> statement.child("pattern").stream())
        .flatMap(pattern -> Bindings.names(pattern).stream())
        .filter(name -> Bindings.binding(let, name.text()).isPresent())
        .anyMatch(name ->
            let.parent().stream()
                .flatMap(around -> Flow.statements(around).stream())
                .filter(other -> other.range().start() > let.range().start())
                .anyMatch(other -> Declarations.mentions(other, name.text())));
  }

  private static Optional<Proposal> unnested(
      Site site, SyntaxNode let, SyntaxNode block, SyntaxNode tail) {
    SourceText text = site.text();
    String inner = Site.indent(text, tail.range().start());
    String outer = Site.indent(text, let.range().start());
    int open = block.range().start() + 1;
    String body = text.slice(new TextRange(open, tail.range().start())).strip();
    String end = text.slice(new TextRange(tail.range().end(), block.range().end() - 1));
    if (!end.isBlank()) {
      return Optional.empty();
    }
    String statements = dedented(body, inner, outer);
    String value = dedented(tail.text(), inner, outer);
    TextRange start = Lines.withAttributes(let);
    boolean lines = block.text().contains("\n");
    return site.edits()
        .insert(start.start(), statements + (lines ? "\n" + outer : " "))
        .replace(block, value)
        .patch()
        .map(
            patch -> Proposal.of("Declare %s outside of the block".formatted(names(block)), patch));
  }

  private static String names(SyntaxNode block) {
    return Flow.statements(block).stream()
        .filter(statement -> statement.is("let_declaration"))
        .flatMap(statement -> statement.child("pattern").stream())
        .flatMap(pattern -> Bindings.names(pattern).stream())
        .map(name -> "`" + name.text() + "`")
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String dedented(String code, String inner, String outer) {
    return code.lines()
        .map(line -> line.startsWith(inner) ? outer + line.substring(inner.length()) : line)
        .collect(Collectors.joining("\n"));
  }
}
