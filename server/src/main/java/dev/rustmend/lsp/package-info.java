/// The language server: the only package that knows lsp4j.
///
/// Comes in: LSP messages. Goes out: LSP messages; [FromLsp] and [ToLsp] convert at the edge.
///
/// Never: computes a fix; calls another front door.
@org.jspecify.annotations.NullMarked
package dev.rustmend.lsp;
