package dev.rustmend.syntax;

import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The local variables of a file: which are visible at a place, where each is introduced and where
/// it is used. Names are resolved as Rust does it, the innermost and latest binding first; names
/// that macros introduce are not seen.
public final class Bindings {
  private static final Set<String> PATTERN_SKIPPED =
      Set.of("type_identifier", "field_identifier", "scoped_identifier", "primitive_type");
  private static final Set<String> ITEM_BORDERS =
      Set.of("function_item", "const_item", "static_item", "impl_item", "trait_item", "mod_item");

  private Bindings() {}

  /// The identifier that introduces the variable `name` as seen from `place`.
  public static Optional<SyntaxNode> binding(SyntaxNode place, String name) {
    return Optional.ofNullable(visible(place).get(name));
  }

  /// Every variable that is visible at `place`, by name, with the identifier that introduces it;
  /// the nearest first.
  public static Map<String, SyntaxNode> visible(SyntaxNode place) {
    var found = new LinkedHashMap<String, SyntaxNode>();
    SyntaxNode inner = place;
    for (SyntaxNode outer : place.ancestors().toList()) {
      for (SyntaxNode name : introduced(outer, inner, place)) {
        found.putIfAbsent(name.text(), name);
      }
      if (ITEM_BORDERS.contains(outer.kind())) {
        break;
      }
      inner = outer;
    }
    return found;
  }

  /// The uses of the variable that `binding` introduces, in order, `binding` itself left out. Uses
  /// inside the arguments of macros count.
  public static List<SyntaxNode> uses(SyntaxNode binding) {
    String name = binding.text();
    SyntaxNode scope =
        binding
            .ancestors()
            .filter(node -> ITEM_BORDERS.contains(node.kind()))
            .findFirst()
            .orElseGet(() -> binding.tree().root());
    return scope
        .descendants()
        .filter(node ->
            (node.is("identifier") || node.is("self") || node.is("shorthand_field_identifier"))
                && node.text().equals(name)
                && !node.equals(binding)
                && !isFieldInMacro(node))
        .filter(node -> binding(node, name).filter(binding::equals).isPresent())
        .toList();
  }

  /// Among the tokens of a macro's arguments a field is an identifier like any other.
  private static boolean isFieldInMacro(SyntaxNode node) {
    int start = node.range().start();
    if (node.parent().filter(parent -> parent.is("token_tree")).isEmpty()) {
      return false;
    }
    String before = node.tree().source().slice(new TextRange(0, start)).stripTrailing();
    return before.endsWith(".") && !before.endsWith("..");
  }

  /// The identifiers that a pattern introduces.
  public static List<SyntaxNode> names(SyntaxNode pattern) {
    var names = new ArrayList<SyntaxNode>();
    collect(pattern, names);
    return names;
  }

  private static void collect(SyntaxNode node, List<SyntaxNode> names) {
    if (node.is("identifier") || node.is("shorthand_field_identifier") || node.is("self")) {
      names.add(node);
      return;
    }
    if (PATTERN_SKIPPED.contains(node.kind())) {
      return;
    }
    boolean typed = node.is("tuple_struct_pattern") || node.is("struct_pattern");
    for (SyntaxNode child : node.namedChildren()) {
      boolean isType = typed && child.field().filter("type"::equals).isPresent();
      boolean isRange = node.is("range_pattern");
      if (!isType && !isRange) {
        collect(child, names);
      }
    }
  }

  /// What `outer` introduces for `place`, which lies in its child `inner`; the latest first.
  private static List<SyntaxNode> introduced(SyntaxNode outer, SyntaxNode inner, SyntaxNode place) {
    return switch (outer.kind()) {
      case "block" -> lets(outer, place);
      case "function_item" -> parameters(outer);
      case "closure_expression" ->
          isField(inner, "body")
              ? outer.child("parameters").map(Bindings::parametersIn).orElse(List.of())
              : List.of();
      case "for_expression" -> isField(inner, "body") ? pattern(outer) : List.of();
      case "match_arm" -> isField(inner, "pattern") ? guarded(inner, place) : pattern(outer);
      case "if_expression", "while_expression" ->
          isField(inner, "consequence") || isField(inner, "body")
              ? outer.child("condition").map(Bindings::conditions).orElse(List.of())
              : List.of();
      case "let_chain" -> chained(outer, place);
      default -> List.of();
    };
  }

  private static List<SyntaxNode> guarded(SyntaxNode matchPattern, SyntaxNode place) {
    boolean inGuard =
        matchPattern
            .child("condition")
            .filter(guard -> guard.range().encloses(place.range()))
            .isPresent();
    return inGuard ? armNames(matchPattern) : List.of();
  }

  /// What the pattern of an arm introduces, its guard left out; the pattern `_` is only a token.
  private static List<SyntaxNode> armNames(SyntaxNode matchPattern) {
    return matchPattern.namedChildren().stream()
        .filter(child -> !isField(child, "condition"))
        .flatMap(pattern -> names(pattern).stream())
        .toList();
  }

  private static List<SyntaxNode> lets(SyntaxNode block, SyntaxNode place) {
    var names = new ArrayList<SyntaxNode>();
    for (SyntaxNode statement : block.namedChildren()) {
      boolean before = statement.range().end() <= place.range().start();
      if (statement.is("let_declaration") && before) {
        names.addAll(pattern(statement));
      }
      // the binding itself resolves to itself
      if (statement.is("let_declaration") && !before) {
        statement
            .child("pattern")
            .filter(pattern -> pattern.range().encloses(place.range()))
            .ifPresent(pattern -> names.addAll(names(pattern)));
      }
    }
    return names.reversed();
  }

  private static List<SyntaxNode> parameters(SyntaxNode function) {
    return function.child("parameters").map(Bindings::parametersIn).orElse(List.of());
  }

  private static List<SyntaxNode> parametersIn(SyntaxNode list) {
    var names = new ArrayList<SyntaxNode>();
    for (SyntaxNode parameter : list.namedChildren()) {
      switch (parameter.kind()) {
        case "parameter" -> names.addAll(pattern(parameter));
        case "self_parameter" ->
            parameter.descendants().filter(node -> node.is("self")).forEach(names::add);
        default -> names.addAll(names(parameter));
      }
    }
    return names.reversed();
  }

  private static List<SyntaxNode> pattern(SyntaxNode node) {
    return node.child("pattern")
        .map(pattern -> pattern.is("match_pattern") ? armNames(pattern) : names(pattern))
        .orElse(List.of());
  }

  private static List<SyntaxNode> conditions(SyntaxNode condition) {
    if (condition.is("let_condition")) {
      return pattern(condition);
    }
    return condition.is("let_chain")
        ? condition.namedChildren().stream()
            .filter(part -> part.is("let_condition"))
            .flatMap(part -> pattern(part).stream())
            .toList()
            .reversed()
        : List.of();
  }

  private static List<SyntaxNode> chained(SyntaxNode chain, SyntaxNode place) {
    return chain.namedChildren().stream()
        .filter(part -> part.is("let_condition") && part.range().end() <= place.range().start())
        .flatMap(part -> pattern(part).stream())
        .toList()
        .reversed();
  }

  private static boolean isField(SyntaxNode node, String field) {
    return node.field().filter(field::equals).isPresent();
  }
}
