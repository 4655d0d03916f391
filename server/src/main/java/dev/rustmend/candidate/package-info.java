/// Candidate patches, proposed and unchecked: one class per source.
///
/// Comes in: a diagnostic and a snapshot. Goes out: [Candidate] values.
///
/// Never: claims that anything compiles.
@org.jspecify.annotations.NullMarked
package dev.rustmend.candidate;
