package dev.rustmend.bench;

import dev.rustmend.text.SourceText;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;

/// A program of the documentation that its author says does not compile.
///
/// `id` is `book/page#n`, where `n` counts the broken blocks of the page from one. `named` are the
/// error codes that the author promises; `source` is the whole of `src/main.rs`. `twin` is the
/// program of the same page that looks like its repaired version, when there is one.
record BrokenProgram(
    String id,
    Book book,
    NavigableSet<String> named,
    Edition edition,
    String source,
    Optional<Twin> twin) {

  /// A sound program of the same page and how much it resembles the broken one, between 0 and 1. It
  /// is a guess, see [Resemblance]: nobody promises that it is the repaired version.
  record Twin(String source, double resemblance) {}

  Half half() {
    return Half.of(id);
  }

  /// The hash that tells programs apart by content: edition and source.
  String contentHash() {
    return SourceText.of(edition.value() + "\n" + source).sha256();
  }

  /// The id as a file name.
  String fileName() {
    return String.join("_", List.of(id.split("[/#]", -1)));
  }
}
