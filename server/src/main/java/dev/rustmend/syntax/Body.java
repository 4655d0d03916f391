package dev.rustmend.syntax;

import java.util.List;
import java.util.Map;

/// What happens in one function, without the functions inside of it; or, under the empty name, in
/// all that is in no function.
///
/// `gains` counts what a repair must not add, under the word for it (`todo!()`, `unsafe`).
record Body(
    String owner,
    Bag words,
    List<Piece> statements,
    List<Piece> arms,
    List<Call> calls,
    List<Literal> literals,
    Spelled spelled,
    Map<Damage.Kind, Bag> gains) {

  static Body empty(String owner) {
    return new Body(
        owner, Bag.EMPTY, List.of(), List.of(), List.of(), List.of(), Spelled.NOTHING, Map.of());
  }

  /// The same, of which only that is told which can be told where the text does not parse.
  Body coarse() {
    return new Body(owner, words, statements, arms, calls, literals, spelled.coarse(), gains);
  }

  Bag gains(Damage.Kind kind) {
    return gains.getOrDefault(kind, Bag.EMPTY);
  }
}
