/// Reads the toolchain's own documentation, the component `rust-docs` of rustup, into passages for
/// the search.
///
/// Comes in: the folder `share/doc/rust/html` of a toolchain. Goes out:
/// [dev.rustmend.search.Passage] values, page by page.
///
/// Never: writes anything; keeps a text of the documentation; opens a connection.
@org.jspecify.annotations.NullMarked
package dev.rustmend.documentation;
