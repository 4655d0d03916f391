package dev.rustmend.candidate;

import java.util.List;
import java.util.stream.Stream;

/// Who proposed a patch: the source, and its own name for the proposal (`rustc`, or `kb:` and the
/// id of a knowledge-base entry). `agreeing` are the names of those that proposed the same change.
public record Origin(Source source, String detail, List<String> agreeing) {
  public Origin {
    agreeing = List.copyOf(agreeing);
  }

  /// Who proposed what nobody else did.
  public Origin(Source source, String detail) {
    this(source, detail, List.of());
  }

  /// The names of all that proposed it, first that of its own source.
  public List<String> names() {
    return Stream.concat(Stream.of(detail), agreeing.stream()).toList();
  }

  /// This one, with another that proposed the same.
  Origin joinedBy(Origin other) {
    return new Origin(
        source,
        detail,
        Stream.concat(agreeing.stream(), other.names().stream()).distinct().toList());
  }

  /// The sources, in the order in which equal fixes are ranked.
  public enum Source {
    RUSTC,
    LEARNED,
    RECIPE,
    MODEL;

    /// The word used in JSON, fixtures and `data`.
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public static Origin rustc() {
    return new Origin(Source.RUSTC, "rustc");
  }
}
