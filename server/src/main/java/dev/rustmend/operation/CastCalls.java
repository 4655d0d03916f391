package dev.rustmend.operation;

import dev.rustmend.syntax.PrimitiveTypes;
import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Turns a conversion that is written as a call of the type, `f64(n)` or `int(x)`, into a cast.
///
/// Only for number types, Rust's and those of other languages, with one argument that is no text.
final class CastCalls implements Operation {
  private static final Map<String, String> FOREIGN =
      Map.ofEntries(
          Map.entry("int", "i32"),
          Map.entry("int32", "i32"),
          Map.entry("int64", "i64"),
          Map.entry("uint", "u32"),
          Map.entry("uint32", "u32"),
          Map.entry("uint64", "u64"),
          Map.entry("long", "i64"),
          Map.entry("float", "f64"),
          Map.entry("float32", "f32"),
          Map.entry("float64", "f64"),
          Map.entry("double", "f64"));
  private static final Set<String> TEXTS =
      Set.of("string_literal", "raw_string_literal", "macro_invocation");
  private static final Set<String> WEAKER =
      Set.of(
          "binary_expression", "range_expression", "assignment_expression", "closure_expression");
  private static final Set<String> TIGHTER =
      Set.of(
          "field_expression",
          "unary_expression",
          "try_expression",
          "await_expression",
          "index_expression",
          "reference_expression");

  @Override
  public String name() {
    return "cast-calls";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    String written = site.primary().text();
    String type =
        PrimitiveTypes.NUMBERS.contains(written) ? written : FOREIGN.getOrDefault(written, "");
    Optional<SyntaxNode> call =
        Nodes.above(site.node(), "call_expression")
            .filter(
                node -> node.child("function").filter(f -> f.text().equals(written)).isPresent());
    if (type.isEmpty() || call.isEmpty()) {
      return List.of();
    }
    List<SyntaxNode> arguments = Nodes.arguments(call.get());
    if (arguments.size() != 1 || TEXTS.contains(arguments.getFirst().kind())) {
      return List.of();
    }
    SyntaxNode argument = arguments.getFirst();
    String value = WEAKER.contains(argument.kind()) ? "(" + argument.text() + ")" : argument.text();
    String cast = value + " as " + type;
    boolean inside =
        call.get()
            .parent()
            .filter(up -> TIGHTER.contains(up.kind()) || isBefore(up, call.get()))
            .isPresent();
    return site.edits()
        .replace(call.get(), inside ? "(" + cast + ")" : cast)
        .patch()
        .map(patch -> List.of(Proposal.of("Cast `%s` to `%s`".formatted(value, type), patch)))
        .orElse(List.of());
  }

  /// Whether `<` or `<<` follows, which would be read as the start of type arguments.
  private static boolean isBefore(SyntaxNode up, SyntaxNode call) {
    return up.is("binary_expression")
        && up.child("left").filter(call::equals).isPresent()
        && up.child("operator").filter(sign -> sign.text().startsWith("<")).isPresent();
  }
}
