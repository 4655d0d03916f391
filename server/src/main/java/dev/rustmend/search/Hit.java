package dev.rustmend.search;

/// A passage that was found.
///
/// `score` compares hits of one search, better ones first; it is between 0 and 1, except for a
/// question by words alone, where it is BM25's. `why` is one line for a person: `error code E0382,
/// message 91 %, words: moved borrow; vector 0.83`. `snippet` is the part of the passage that has
/// most of the words.
public record Hit(
    String id, PassageKind kind, String title, double score, String why, String snippet) {}
