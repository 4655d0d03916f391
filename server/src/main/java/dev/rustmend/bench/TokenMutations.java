package dev.rustmend.bench;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextEdit;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Punctuation that is missing.
final class TokenMutations {
  private static final Set<String> ENDED =
      Set.of(
          "let_declaration",
          "expression_statement",
          "use_declaration",
          "const_item",
          "type_item",
          "associated_type",
          "struct_item",
          "function_signature_item",
          "mod_item");
  private static final Set<String> LISTS =
      Set.of(
          "arguments",
          "parameters",
          "field_declaration_list",
          "field_initializer_list",
          "enum_variant_list",
          "use_list",
          "array_expression",
          "tuple_expression",
          "match_arm",
          "type_arguments");

  private TokenMutations() {}

  /// A semicolon is missing.
  static Stream<List<TextEdit>> removeSemicolon(MutableCode code) {
    return code.nodes(";")
        .filter(token -> token.parent().stream().anyMatch(parent -> ENDED.contains(parent.kind())))
        .map(token -> MutableCode.without(token.range()));
  }

  /// An opening or closing bracket is missing.
  static Stream<List<TextEdit>> removeDelimiter(MutableCode code) {
    return code.nodes("(", ")", "{", "}", "[", "]")
        .map(token -> MutableCode.without(token.range()));
  }

  /// A comma between two elements is missing.
  static Stream<List<TextEdit>> removeComma(MutableCode code) {
    return code.nodes(",")
        .filter(token -> token.parent().stream().anyMatch(list -> LISTS.contains(list.kind())))
        .filter(TokenMutations::separates)
        .map(token -> MutableCode.without(token.range()));
  }

  /// Whether something follows: a comma at the end of a list may be left out.
  private static boolean separates(SyntaxNode comma) {
    SyntaxNode list = comma.parent().orElseThrow();
    SyntaxNode elements = list.is("match_arm") ? list.parent().orElse(list) : list;
    return elements.namedChildren().getLast().range().start() >= comma.range().end();
  }
}
