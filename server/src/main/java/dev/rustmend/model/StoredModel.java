package dev.rustmend.model;

import java.nio.file.Path;

/// A model that is on this machine: its name here and its file.
public record StoredModel(String name, Path file) {}
