/// The settings of rustmend, with their names, defaults and descriptions in one table.
///
/// Comes in: TOML files, JSON objects of a client, command-line flags. Goes out: immutable
/// [Settings].
///
/// Never: acts on a setting.
@org.jspecify.annotations.NullMarked
package dev.rustmend.settings;
