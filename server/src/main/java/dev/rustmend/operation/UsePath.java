package dev.rustmend.operation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/// The path of a `use` declaration, by segments: `std::fmt::{self, Display}` has three, the last of
/// which is the list. Two of them compare as rustfmt sorts declarations.
record UsePath(List<String> segments) {
  private static final Pattern SEPARATOR = Pattern.compile("::");
  private static final Pattern ALIAS = Pattern.compile("\\s+as\\s+");
  private static final Pattern BLANK = Pattern.compile("\\s+");
  private static final List<String> OWN = List.of("self", "super", "crate");

  UsePath {
    segments = List.copyOf(segments);
  }

  /// Reads what stands between `use` and the semicolon.
  static UsePath parse(String path) {
    int list = path.indexOf('{');
    String plain = list < 0 ? path : path.substring(0, list);
    var segments =
        new ArrayList<>(
            SEPARATOR
                .splitAsStream(ALIAS.matcher(plain.strip()).replaceAll(" as "))
                .map(String::strip)
                .filter(segment -> !segment.isEmpty())
                .toList());
    if (list >= 0) {
      segments.add(BLANK.matcher(path.substring(list)).replaceAll(" "));
    }
    return new UsePath(segments);
  }

  /// The crate, or one of `self`, `super` and `crate`.
  String root() {
    return segments.isEmpty() ? "" : segments.getFirst();
  }

  /// Whether it begins in this package.
  boolean isOwn() {
    return OWN.contains(root());
  }

  /// How many segments both begin with.
  int common(UsePath other) {
    int common = 0;
    while (common < Math.min(segments.size(), other.segments.size())
        && segments.get(common).equals(other.segments.get(common))) {
      common++;
    }
    return common;
  }

  /// The orders of rustfmt, that of the newer style edition first: it compares names by their
  /// letters, the older one puts modules before types and types before constants.
  static List<Comparator<UsePath>> orders() {
    return List.of(order(_ -> 0), order(UsePath::writing));
  }

  private static Comparator<UsePath> order(ToIntFunction<String> writing) {
    Comparator<String> bySegment =
        Comparator.comparingInt(UsePath::rank)
            .thenComparingInt(writing)
            .thenComparing(Comparator.naturalOrder());
    return (one, other) -> {
      int common = one.common(other);
      if (common == one.segments.size() || common == other.segments.size()) {
        return Integer.compare(one.segments.size(), other.segments.size());
      }
      return bySegment.compare(one.segments.get(common), other.segments.get(common));
    };
  }

  private static int rank(String segment) {
    int own = OWN.indexOf(segment);
    if (own >= 0) {
      return own;
    }
    return segment.equals("*")
        ? OWN.size() + 1
        : segment.startsWith("{") ? OWN.size() + 2 : OWN.size();
  }

  private static int writing(String segment) {
    if (segment.isEmpty() || !Character.isUpperCase(segment.charAt(0))) {
      return 0;
    }
    return segment.chars().anyMatch(Character::isLowerCase) ? 1 : 2;
  }
}
