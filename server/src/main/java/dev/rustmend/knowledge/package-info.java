/// What rustmend knows on the user's machine: the knowledge base and the toolchain's documentation
/// in one index, and answers to questions from it.
///
/// Comes in: entries, tasks and templates, what rustc says of their examples, and the pages of the
/// documentation. Goes out: hits, and [dev.rustmend.knowledge.Answer]s with their sources.
///
/// Never: compiles; reads entry files itself; says what none of its sources says.
@org.jspecify.annotations.NullMarked
package dev.rustmend.knowledge;
