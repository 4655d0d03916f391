package dev.rustmend.search;

/// Which passage: its id and what kind it is of, without its texts. See [Passage].
public record PassageName(String id, PassageKind kind) {}
