package dev.rustmend.bench;

/// What one source of proposals, by its own name (`rustc`, `kb:E0382/borrow-at-call`), did for one
/// program: how many of its proposals were verified, how many of those compiled or advanced, how
/// often one was the best for its error, and how many are part of the result.
public record RecipeUse(String origin, int verified, int held, int first, int kept) {

  /// Both together; the origin is this one's.
  RecipeUse plus(RecipeUse other) {
    return new RecipeUse(
        origin,
        verified + other.verified,
        held + other.held,
        first + other.first,
        kept + other.kept);
  }
}
