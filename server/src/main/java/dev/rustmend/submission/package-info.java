/// Sources that are on nobody's disk: texts by path, judged and repaired in a workspace that is
/// thrown away.
///
/// Comes in: the texts, as a program sent them. Goes out: what the compiler says, the repaired
/// texts and their edits, or a sentence that refuses them.
///
/// Never: writes outside of its throw-away folder; runs the program unless the caller's operator
/// allows it, and then in a sandbox only; lets code of a submission run while it is compiled where
/// there is no sandbox, unless whoever runs rustmend allows it.
@NullMarked
package dev.rustmend.submission;

import org.jspecify.annotations.NullMarked;
