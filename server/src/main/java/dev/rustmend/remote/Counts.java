package dev.rustmend.remote;

/// How often the fix of an entry was offered to people of the team, taken, still there at their
/// next commit, and undone.
public record Counts(long offered, long taken, long kept, long undone) {
  /// Nothing is known.
  public static final Counts NONE = new Counts(0, 0, 0, 0);

  /// Both together.
  public Counts plus(Counts more) {
    return new Counts(
        offered + more.offered, taken + more.taken, kept + more.kept, undone + more.undone);
  }

  /// What speaks for it, in repairs: what was kept counts whole, what was taken a half.
  double good() {
    return kept + taken / 2.0;
  }

  /// What speaks against it: what was undone counts twice, and what was often offered and not taken
  /// a little.
  double bad() {
    return 2.0 * undone + Math.max(0, offered - taken) / 10.0;
  }
}
