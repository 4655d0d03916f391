package dev.rustmend.search;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Which passages are looked at.
///
/// No `kinds` means all. `code` is an error code or a lint that the passage must be about. A
/// passage without an edition or a toolchain of its own passes every filter of these.
public record SearchFilter(
    Set<PassageKind> kinds,
    Optional<String> code,
    Optional<String> edition,
    Optional<String> toolchain) {
  /// The filter that lets everything pass.
  public static final SearchFilter ALL =
      new SearchFilter(Set.of(), Optional.empty(), Optional.empty(), Optional.empty());

  /// Everything but what was learned from the user's own code.
  public static final SearchFilter NOT_LEARNED =
      new SearchFilter(
          EnumSet.complementOf(EnumSet.of(PassageKind.LEARNED)),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public SearchFilter {
    kinds = Set.copyOf(kinds);
  }

  /// Only passages of these kinds.
  public static SearchFilter kinds(PassageKind... kinds) {
    return new SearchFilter(Set.of(kinds), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
