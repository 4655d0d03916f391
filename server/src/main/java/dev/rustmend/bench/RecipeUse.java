package dev.rustmend.bench;

/// What one source of proposals, by its own name (`rustc`, `kb:E0382/borrow-at-call`), did for the
/// errors of one code, empty for those without one, in one program: how many proposals it made for
/// the program as it was that rustc did not make as well, how many of its proposals were verified,
/// how many of those compiled or advanced, how often one was the best for its error, and how many
/// are part of the result.
public record RecipeUse(
    String origin, String code, int proposed, int verified, int held, int first, int kept) {

  /// Both together; the origin and the code are this one's.
  RecipeUse plus(RecipeUse other) {
    return new RecipeUse(
        origin,
        code,
        proposed + other.proposed,
        verified + other.verified,
        held + other.held,
        first + other.first,
        kept + other.kept);
  }
}
