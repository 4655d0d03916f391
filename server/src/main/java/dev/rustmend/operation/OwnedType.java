package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;

/// The owned counterpart of a type with references: `String` of `&str`, `Vec<T>` of `&[T]`, `T` of
/// `&T`, and of what stands in `Option<..>` and other generics likewise.
final class OwnedType {
  private OwnedType() {}

  /// The source of the owned type.
  static String of(SyntaxNode type) {
    if (type.is("reference_type")) {
      SyntaxNode value = type.child("type").orElse(type);
      return switch (value.kind()) {
        case "primitive_type" -> value.text().equals("str") ? "String" : value.text();
        case "slice_type", "array_type" -> slice(value);
        case "dynamic_type" -> "Box<" + value.text() + ">";
        default -> value.text();
      };
    }
    boolean nests = type.is("generic_type") || type.is("tuple_type") || type.is("type_arguments");
    if (!nests) {
      return type.text();
    }
    var made = new StringBuilder();
    int from = type.range().start();
    for (SyntaxNode part : type.namedChildren()) {
      made.append(type.tree().source().slice(new TextRange(from, part.range().start())));
      made.append(of(part));
      from = part.range().end();
    }
    made.append(type.tree().source().slice(new TextRange(from, type.range().end())));
    return made.toString();
  }

  private static String slice(SyntaxNode value) {
    boolean sized = value.child("length").isPresent();
    String element = value.child("element").map(SyntaxNode::text).orElse("");
    if (sized) {
      return value.text();
    }
    return "Vec<"
        + (element.isEmpty()
            ? value.namedChildren().stream().findFirst().map(SyntaxNode::text).orElse("_")
            : element)
        + ">";
  }
}
