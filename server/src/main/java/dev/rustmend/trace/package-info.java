/// What the program tells Java's flight recorder about its work.
///
/// Comes in: that a phase begins and ends. Goes out: an event, where somebody records.
///
/// Never: measures when nobody records; holds anything of the user's.
@org.jspecify.annotations.NullMarked
package dev.rustmend.trace;
