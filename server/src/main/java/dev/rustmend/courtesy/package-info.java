/// What a server that works by itself has to step back for: the user's own builds, the battery, and
/// the memory that others could use.
///
/// Comes in: a workspace and its settings. Goes out: why work that nobody asked for should wait
/// now, if it should.
///
/// Never: takes a lock of the user's; holds up what a person has asked for.
@NullMarked
package dev.rustmend.courtesy;

import org.jspecify.annotations.NullMarked;
