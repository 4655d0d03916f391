package dev.rustmend.bench;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextEdit;
import dev.rustmend.text.TextRange;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Mistakes with references, values, and the conversions between them.
final class BorrowMutations {
  private static final Set<String> PLACES =
      Set.of("identifier", "field_expression", "call_expression", "index_expression");
  private static final Set<String> CONVERSIONS =
      Set.of(
          "clone",
          "to_string",
          "to_owned",
          "into",
          "iter",
          "unwrap",
          "as_str",
          "as_bytes",
          "as_ref");

  private BorrowMutations() {}

  /// `mut` is missing, of a binding, a borrow or a type.
  static Stream<List<TextEdit>> removeMut(MutableCode code) {
    return code.nodes("mutable_specifier").map(MutableCode::withoutWord);
  }

  /// `&` is missing, of an argument or of a parameter's type.
  static Stream<List<TextEdit>> removeReference(MutableCode code) {
    Stream<SyntaxNode> types =
        code.nodes("reference_type").filter(type -> MutableCode.isIn(type, "parameter"));
    return Stream.concat(
        code.nodes("reference_expression").flatMap(BorrowMutations::referenced),
        types.flatMap(
            type -> type.child("type").stream().map(of -> MutableCode.replace(type, of.text()))));
  }

  /// An argument is borrowed that should not be.
  static Stream<List<TextEdit>> addReference(MutableCode code) {
    return code.nodes("arguments")
        .flatMap(arguments -> arguments.namedChildren().stream())
        .filter(argument -> PLACES.contains(argument.kind()))
        .map(argument -> List.of(TextEdit.insert(argument.range().start(), "&")));
  }

  /// A loop goes over the value itself and not over a reference to it.
  static Stream<List<TextEdit>> iterateValue(MutableCode code) {
    return code.nodes("for_expression")
        .flatMap(loop -> loop.child("value").stream())
        .flatMap(value ->
            value.is("reference_expression")
                ? referenced(value)
                : conversion(value, Set.of("iter", "iter_mut")));
  }

  /// `*` is missing.
  static Stream<List<TextEdit>> dropDereference(MutableCode code) {
    return code.nodes("unary_expression")
        .map(expression -> expression.children().getFirst())
        .filter(operator -> operator.is("*"))
        .map(operator -> MutableCode.without(operator.range()));
  }

  /// A conversion such as `.clone()` is missing.
  static Stream<List<TextEdit>> removeConversion(MutableCode code) {
    return code.nodes("call_expression").flatMap(call -> conversion(call, CONVERSIONS));
  }

  private static Stream<List<TextEdit>> referenced(SyntaxNode reference) {
    return reference.child("value").stream()
        .map(value ->
            MutableCode.without(new TextRange(reference.range().start(), value.range().start())));
  }

  /// The edit that takes `.name()` off `call`, where the name is one of `names`.
  private static Stream<List<TextEdit>> conversion(SyntaxNode call, Set<String> names) {
    Optional<SyntaxNode> method =
        call.child("function").filter(function -> function.is("field_expression"));
    boolean named =
        method
            .flatMap(access -> access.child("field"))
            .filter(name -> names.contains(name.text()))
            .isPresent();
    boolean empty =
        call.child("arguments").filter(list -> list.namedChildren().isEmpty()).isPresent();
    return named && empty
        ? method.flatMap(access -> access.child("value")).stream()
            .map(value ->
                MutableCode.without(new TextRange(value.range().end(), call.range().end())))
        : Stream.empty();
  }
}
