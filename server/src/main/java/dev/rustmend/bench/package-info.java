/// The project's own benchmarks, on input that is found or generated on the user's machine.
///
/// Comes in: the toolchain's documentation, seeds. Goes out: Markdown, SVG and JSON reports.
///
/// Never: ships a program to repair with the source; the labelled queries and the functions of
/// `bench learning` it does ship.
@org.jspecify.annotations.NullMarked
package dev.rustmend.bench;
