package dev.rustmend.remote;

import dev.rustmend.search.Passage;
import dev.rustmend.search.PassageKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Entries that are told apart by their numbers, for tests that publish many.
final class NumberedEntries {
  private NumberedEntries() {}

  /// The first `count` of a series.
  static List<TeamPassage> of(int series, int count) {
    var entries = new ArrayList<TeamPassage>();
    for (int i = 0; i < count; i++) {
      String name = "entry-%d-%d".formatted(series, i);
      var passage =
          new Passage(
              "errors/E0308/" + name,
              PassageKind.ERROR,
              "Title of " + name,
              List.of(),
              List.of("E0308"),
              List.of("mismatched types"),
              List.of(),
              List.of(),
              "What stands in it, number " + i,
              "fn main() {}",
              "2024",
              "",
              name);
      entries.add(
          TeamPassage.of(passage, "# " + name, new Provenance("Ada", Instant.EPOCH, "", 1)));
    }
    return entries;
  }
}
