/// Proves entries of the knowledge base with the compiler: that a broken program gives the error
/// that its entry is about, that the repaired one compiles, and that the recipe makes just that
/// repair.
///
/// Comes in: entries. Goes out: what is wrong with them, as [dev.rustmend.kb.EntryProblem]s.
///
/// Never: changes an entry; touches the user's files.
@org.jspecify.annotations.NullMarked
package dev.rustmend.proof;
