/// Byte ranges, the line index, edits and patches: the values that everything else is made of.
///
/// Comes in: bytes and offsets. Goes out: immutable values. Every offset counts bytes of UTF-8
/// unless its name says otherwise.
///
/// Never: does I/O; knows Rust.
@org.jspecify.annotations.NullMarked
package dev.rustmend.text;
