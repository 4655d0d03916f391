package dev.rustmend.syntax;

import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads off a tree the statements and match arms of each function.
///
/// The expression that ends a block is a statement here. What belongs to a statement is what it
/// says itself, without the blocks inside of it, whose statements stand for themselves.
final class StatementReader {
  private static final Set<String> NO_STATEMENT =
      Set.of("attribute_item", "inner_attribute_item", "label", "empty_statement", "ERROR");

  private static final Set<String> PLAIN =
      Set.of(
          "identifier",
          "field_identifier",
          "scoped_identifier",
          "self",
          "boolean_literal",
          "unit_expression",
          "mutable_specifier");

  private final Map<Integer, String> owners = new HashMap<>();
  private final Map<String, List<Piece>> statements = new HashMap<>();
  private final Map<String, List<Piece>> arms = new HashMap<>();

  private StatementReader(List<RustItem> items) {
    for (RustItem item : items) {
      if (item.kind() == ItemKind.FUNCTION) {
        owners.put(item.node().index(), item.path());
      }
    }
  }

  static StatementReader read(SyntaxNode root, List<RustItem> items) {
    var reader = new StatementReader(items);
    root.descendants()
        .forEach(node -> {
          if (node.is("block")) {
            reader.block(node);
          } else if (node.is("match_arm")) {
            reader.arm(node);
          }
        });
    return reader;
  }

  List<Piece> statements(String owner) {
    return statements.getOrDefault(owner, List.of());
  }

  List<Piece> arms(String owner) {
    return arms.getOrDefault(owner, List.of());
  }

  private void block(SyntaxNode block) {
    String owner = owner(block);
    for (SyntaxNode child : block.namedChildren()) {
      boolean item = ItemKind.of(child.kind()).isPresent();
      if (!item && !NO_STATEMENT.contains(child.kind())) {
        add(statements, piece(owner, child, own(child)));
      }
    }
  }

  /// An arm is known by its pattern and guard; one that has no word there, by its value.
  private void arm(SyntaxNode arm) {
    List<Token> pattern = arm.child("pattern").map(StatementReader::own).orElse(List.of());
    List<Token> words = Words.of(pattern).isEmpty() ? own(arm) : pattern;
    String label = "the arm `%s`".formatted(shortened(text(pattern)));
    Piece.Weight weight = isPassage(arm) ? Piece.Weight.NONE : Piece.Weight.FULL;
    add(arms, new Piece(owner(arm), text(own(arm)), label, Words.of(words), arm.range(), weight));
  }

  /// Whether nothing is lost with the arm itself: it hands on what its pattern found, or has a
  /// block, whose statements stand for themselves.
  private static boolean isPassage(SyntaxNode arm) {
    Optional<SyntaxNode> value = arm.child("value");
    String pattern = arm.child("pattern").map(SyntaxNode::text).orElse("");
    return value
        .filter(body ->
            (body.is("identifier") && pattern.endsWith("(" + body.text() + ")"))
                || (body.is("block") && !body.namedChildren().isEmpty()))
        .isPresent();
  }

  private static Piece piece(String owner, SyntaxNode node, List<Token> own) {
    String text = text(own);
    String label = "the statement `%s`".formatted(shortened(text));
    Piece.Weight weight = isPlain(node) ? Piece.Weight.NONE : Piece.Weight.FULL;
    return new Piece(owner, text, label, Words.of(own), node.range(), weight);
  }

  /// Whether nothing happens when `statement` runs but that a value is named.
  private static boolean isPlain(SyntaxNode statement) {
    if (statement.is("let_declaration")) {
      return statement.child("value").map(StatementReader::isPlain).orElse(true);
    }
    if (statement.is("expression_statement")
        || statement.is("reference_expression")
        || statement.is("parenthesized_expression")
        || statement.is("field_expression")) {
      return statement.namedChildren().stream().allMatch(StatementReader::isPlain);
    }
    return PLAIN.contains(statement.kind());
  }

  private static void add(Map<String, List<Piece>> pieces, Piece piece) {
    if (!piece.words().isEmpty()) {
      pieces.computeIfAbsent(piece.group(), _ -> new ArrayList<>()).add(piece);
    }
  }

  private String owner(SyntaxNode node) {
    return node.ancestors()
        .flatMap(around -> Optional.ofNullable(owners.get(around.index())).stream())
        .findFirst()
        .orElse("");
  }

  /// The tokens of `node` that are in no block, arm, comment or attribute below it.
  private static List<Token> own(SyntaxNode node) {
    var tokens = new ArrayList<Token>();
    int from = node.range().start();
    for (SyntaxNode apart : node.outermost(StatementReader::isApart)) {
      lex(node, from, apart.range().start(), tokens);
      from = apart.range().end();
    }
    lex(node, from, node.range().end(), tokens);
    return tokens;
  }

  private static boolean isApart(SyntaxNode node) {
    return node.is("block")
        || node.is("match_block")
        || node.is("attribute_item")
        || node.is("line_comment")
        || node.is("block_comment");
  }

  private static void lex(SyntaxNode node, int start, int end, List<Token> tokens) {
    if (start < end) {
      var range = new TextRange(start, end);
      tokens.addAll(RustLexer.tokens(SourceText.of(node.tree().source().slice(range))));
    }
  }

  private static String text(List<Token> tokens) {
    return String.join(" ", tokens.stream().map(Token::text).toList());
  }

  private static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 57) + "…";
  }
}
