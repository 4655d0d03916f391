package dev.rustmend.cargo;

import dev.rustmend.diagnostic.CrateId;
import java.nio.file.Path;

/// A call of the compiler for `crate` that is made once more, with its results put into `results`.
public record Recall(CompilerCall call, CrateId crate, Path results) {}
