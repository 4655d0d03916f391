/// The session of one workspace: checks, the repair pipeline, ranking and the store of ready fixes.
///
/// Comes in: snapshots. Goes out: [Problem]s with their [Fix]es.
///
/// Never: knows a protocol.
@org.jspecify.annotations.NullMarked
package dev.rustmend.repair;
