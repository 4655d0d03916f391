package dev.rustmend.search;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/// A passage that was found, and what speaks for it.
///
/// `document` is its number in the searcher. `section` is what it is a part of. `code` is the error
/// code or lint that query and passage share, or empty. `fit` is how well rustc's message fits the
/// passage's templates, in per cent. `cosine` is between query and passage.
record Found(
    int document,
    String section,
    double score,
    String code,
    OptionalInt fit,
    OptionalDouble cosine) {}
