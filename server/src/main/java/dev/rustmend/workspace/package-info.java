/// Open buffers over the disk, frozen into snapshots, and the one place that writes files.
///
/// Comes in: what an editor opened and typed. Goes out: a [Snapshot], which does not change.
///
/// Never: runs a process.
@org.jspecify.annotations.NullMarked
package dev.rustmend.workspace;
