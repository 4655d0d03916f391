package dev.rustmend.workspace;

import dev.rustmend.text.SourceText;
import java.nio.file.Path;

/// A file that is open in an editor: its absolute path, the client's version number, its text.
public record Buffer(Path path, int version, SourceText text) {}
