/// Rust syntax trees (tree-sitter) on one text; broken code is normal input.
///
/// Comes in: a text. Goes out: immutable nodes with byte ranges.
///
/// Never: decides what to fix.
@org.jspecify.annotations.NullMarked
package dev.rustmend.syntax;
