package dev.rustmend.cargo;

import dev.rustmend.text.TextRange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Splits the spans of one JSON child into alternatives.
///
/// rustc flattens a suggestion into one list: the parts of the first alternative, then those of the
/// second, and so on. Nothing marks where one ends, and the parts of one need not be in order: a
/// lifetime parameter comes as its declaration, the return type, then the arguments (E0106 of rustc
/// 1.95). What is known is that the parts of one alternative do not overlap. So a list that repeats
/// one and the same sequence of places holds alternatives; any other list of places that do not
/// overlap holds the parts of one.
final class SuggestionSplitter {

  /// One span of the child: `text` takes the place of `range` in `file`.
  record Part(Path file, TextRange range, String text) {
    boolean isAt(Part other) {
      return file.equals(other.file) && range.equals(other.range);
    }
  }

  private SuggestionSplitter() {}

  /// The alternatives, each with all of its parts, in rustc's order.
  static List<List<Part>> split(List<Part> parts) {
    for (int period = 1; period <= parts.size(); period++) {
      if (repeats(parts, period) && belongTogether(parts.subList(0, period))) {
        return chunks(parts, period);
      }
    }
    return byConflicts(parts);
  }

  /// Whether the places of the list are those of its first `period` parts, over and over.
  private static boolean repeats(List<Part> parts, int period) {
    if (parts.size() % period != 0) {
      return false;
    }
    for (int i = period; i < parts.size(); i++) {
      if (!parts.get(i).isAt(parts.get(i - period))) {
        return false;
      }
    }
    return true;
  }

  /// Whether the parts may all belong to one alternative. Two insertions at one place may, when
  /// they follow each other: an opening parenthesis and an `&`, say.
  private static boolean belongTogether(List<Part> parts) {
    for (int i = 1; i < parts.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (conflict(parts.get(j), parts.get(i)) && !insertionsInARow(parts.subList(j, i + 1))) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean conflict(Part one, Part other) {
    return one.isAt(other)
        || (one.file().equals(other.file()) && one.range().overlaps(other.range()));
  }

  private static boolean insertionsInARow(List<Part> parts) {
    return parts.getFirst().range().isEmpty()
        && parts.stream().allMatch(part -> part.isAt(parts.getFirst()));
  }

  private static List<List<Part>> chunks(List<Part> parts, int size) {
    var chunks = new ArrayList<List<Part>>();
    for (int i = 0; i < parts.size(); i += size) {
      chunks.add(List.copyOf(parts.subList(i, i + size)));
    }
    return chunks;
  }

  /// For alternatives that touch different places: a new one begins wherever a part can not belong
  /// to the one before it.
  private static List<List<Part>> byConflicts(List<Part> parts) {
    var alternatives = new ArrayList<List<Part>>();
    var current = new ArrayList<Part>();
    for (Part part : parts) {
      if (current.stream().anyMatch(other -> conflict(other, part))) {
        alternatives.add(List.copyOf(current));
        current.clear();
      }
      current.add(part);
    }
    alternatives.add(List.copyOf(current));
    return alternatives;
  }
}
