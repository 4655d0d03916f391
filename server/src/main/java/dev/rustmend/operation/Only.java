package dev.rustmend.operation;

/// The parameter `only` by which an entry asks for one of the repairs that an operation knows.
final class Only {
  private Only() {}

  /// Whether the entry asks for this repair, or for all.
  static boolean asks(Site site, String repair) {
    String only = site.parameter("only", "");
    return only.isEmpty() || only.equals(repair);
  }
}
