package dev.rustmend.candidate;

/// Who proposed a patch: the source, and its own name for the proposal (`rustc`, or the id of a
/// knowledge-base entry).
public record Origin(Source source, String detail) {

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
