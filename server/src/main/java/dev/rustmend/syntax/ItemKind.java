package dev.rustmend.syntax;

import java.util.Optional;

/// The kinds of Rust items.
public enum ItemKind {
  /// With or without a body: free, associated, in a trait, in an `extern` block.
  FUNCTION("function"),
  STRUCT("struct"),
  UNION("union"),
  ENUM("enum"),
  IMPL("impl"),
  TRAIT("trait"),
  MODULE("module"),
  CONST("constant"),
  STATIC("static"),
  /// An alias or an associated type.
  TYPE("type"),
  /// A `macro_rules!` definition.
  MACRO("macro"),
  USE("import"),
  EXTERN_CRATE("extern crate"),
  EXTERN_BLOCK("extern block");

  private final String word;

  ItemKind(String word) {
    this.word = word;
  }

  /// The word for people.
  public String word() {
    return word;
  }

  /// Whether it only brings a name into scope and defines nothing.
  public boolean isImport() {
    return this == USE || this == EXTERN_CRATE;
  }

  /// The item that a node of tree-sitter's `kind` is.
  static Optional<ItemKind> of(String kind) {
    return Optional.ofNullable(
        switch (kind) {
          case "function_item", "function_signature_item" -> FUNCTION;
          case "struct_item" -> STRUCT;
          case "union_item" -> UNION;
          case "enum_item" -> ENUM;
          case "impl_item" -> IMPL;
          case "trait_item" -> TRAIT;
          case "mod_item" -> MODULE;
          case "const_item" -> CONST;
          case "static_item" -> STATIC;
          case "type_item", "associated_type" -> TYPE;
          case "macro_definition" -> MACRO;
          case "use_declaration" -> USE;
          case "extern_crate_declaration" -> EXTERN_CRATE;
          case "foreign_mod_item" -> EXTERN_BLOCK;
          default -> null;
        });
  }
}
