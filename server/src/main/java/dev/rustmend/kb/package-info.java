/// The knowledge base: entries in Markdown files, read and linted.
///
/// Comes in: the text of entry files. Goes out: [Entry] values, with their recipes as data
/// ([Rewrite]), tasks and templates ([Guide]), and an index of them by error code
/// ([KnowledgeBase]).
///
/// Never: searches; compiles.
@org.jspecify.annotations.NullMarked
package dev.rustmend.kb;
