package dev.rustmend.syntax;

/// One item of a file.
///
/// `name` is its own name: `fmt`, `impl Display for Foo`, `use a::b`. `path` puts the names of the
/// items around it in front: `shapes::impl Display for Foo::fmt`.
public record RustItem(ItemKind kind, String name, String path, SyntaxNode node) {}
