package dev.rustmend.bench;

import dev.rustmend.text.SourceText;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;

/// A program that its author says does not compile.
///
/// `id` is `book/page#n` for the documentation, where `n` counts the broken blocks of the page from
/// one, else the path of the file without its ending; `shelf` is the book or the folder. `named`
/// are the error codes that the author promises; `source` is the whole of `src/main.rs`. `twin` is
/// the program of the same page that looks like its repaired version, when there is one; `repaired`
/// is the version that its author says is the repaired one, and that can be run.
record BrokenProgram(
    String id,
    String shelf,
    Half half,
    NavigableSet<String> named,
    Edition edition,
    String source,
    Optional<Twin> twin,
    Optional<String> repaired) {

  /// A sound program of the same page and how much it resembles the broken one, between 0 and 1. It
  /// is a guess, see [Resemblance]: nobody promises that it is the repaired version.
  record Twin(String source, double resemblance) {}

  /// A program of the documentation.
  static BrokenProgram of(
      String id,
      Book book,
      NavigableSet<String> named,
      Edition edition,
      String source,
      Optional<Twin> twin) {
    return new BrokenProgram(
        id, book.folder(), Half.of(id), named, edition, source, twin, Optional.empty());
  }

  /// The sound program to compare with: the author's own, else the one that looks like it; empty
  /// when there is neither.
  String reference() {
    return repaired.or(() -> twin.map(Twin::source)).orElse("");
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
