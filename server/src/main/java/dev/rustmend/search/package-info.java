/// Hybrid retrieval on a Lucene index: keywords and vectors, fused, with explained scores.
///
/// Comes in: [Passage] values and queries. Goes out: ranked hits.
///
/// Never: reads entry files or documentation itself; makes vectors itself ([Embedder] does).
@org.jspecify.annotations.NullMarked
package dev.rustmend.search;
