/// Finds toolchains and Cargo workspaces, runs cargo, and reads its JSON lines into diagnostics.
///
/// Comes in: a [CheckRequest]. Goes out: a [CheckOutcome].
///
/// Never: edits files; knows why it was run.
@org.jspecify.annotations.NullMarked
package dev.rustmend.cargo;
