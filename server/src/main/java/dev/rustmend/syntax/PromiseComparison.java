package dev.rustmend.syntax;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Finds what types no longer promise: derived traits, other attributes, bounds of generics. What
/// only went elsewhere, or was put right, is no loss; nor is a derived trait that has an impl now.
final class PromiseComparison {
  /// Attributes that [AttributeComparison] tells of.
  private static final Set<String> TOLD =
      Set.of("derive", "allow", "expect", "warn", "deny", "forbid", "cfg", "cfg_attr", "test");

  private final ProgramShape before;
  private final ProgramShape after;
  private final Losses losses;

  PromiseComparison(ProgramShape before, ProgramShape after, Losses losses) {
    this.before = before;
    this.after = after;
    this.losses = losses;
  }

  void compare() {
    tell(
        Damage.Kind.DERIVE,
        lost(derived(before), derived(after).plus(implemented())),
        "no longer derives `%s`");
    tell(Damage.Kind.ATTRIBUTE, lost(attributes(before), attributes(after)), "drops `#[%s]`");
    Bag old = before.definitions().bounds();
    Bag young = after.definitions().bounds();
    Bag bounds = lost(old, young.plus(implied()));
    Bag gone = before.definitions().types().minus(after.definitions().types());
    tell(Damage.Kind.BOUND, bounds.common(gone), "drops the bound `%s`");
  }

  private void tell(Damage.Kind kind, Bag lost, String phrase) {
    lost.words().stream()
        .map(name -> new Damage(kind, phrase.formatted(name)))
        .forEach(losses::add);
  }

  /// What is less, unless as much of something else has come: that is what it was corrected to.
  private static Bag lost(Bag old, Bag young) {
    Bag gone = old.minus(young);
    return young.minus(old).size() >= gone.size() ? Bag.EMPTY : gone;
  }

  /// What new words of `after` ask for besides: an `AsyncFn` gives a future.
  private Bag implied() {
    return Bag.of(
        after.words().minus(before.words()).stream()
            .filter(word -> word.startsWith("AsyncFn"))
            .map(_ -> "Future")
            .toList());
  }

  private Bag derived(ProgramShape shape) {
    return Bag.of(
        shape.attributes().stream()
            .filter(attribute -> attribute.name().equals("derive") && isKept(attribute))
            .flatMap(PromiseComparison::traits)
            .toList());
  }

  private static Stream<String> traits(Attribute attribute) {
    List<Token> tokens = attribute.arguments();
    return Stream.iterate(0, i -> i < tokens.size(), i -> i + 1)
        .filter(i -> tokens.get(i).isWord())
        .filter(i -> i + 1 >= tokens.size() || !tokens.get(i + 1).is("::"))
        .map(i -> tokens.get(i).text());
  }

  /// The traits of the impls that only `after` has.
  private Bag implemented() {
    Bag old = impls(before);
    return Bag.of(impls(after).minus(old).stream().toList());
  }

  private static Bag impls(ProgramShape shape) {
    return Bag.of(
        shape.definitions().items().stream()
            .filter(piece -> piece.group().equals(ItemKind.IMPL.word()))
            .flatMap(piece -> piece.words().stream())
            .toList());
  }

  private Bag attributes(ProgramShape shape) {
    return Bag.of(
        shape.attributes().stream()
            .filter(attribute -> !TOLD.contains(attribute.name()) && isKept(attribute))
            .map(Attribute::name)
            .toList());
  }

  /// Whether what carries the attribute is there after the change: else that is the loss.
  private boolean isKept(Attribute attribute) {
    boolean head = attribute.subject().indexOf(' ') > 0;
    return !head || after.heads().contains(attribute.subject());
  }
}
