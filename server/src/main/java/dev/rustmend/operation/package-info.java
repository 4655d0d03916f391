/// Repairs that lines of a recipe can not say, and the engine for those that lines can.
///
/// Comes in: a [Site] (a diagnostic with everything around it that a repair may look at) and the
/// parameters of an entry. Goes out: [Proposal]s. An operation is code for an operation, not for an
/// error code: which diagnostics it answers is said by the entries of the knowledge base.
///
/// Never: compiles; claims that anything compiles.
@org.jspecify.annotations.NullMarked
package dev.rustmend.operation;
