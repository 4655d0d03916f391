/// Judges candidate patches by compiling them in a shadow workspace.
///
/// Comes in: a base check and candidate patches. Goes out: a [Verdict] for each.
///
/// What *verified* means is written here once. After the patch, checking the same packages with the
/// user's own features and flags gives (a) no error equal to the target and (b) no error that the
/// patch introduced. Errors are compared by code, message, file and text under the primary span,
/// never by line number. An error that rustc could only report now, in a later phase and outside of
/// the edit, was *revealed*, not introduced.
///
/// Never: ranks; keeps a patch.
@org.jspecify.annotations.NullMarked
package dev.rustmend.verify;
