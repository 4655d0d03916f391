/// Makes vectors of texts: the model that comes with the program, run in this process, or a model
/// behind an endpoint that the user names.
///
/// Comes in: texts. Goes out: vectors of unit length, by way of [dev.rustmend.search.Embedder].
/// What was computed once is kept in rustmend's cache folder.
///
/// Never: connects to an address that no setting names; writes a key anywhere; prints.
@org.jspecify.annotations.NullMarked
package dev.rustmend.embedding;
