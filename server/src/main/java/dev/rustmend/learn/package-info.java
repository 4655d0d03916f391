/// What the user's own fixes teach: episodes, recipes made of them, and the log that keeps them.
///
/// Comes in: reports of the sessions, and what the user says of a fix. Goes out: candidates of the
/// source [dev.rustmend.candidate.Origin.Source#LEARNED], by way of [LearnedFixes], and entries to
/// contribute.
///
/// Never: sends anything anywhere; writes a source file; decides that anything compiles.
@org.jspecify.annotations.NullMarked
package dev.rustmend.learn;
