package dev.rustmend.search;

/// A passage in a ranking: its number in a [Lookup], and its score there, the higher the better.
public record Ranked(int document, double score) {}
