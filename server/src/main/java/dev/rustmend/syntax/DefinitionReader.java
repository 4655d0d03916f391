package dev.rustmend.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads off a tree what a file defines: items, the variants and fields of types, the parameters of
/// functions.
final class DefinitionReader {
  private final List<RustItem> items;
  private final SyntaxNode root;
  private final List<Piece> variants = new ArrayList<>();
  private final List<Piece> fields = new ArrayList<>();
  private final List<Piece> parameters = new ArrayList<>();

  DefinitionReader(List<RustItem> items, SyntaxNode root) {
    this.items = items;
    this.root = root;
  }

  Definitions read() {
    var pieces = new ArrayList<Piece>();
    for (RustItem item : items) {
      if (!item.kind().isImport()) {
        pieces.add(piece(item));
      }
      switch (item.kind()) {
        case STRUCT, UNION ->
            item.node().child("body").ifPresent(body -> fields(item.path(), body));
        case ENUM -> item.node().child("body").ifPresent(body -> variants(item.path(), body));
        case FUNCTION ->
            item.node().child("parameters").ifPresent(list -> parameters(item.path(), list));
        case IMPL, TRAIT, MODULE, CONST, STATIC, TYPE, MACRO, USE, EXTERN_CRATE, EXTERN_BLOCK -> {}
      }
    }
    return new Definitions(pieces, variants, fields, parameters, bounds(), types());
  }

  /// The last names of the traits in bounds.
  private Bag bounds() {
    return Bag.of(
        root.descendants()
            .filter(node -> node.is("trait_bounds"))
            .flatMap(bounds -> bounds.namedChildren().stream())
            .filter(bound -> !bound.is("lifetime") && !bound.is("removed_trait_bound"))
            .flatMap(bound ->
                Stream.concat(Stream.of(bound), bound.descendants())
                    .filter(node -> node.is("type_identifier"))
                    .limit(1)
                    .map(SyntaxNode::text))
            .toList());
  }

  private Bag types() {
    return Bag.of(
        root.descendants()
            .filter(node -> node.is("type_identifier"))
            .map(SyntaxNode::text)
            .toList());
  }

  private static Piece piece(RustItem item) {
    String what =
        switch (item.kind()) {
          case IMPL, EXTERN_BLOCK -> "`" + item.name() + "`";
          default -> "the %s `%s`".formatted(item.kind().word(), item.name());
        };
    String key = item.kind() + " " + item.path();
    return new Piece(item.kind().word(), key, what, words(item.name()), item.node().range());
  }

  private void variants(String owner, SyntaxNode body) {
    for (SyntaxNode variant : body.namedChildren()) {
      if (variant.is("enum_variant")) {
        String name = variant.child("name").map(SyntaxNode::text).orElse("");
        String path = owner + "::" + name;
        variants.add(
            new Piece(
                owner, path, "the variant `%s`".formatted(name), words(name), variant.range()));
        variant.child("body").ifPresent(inner -> fields(path, inner));
      }
    }
  }

  private void fields(String owner, SyntaxNode body) {
    int position = 0;
    for (SyntaxNode child : body.namedChildren()) {
      Optional<String> name = child.child("name").map(SyntaxNode::text);
      if (child.is("field_declaration") && name.isPresent()) {
        fields.add(field(owner, name.get(), child.child("type")));
      } else if (child.field().filter("type"::equals).isPresent()) {
        fields.add(field(owner, Integer.toString(position++), Optional.of(child)));
      }
    }
  }

  /// The type counts only in so far as it is `()` or not: a field of that type holds nothing.
  private static Piece field(String owner, String name, Optional<SyntaxNode> type) {
    boolean empty = type.filter(node -> node.is("unit_type")).isPresent();
    return new Piece(
        owner,
        owner + "::" + name,
        "the field `%s`".formatted(name),
        empty ? Bag.EMPTY : words(name),
        type.orElseThrow().range());
  }

  private void parameters(String owner, SyntaxNode list) {
    for (SyntaxNode child : list.namedChildren()) {
      String text = child.child("pattern").map(SyntaxNode::text).orElseGet(child::text);
      // `self: &T` is a parameter for tree-sitter, `&self` is none
      boolean receiver = child.is("self_parameter") || text.equals("self");
      if (!receiver && !child.is("attribute_item")) {
        parameters.add(
            new Piece(
                owner,
                owner + "(" + text,
                "the parameter `%s`".formatted(text),
                words(text),
                child.range()));
      }
    }
  }

  /// `self: &T` is a receiver, though the parser calls it a parameter.
  private static Bag words(String name) {
    return Words.of(RustLexer.tokens(dev.rustmend.text.SourceText.of(name)));
  }
}
