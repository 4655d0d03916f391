package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.SyntaxNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where a `let` can be put so that an expression is computed right before what it stands in, as
/// often as it was and under the same conditions.
///
/// `wrap` is the expression that needs a block around it first: the value of a match arm, or the
/// body of a closure.
record HoistPoint(SyntaxNode target, boolean wrap) {
  private static final Set<String> CONDITIONAL = Set.of("&&", "||");

  /// The place for the parts of `inner`; none where it is computed in a loop's condition or only
  /// under a condition.
  static Optional<HoistPoint> of(SyntaxNode inner) {
    SyntaxNode below = inner;
    for (SyntaxNode up : inner.ancestors().toList()) {
      if (up.is("block")) {
        return Optional.of(new HoistPoint(below, false));
      }
      boolean body =
          below.field().filter(field -> field.equals("body") || field.equals("value")).isPresent();
      if ((up.is("closure_expression") && body) || (up.is("match_arm") && body)) {
        return Optional.of(new HoistPoint(below, true));
      }
      if (isLazy(up, below)) {
        return Optional.empty();
      }
      below = up;
    }
    return Optional.empty();
  }

  private static boolean isLazy(SyntaxNode up, SyntaxNode below) {
    return switch (up.kind()) {
      case "while_expression", "match_arm", "match_pattern", "let_chain", "else_clause" -> true;
      case "binary_expression" ->
          below.field().filter("right"::equals).isPresent()
              && up.child("operator").filter(op -> CONDITIONAL.contains(op.text())).isPresent();
      case "function_item", "source_file", "const_item", "static_item" -> true;
      default -> false;
    };
  }

  /// Puts `code`, which is a `let`, at this point.
  void insert(Edits edits, Place place, String code) {
    if (wrap) {
      edits.insert(place.file(), target.range().start(), "{ " + code + " ");
      edits.insert(place.file(), target.range().end(), " }");
    } else {
      Lines.insertBefore(edits, place, target, code);
    }
  }

  /// `wanted`, with a digit behind it where the name is already in use at this point.
  String free(String wanted) {
    Set<String> taken = new HashSet<>(Bindings.visible(target).keySet());
    taken.addAll(Flow.mentioned(target));
    String base = wanted.isEmpty() || wanted.equals("self") ? "value" : wanted;
    String name = base;
    for (int n = 2; taken.contains(name); n++) {
      name = base + n;
    }
    return name;
  }

  /// A name for what `value` yields: that of the method, function or field, else `value`.
  static String nameOf(SyntaxNode value) {
    String name =
        switch (value.kind()) {
          case "call_expression" -> value.child("function").map(HoistPoint::lastName).orElse("");
          case "field_expression" -> lastName(value);
          case "reference_expression", "parenthesized_expression", "try_expression" ->
              value.namedChildren().stream()
                  .filter(child -> !child.is("mutable_specifier"))
                  .findFirst()
                  .map(HoistPoint::nameOf)
                  .orElse("");
          case "binary_expression" -> value.child("left").map(HoistPoint::nameOf).orElse("");
          default -> "";
        };
    boolean plain = name.matches("[a-z]\\w*") && !List.of("new", "from", "unwrap").contains(name);
    return plain ? name.replaceFirst("^(get|as|to|into)_(?=\\w)", "") : "value";
  }

  private static String lastName(SyntaxNode function) {
    return function
        .child("field")
        .or(() -> function.child("name"))
        .map(SyntaxNode::text)
        .orElseGet(function::text);
  }
}
