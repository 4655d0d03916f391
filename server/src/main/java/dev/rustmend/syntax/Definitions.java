package dev.rustmend.syntax;

import java.util.List;

/// What a file defines. The group of an item is its kind; of a variant its enum; of a field its
/// type or variant; of a parameter its function. A field without words has the type `()`. `bounds`
/// are the traits that generics and supertraits ask for, `types` all names of types and traits.
record Definitions(
    List<Piece> items,
    List<Piece> variants,
    List<Piece> fields,
    List<Piece> parameters,
    Bag bounds,
    Bag types) {
  Definitions {
    items = List.copyOf(items);
    variants = List.copyOf(variants);
    fields = List.copyOf(fields);
    parameters = List.copyOf(parameters);
  }
}
