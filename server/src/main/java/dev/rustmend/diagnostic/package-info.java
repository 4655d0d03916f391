/// What rustc said, as immutable values in the user's own paths and byte offsets.
///
/// Comes in: nothing, the package `cargo` builds these values. Goes out: [Diagnostic] and its
/// parts.
///
/// Never: knows JSON; knows LSP.
@org.jspecify.annotations.NullMarked
package dev.rustmend.diagnostic;
