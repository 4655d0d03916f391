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
    Map<Damage.Kind, Bag> gains) {

  static Body empty(String owner) {
    return new Body(owner, Bag.EMPTY, List.of(), List.of(), List.of(), List.of(), Map.of());
  }

  Bag gains(Damage.Kind kind) {
    return gains.getOrDefault(kind, Bag.EMPTY);
  }
}
