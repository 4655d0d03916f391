/// Rust syntax trees (tree-sitter) on one text; broken code is normal input.
///
/// Comes in: a text. Goes out: immutable nodes with byte ranges ([RustTree], [SyntaxNode]), items
/// with their paths ([RustItem]), tokens ([RustLexer]).
///
/// The native parser is loaded on first use. Where the platform has none, [RustTree#parse] is empty
/// and everything that is made of tokens works as before.
///
/// Never: decides what to fix.
@org.jspecify.annotations.NullMarked
package dev.rustmend.syntax;
