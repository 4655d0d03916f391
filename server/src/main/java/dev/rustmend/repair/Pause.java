package dev.rustmend.repair;

import java.nio.file.Path;
import java.util.Optional;

/// The check of the workspace at `root` waits, for a reason that ends a sentence after "paused"; or
/// it goes on, when there is none.
public record Pause(Path root, Optional<String> why) {}
