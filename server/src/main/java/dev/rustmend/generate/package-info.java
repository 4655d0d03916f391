/// New cargo projects from a description: a template that fits, adapted, proven by the compiler and
/// by its own tests.
///
/// Comes in: what somebody wants, in plain words. Goes out: the files of a project that compiles,
/// passes its tests and is formatted, or why there is none.
///
/// Never: hands out a project that was not proven; writes anything when there is none.
@NullMarked
package dev.rustmend.generate;

import org.jspecify.annotations.NullMarked;
