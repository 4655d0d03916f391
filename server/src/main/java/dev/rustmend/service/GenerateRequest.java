package dev.rustmend.service;

import dev.rustmend.repair.FixRequest.ModelUse;
import java.util.Optional;

/// A project that somebody wants: a description in plain words, further requirements (may be
/// empty), the id of a template when a certain one is wanted, the package's name when it is
/// decided, and whether a model may be asked.
public record GenerateRequest(
    String description,
    String requirements,
    Optional<String> template,
    Optional<String> name,
    ModelUse model) {}
