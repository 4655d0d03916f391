package dev.rustmend.generate;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What came of a wish for a project.
public sealed interface Generated {

  /// Who wrote what is more than the template.
  enum By {
    /// Names and texts were filled in.
    TEMPLATE,
    /// A model has adapted it.
    MODEL;

    /// The word in JSON.
    public String word() {
      return this == TEMPLATE ? "template" : "model";
    }
  }

  /// A project that compiles, passes its tests and is formatted: its package's name, its files by
  /// relative path, the template that it began with, who wrote the rest, the commands that passed,
  /// and sentences about what is not as one might expect.
  record Project(
      String name,
      SortedMap<String, String> files,
      String template,
      By by,
      List<String> proof,
      List<String> notes)
      implements Generated {
    public Project {
      files = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(files));
      proof = List.copyOf(proof);
      notes = List.copyOf(notes);
    }
  }

  /// There is none: why, in a sentence, and the templates that were nearest, best first.
  record Declined(String sentence, List<Ranked> nearest) implements Generated {
    public Declined {
      nearest = List.copyOf(nearest);
    }
  }
}
