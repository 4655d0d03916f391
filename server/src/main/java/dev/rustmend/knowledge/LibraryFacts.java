package dev.rustmend.knowledge;

import dev.rustmend.search.IndexFacts;
import java.nio.file.Path;
import java.util.List;

/// What a [Library] holds: the folder of its index, how many passages it has, whether all pages of
/// the documentation are in it, and what is wrong, a sentence each.
public record LibraryFacts(
    Path folder, IndexFacts index, boolean documentationComplete, List<String> notes) {
  public LibraryFacts {
    notes = List.copyOf(notes);
  }
}
