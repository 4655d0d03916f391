/// The knowledge base as the search sees it.
///
/// Comes in: entries, tasks and templates, and what rustc says of their examples. Goes out:
/// [dev.rustmend.search.Passage] values.
///
/// Never: compiles; reads entry files itself.
@org.jspecify.annotations.NullMarked
package dev.rustmend.knowledge;
