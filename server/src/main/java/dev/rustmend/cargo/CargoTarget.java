package dev.rustmend.cargo;

import java.nio.file.Path;

/// A crate that a package gives rise to: its name, its kind as in
/// [dev.rustmend.diagnostic.CrateId], its root source file (`src/lib.rs`) and its Rust edition.
public record CargoTarget(String name, String kind, Path source, String edition) {}
