package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Turns a variable with a constant value into a constant, or an array whose length is known only
/// at run time into a vector.
///
/// Answers E0435 (a length has to be known when the program is compiled) and E0434 (a function does
/// not see the variables around it). The type comes from the place of use: a length is a `usize`.
final class TurnVariableIntoConstant implements Operation {
  private static final int VECTOR = 10;

  @Override
  public String name() {
    return "turn-variable-into-constant";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    String name = site.primary().text();
    var found = new ArrayList<Proposal>();
    variable(site, name).ifPresent(let -> found.addAll(constant(site, let, name)));
    if (site.diagnostic().codeText().equals("E0435")) {
      found.addAll(vector(site, found.isEmpty() ? VECTOR : 6 * VECTOR));
    }
    return found;
  }

  /// The `let` of the name, that of an outer function where the use stands in an inner one.
  private static Optional<SyntaxNode> variable(Site site, String name) {
    Optional<SyntaxNode> place = Optional.of(site.node());
    while (place.isPresent()) {
      Optional<SyntaxNode> let =
          Bindings.binding(place.get(), name)
              .flatMap(b -> b.parent())
              .filter(up -> up.is("let_declaration"));
      if (let.isPresent()) {
        return let;
      }
      place = Nodes.above(place.get(), "function_item");
    }
    return Optional.empty();
  }

  private static List<Proposal> constant(Site site, SyntaxNode let, String name) {
    Optional<SyntaxNode> value = let.child("value").filter(TurnVariableIntoConstant::isConstant);
    boolean mutable = let.children().stream().anyMatch(c -> c.is("mutable_specifier"));
    if (value.isEmpty() || mutable) {
      return List.of();
    }
    String shout = name.toUpperCase(Locale.ROOT);
    Optional<SyntaxNode> scope = Nodes.above(let, "block");
    boolean renamed =
        scope.isPresent()
            && !scope.get().text().contains("{" + name)
            && Declarations.named(let.tree().root(), shout).isEmpty();
    var found = new ArrayList<Proposal>();
    for (String type : types(site, let, value.get())) {
      Edits edits = site.edits();
      String own = renamed ? shout : name;
      edits.replace(let, "const " + own + ": " + type + " = " + value.get().text() + ";");
      if (renamed) {
        Declarations.named(scope.get(), name).stream()
            .filter(use -> use.is("identifier") && !let.range().encloses(use.range()))
            .forEach(use -> edits.replace(use, own));
      }
      found.addAll(Declarations.one("Make `%s` a constant".formatted(name), edits, found.size()));
    }
    return found;
  }

  private static boolean isConstant(SyntaxNode value) {
    return value
        .descendants()
        .filter(SyntaxNode::isNamed)
        .allMatch(node ->
            node.kind().endsWith("_literal")
                || node.kind().startsWith("string_")
                || node.kind().startsWith("escape_")
                || List.of(
                        "binary_expression",
                        "unary_expression",
                        "parenthesized_expression",
                        "type_cast_expression",
                        "primitive_type",
                        "array_expression",
                        "tuple_expression",
                        "reference_expression")
                    .contains(node.kind())
                || (node.is("identifier")
                    && node.text().equals(node.text().toUpperCase(Locale.ROOT))));
  }

  private static List<String> types(Site site, SyntaxNode let, SyntaxNode value) {
    Optional<SyntaxNode> written = let.child("type");
    if (site.diagnostic().codeText().equals("E0435")) {
      return List.of("usize");
    }
    if (written.isPresent()) {
      return List.of(written.get().text());
    }
    return switch (value.kind()) {
      case "integer_literal", "unary_expression", "binary_expression" ->
          List.of("i32", "usize", "u32", "u64", "i64", "u8");
      case "float_literal" -> List.of("f64", "f32");
      case "boolean_literal" -> List.of("bool");
      case "char_literal" -> List.of("char");
      case "string_literal", "raw_string_literal" -> List.of("&str");
      default -> List.of();
    };
  }

  /// `[x; n]` becomes `vec![x; n]`, and the type that is written for it a `Vec`.
  private static List<Proposal> vector(Site site, int penalty) {
    Optional<SyntaxNode> array = Nodes.above(site.node(), "array_expression", "array_type");
    if (array.isEmpty() || !array.get().is("array_expression")) {
      return List.of();
    }
    Edits edits = site.edits().insert(array.get().range().start(), "vec!");
    array
        .get()
        .ancestors()
        .filter(up -> up.is("let_declaration"))
        .findFirst()
        .flatMap(let -> let.child("type"))
        .filter(type -> type.is("array_type"))
        .ifPresent(type ->
            edits.replace(
                type, "Vec<" + type.child("element").map(SyntaxNode::text).orElse("_") + ">"));
    return Declarations.one("Use a `Vec`, whose length is known at run time", edits, penalty);
  }
}
