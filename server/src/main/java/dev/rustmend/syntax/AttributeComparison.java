package dev.rustmend.syntax;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Finds what attributes silence: lints, tests, and code that is no longer compiled.
final class AttributeComparison {
  private static final Set<String> SILENCING = Set.of("allow", "expect");
  private static final Set<String> ENFORCING = Set.of("deny", "forbid");
  private static final Set<String> GROUPS = Set.of("warnings", "unused", "all", "clippy::all");
  private static final Set<String> NEVER =
      Set.of("(false)", "(any())", "(not(all()))", "(not(true))");
  private static final Set<String> TESTS =
      Set.of("test", "bench", "rstest", "test_case", "proptest");
  private static final Set<String> MUTING = Set.of("ignore", "should_panic");

  private final ProgramShape before;
  private final ProgramShape after;
  private final Losses losses;

  AttributeComparison(ProgramShape before, ProgramShape after, Losses losses) {
    this.before = before;
    this.after = after;
    this.losses = losses;
  }

  void compare() {
    silencedLints();
    conditions();
    tests();
  }

  private void silencedLints() {
    Bag old = lints(before, SILENCING);
    Bag young = lints(after, SILENCING);
    Bag fresh = young.minus(old);
    // one for one, an unknown lint's name may be put right
    boolean more = young.size() > old.size();
    fresh.words().stream()
        .filter(lint -> more || GROUPS.contains(lint))
        .map(lint -> new Damage(Damage.Kind.LINT, "silences the lint `%s`".formatted(lint)))
        .forEach(losses::add);
    Set<String> enforced = lints(before, ENFORCING).words();
    Set<String> still = lints(after, ENFORCING).words();
    if (still.size() < enforced.size()) {
      enforced.stream()
          .filter(lint -> !still.contains(lint))
          .map(lint ->
              new Damage(Damage.Kind.LINT, "no longer denies the lint `%s`".formatted(lint)))
          .forEach(losses::add);
    }
  }

  private static Bag lints(ProgramShape shape, Set<String> levels) {
    return Bag.of(shape.attributes().stream().flatMap(a -> lints(a, levels)).toList());
  }

  /// The lints that `attribute` gives one of `levels`, inside of a `cfg_attr` too.
  private static Stream<String> lints(Attribute attribute, Set<String> levels) {
    List<Token> arguments = attribute.arguments();
    if (levels.contains(attribute.name())) {
      return lints(arguments, 0);
    }
    for (int i = 0; attribute.name().equals("cfg_attr") && i < arguments.size(); i++) {
      if (levels.contains(arguments.get(i).text())) {
        return lints(arguments, i + 1);
      }
    }
    return Stream.empty();
  }

  private static Stream<String> lints(List<Token> arguments, int open) {
    if (open >= arguments.size()) {
      return Stream.empty();
    }
    // the brackets themselves may lie outside of the list
    int close = Math.max(open + 1, Brackets.close(arguments, open));
    String inner =
        String.join(
            "",
            arguments.subList(Math.min(open + 1, close), close).stream().map(Token::text).toList());
    return Stream.of(inner.split(",")).filter(lint -> !lint.isBlank() && !lint.contains("="));
  }

  /// A condition on a new item is the item's own; `#[test]` on a module becomes `#[cfg(test)]`.
  private void conditions() {
    Predicate<Attribute> condition = a -> a.name().equals("cfg") && isOld(a);
    Bag old = texts(before, a -> a.name().equals("cfg"));
    Bag young = texts(after, condition);
    long misplaced = count(before, this::isMisplacedTest) - count(after, this::isMisplacedTest);
    boolean more = young.size() > old.size() + Math.max(0, misplaced);
    young.minus(old).words().stream()
        .filter(text -> more || NEVER.contains(text))
        .map(
            text -> new Damage(Damage.Kind.CONDITION, "puts code under `#[cfg%s]`".formatted(text)))
        .forEach(losses::add);
  }

  private boolean isOld(Attribute attribute) {
    boolean head = attribute.subject().indexOf(' ') > 0;
    return !head || before.heads().contains(attribute.subject());
  }

  private boolean isMisplacedTest(Attribute attribute) {
    return attribute.name().equals("test") && !attribute.isOnFunction();
  }

  private void tests() {
    Bag old = subjects(before, TESTS);
    Bag young = subjects(after, TESTS);
    if (young.size() < old.size()) {
      old.minus(young).words().stream()
          .filter(subject -> after.heads().contains(subject))
          .map(subject ->
              new Damage(Damage.Kind.TEST, "takes the test away from `%s`".formatted(subject)))
          .forEach(losses::add);
    }
    subjects(after, MUTING).minus(subjects(before, MUTING)).words().stream()
        .map(subject ->
            new Damage(Damage.Kind.TEST, "switches off the test `%s`".formatted(subject)))
        .forEach(losses::add);
  }

  /// The functions that carry one of the attributes.
  private static Bag subjects(ProgramShape shape, Set<String> names) {
    return Bag.of(
        shape.attributes().stream()
            .filter(a -> a.isOnFunction() && names.contains(a.lastName()))
            .map(Attribute::subject)
            .toList());
  }

  private static Bag texts(ProgramShape shape, Predicate<Attribute> which) {
    return Bag.of(shape.attributes().stream().filter(which).map(Attribute::argumentText).toList());
  }

  private static long count(ProgramShape shape, Predicate<Attribute> which) {
    return shape.attributes().stream().filter(which).count();
  }
}
