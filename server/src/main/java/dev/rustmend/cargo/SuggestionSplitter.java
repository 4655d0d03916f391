package dev.rustmend.cargo;

import dev.rustmend.text.TextRange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Splits the spans of one JSON child into alternatives.
///
/// rustc flattens a suggestion into one list: the parts of the first alternative, then those of the
/// second, and so on. Nothing marks where one ends. What is known (`rustc_errors`): the parts of an
/// alternative are sorted by place and do not overlap. So a list that repeats one and the same set
/// of places, in order, holds alternatives; a list of places that only goes forward holds the parts
/// of one.
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
      if (repeats(parts, period) && goesForward(parts.subList(0, period))) {
        return chunks(parts, period);
      }
    }
    return byStepsBack(parts);
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

  /// Whether the parts may all belong to one alternative. Two insertions at one place may: an
  /// opening parenthesis and an `&`, say.
  private static boolean goesForward(List<Part> parts) {
    Set<Path> left = new HashSet<>();
    for (int i = 1; i < parts.size(); i++) {
      Part before = parts.get(i - 1);
      Part part = parts.get(i);
      if (!part.file().equals(before.file())) {
        left.add(before.file());
      }
      if (left.contains(part.file()) || !follows(before, part)) {
        return false;
      }
    }
    return true;
  }

  private static boolean follows(Part before, Part part) {
    return !part.file().equals(before.file()) || before.range().end() <= part.range().start();
  }

  private static List<List<Part>> chunks(List<Part> parts, int size) {
    var chunks = new ArrayList<List<Part>>();
    for (int i = 0; i < parts.size(); i += size) {
      chunks.add(List.copyOf(parts.subList(i, i + size)));
    }
    return chunks;
  }

  /// For alternatives that touch different places: a new one begins wherever the list steps back.
  private static List<List<Part>> byStepsBack(List<Part> parts) {
    var alternatives = new ArrayList<List<Part>>();
    var current = new ArrayList<Part>();
    for (Part part : parts) {
      current.add(part);
      if (!goesForward(current)) {
        current.removeLast();
        alternatives.add(List.copyOf(current));
        current.clear();
        current.add(Objects.requireNonNull(part));
      }
    }
    alternatives.add(List.copyOf(current));
    return alternatives;
  }
}
