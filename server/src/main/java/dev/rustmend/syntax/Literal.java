package dev.rustmend.syntax;

import dev.rustmend.text.TextRange;

/// A literal with its value, see [Words#value]. `callee` is what it is an argument of, directly;
/// empty when it is none.
record Literal(String value, String text, String callee, TextRange range) {}
