package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Declares a variable early enough for a use that its `let` does not reach: before the inner block
/// whose branches set it, or before the statement that uses it too early.
///
/// A variable ends with the block of its `let`. `let x;` in front and `x = value;` in each branch
/// give the same values to the outer block; rustc checks that every way to the use sets it.
final class HoistVariable implements Operation {
  private static final Set<String> BORDERS =
      Set.of("function_item", "closure_expression", "async_block");
  private static final int MUTABLE = 3;
  private static final int INITIAL = 40;
  private static final int MOVED = 20;

  @Override
  public String name() {
    return "hoist-variable";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    String name = site.quoted().isEmpty() ? "" : site.quoted().getFirst();
    Optional<SyntaxNode> function = Nodes.above(site.node(), "function_item", "closure_expression");
    if (!name.matches("[a-z_]\\w*") || function.isEmpty()) {
      return List.of();
    }
    List<SyntaxNode> lets = lets(function.get(), name);
    var proposals = new ArrayList<Proposal>();
    for (SyntaxNode block : blocks(site)) {
      Optional<SyntaxNode> statement = statementBefore(block, site, lets);
      if (statement.isPresent()) {
        List<SyntaxNode> inside =
            lets.stream()
                .filter(let -> statement.get().range().encloses(let.range()))
                .filter(let -> !let.equals(statement.get()))
                .toList();
        proposals.addAll(hoisted(site, name, statement.get(), inside));
        break;
      }
    }
    proposals.addAll(moved(site, name));
    return proposals;
  }

  private static List<SyntaxNode> lets(SyntaxNode function, String name) {
    return function
        .descendants()
        .filter(node -> node.is("let_declaration"))
        .filter(let -> let.child("pattern").filter(p -> p.text().equals(name)).isPresent())
        .filter(let ->
            let.ancestors()
                .filter(outer -> BORDERS.contains(outer.kind()))
                .findFirst()
                .filter(function::equals)
                .isPresent())
        .toList();
  }

  /// The blocks around the use, the innermost first.
  private static List<SyntaxNode> blocks(Site site) {
    return site.node()
        .ancestors()
        .takeWhile(outer -> !BORDERS.contains(outer.kind()))
        .filter(outer -> outer.is("block"))
        .toList();
  }

  /// The last statement of `block` before the use that declares the variable somewhere inside.
  private static Optional<SyntaxNode> statementBefore(
      SyntaxNode block, Site site, List<SyntaxNode> lets) {
    return block.namedChildren().stream()
        .filter(statement -> statement.range().end() <= site.primary().range().start())
        .filter(statement ->
            lets.stream()
                .anyMatch(let -> statement.range().encloses(let.range()) && !let.equals(statement)))
        .reduce((_, later) -> later);
  }

  private static List<Proposal> hoisted(
      Site site, String name, SyntaxNode statement, List<SyntaxNode> lets) {
    boolean plain = lets.stream().allMatch(let -> let.child("value").isPresent());
    if (!plain) {
      return List.of();
    }
    boolean mutable =
        lets.stream()
            .anyMatch(let -> let.children().stream().anyMatch(c -> c.is("mutable_specifier")));
    String type =
        lets.stream()
            .flatMap(let -> let.child("type").stream())
            .map(node -> ": " + node.text())
            .findFirst()
            .orElse("");
    var proposals = new ArrayList<Proposal>();
    if (!mutable) {
      proposals.addAll(declared(site, statement, lets, "let " + name + type, 0));
    }
    proposals.addAll(declared(site, statement, lets, "let mut " + name + type, MUTABLE));
    initial(lets.getFirst(), type)
        .map(value -> "let mut %s%s = %s".formatted(name, type, value))
        .map(let -> declared(site, statement, lets, let, INITIAL))
        .ifPresent(proposals::addAll);
    return proposals;
  }

  private static List<Proposal> declared(
      Site site, SyntaxNode statement, List<SyntaxNode> lets, String let, int penalty) {
    String indent = Site.indent(site.text(), statement.range().start());
    Edits edits = site.edits().insert(statement.range().start(), let + ";\n" + indent);
    for (SyntaxNode inner : lets) {
      SyntaxNode pattern = inner.child("pattern").orElseThrow();
      int end = inner.child("type").orElse(pattern).range().end();
      edits.delete(new TextRange(inner.range().start(), pattern.range().start()));
      if (end > pattern.range().end()) {
        edits.delete(new TextRange(pattern.range().end(), end));
      }
    }
    return edits.patch().stream()
        .map(patch ->
            Proposal.of("Declare `%s` before the inner block".formatted(let), patch)
                .penalized(penalty))
        .toList();
  }

  /// The empty value of the type that is written or that a literal shows.
  private static Optional<String> initial(SyntaxNode let, String type) {
    SyntaxNode value = let.child("value").orElseThrow();
    String text = value.text();
    return Optional.ofNullable(
        switch (value.kind()) {
          case "integer_literal" -> "0";
          case "float_literal" -> "0.0";
          case "boolean_literal" -> "false";
          case "string_literal" -> "\"\"";
          default ->
              text.startsWith("String::") || text.startsWith("format!")
                  ? "String::new()"
                  : text.startsWith("vec!") || text.startsWith("Vec::")
                      ? "Vec::new()"
                      : byType(type);
        });
  }

  private static @org.jspecify.annotations.Nullable String byType(String type) {
    return switch (type) {
      case ": String" -> "String::new()";
      case ": bool" -> "false";
      case ": &str" -> "\"\"";
      case ": f64", ": f32" -> "0.0";
      default -> type.matches(": [iu](\\d+|size)") ? "0" : null;
    };
  }

  private static boolean introduces(SyntaxNode let, String name) {
    return let.child("pattern").stream()
        .flatMap(pattern -> Stream.concat(Stream.of(pattern), pattern.descendants()))
        .anyMatch(node -> node.is("identifier") && node.text().equals(name));
  }

  /// Moves a later `let` of the same block, or of one around, up before the use.
  private static List<Proposal> moved(Site site, String name) {
    List<SyntaxNode> around =
        site.node()
            .ancestors()
            .takeWhile(outer -> !outer.is("function_item"))
            .filter(outer -> outer.is("block"))
            .toList();
    for (SyntaxNode block : around) {
      Optional<SyntaxNode> let =
          block.namedChildren().stream()
              .filter(each -> each.is("let_declaration") && introduces(each, name))
              .filter(each -> each.range().start() > site.primary().range().end())
              .findFirst();
      Optional<SyntaxNode> use =
          Stream.concat(Stream.of(site.node()), site.node().ancestors())
              .filter(node -> node.parent().filter(block::equals).isPresent())
              .findFirst();
      if (let.isPresent() && use.isPresent()) {
        String indent = Site.indent(site.text(), use.get().range().start());
        return site
            .edits()
            .insert(use.get().range().start(), let.get().text() + "\n" + indent)
            .deleteLine(site.file(), site.text(), let.get().range())
            .patch()
            .stream()
            .map(patch ->
                Proposal.of("Move the declaration of `%s` before its use".formatted(name), patch)
                    .penalized(MOVED))
            .toList();
      }
    }
    return List.of();
  }
}
