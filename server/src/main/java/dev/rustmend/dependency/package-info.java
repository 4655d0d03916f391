/// An index of the public items of the crates that a program may name.
///
/// Comes in: the packages that `cargo metadata` names, and their source files. Goes out:
/// [dev.rustmend.operation.KnownCrate]s, each public item with the paths under which it is
/// exported. A crate is read when somebody first asks for it; what comes from a registry is kept in
/// the cache folder.
///
/// Never: compiles; reads a file outside of the folders of these packages.
@org.jspecify.annotations.NullMarked
package dev.rustmend.dependency;
