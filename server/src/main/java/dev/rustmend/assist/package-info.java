/// Explanations of errors, in terms of the user's code.
///
/// Comes in: problems and error codes. Goes out: Markdown.
///
/// Never: knows a protocol.
@org.jspecify.annotations.NullMarked
package dev.rustmend.assist;
