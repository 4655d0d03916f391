package dev.rustmend.syntax;

/// What in a function another character makes something else: its `operators`, the names that its
/// format strings `shown` hold in place, the strings that are no format strings (`plain`), with
/// their braces, and its `names`, in capital or small letters as they stand there.
record Spelled(Bag operators, Bag shown, Bag plain, Bag names) {
  static final Spelled NOTHING = new Spelled(Bag.EMPTY, Bag.EMPTY, Bag.EMPTY, Bag.EMPTY);

  /// What can be told where the text does not parse: operators that no repair of syntax exchanges.
  Spelled coarse() {
    return new Spelled(
        Bag.of(operators.stream().filter(Operators::isPlain).toList()),
        Bag.EMPTY,
        Bag.EMPTY,
        Bag.EMPTY);
  }
}
