/// What a language model is asked about an error, and what its answer comes to.
///
/// Comes in: a diagnostic, a snapshot, an answer. Goes out: a [RepairPrompt], and a candidate patch
/// for one of the items that it shows.
///
/// Never: asks a model itself; takes a word of an answer for anything but the new text of one item;
/// claims that anything compiles.
@org.jspecify.annotations.NullMarked
package dev.rustmend.prompt;
