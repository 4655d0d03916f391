package dev.rustmend.syntax;

import java.util.List;
import java.util.Optional;

/// Finds what was put in place of something that looks much like it: another operator, another name
/// in a format string, other braces in a text, `max` for `MAX`. A name that is gone from the whole
/// function was misspelled or renamed, which is no loss.
record SpelledComparison(Body before, Body after, Losses losses) {

  void compare() {
    operators();
    negations();
    shown();
    plain();
    names();
  }

  private void operators() {
    Bag old = before.spelled().operators();
    Bag young = after.spelled().operators();
    for (String lost : old.minus(young).words()) {
      young.minus(old).words().stream()
          .filter(gained -> Operators.areAkin(lost, gained))
          .findFirst()
          .ifPresent(gained ->
              losses.add(
                  new Damage(
                      Damage.Kind.OPERATOR, "puts `%s` in place of `%s`".formatted(gained, lost))));
    }
  }

  /// `a == false` may become `!a`: where fewer comparisons are left nothing is told.
  private void negations() {
    Bag old = before.spelled().operators();
    Bag young = after.spelled().operators();
    int more = young.count(Operators.NOT) - old.count(Operators.NOT);
    boolean compared = old.count("==") + old.count("!=") > young.count("==") + young.count("!=");
    boolean body = !before.words().isEmpty() && before.words().minus(after.words()).isEmpty();
    if (more != 0 && !compared && body && after.words().minus(before.words()).isEmpty()) {
      losses.add(new Damage(Damage.Kind.OPERATOR, more > 0 ? "adds a `!`" : "takes away a `!`"));
    }
  }

  private void shown() {
    Bag old = before.spelled().shown();
    Bag young = after.spelled().shown();
    for (String name : old.minus(young).words()) {
      boolean known = after.words().contains(name);
      boolean passed = after.words().count(name) > before.words().count(name);
      if (known && !passed) {
        losses.add(new Damage(Damage.Kind.LITERAL, "no longer shows `%s`".formatted(name)));
      }
    }
  }

  /// Texts that differ in nothing but what stands between braces.
  private void plain() {
    Bag old = before.spelled().plain();
    Bag young = after.spelled().plain();
    List<String> fresh = young.minus(old).stream().toList();
    for (String text : old.minus(young).words()) {
      Optional<String> changed =
          fresh.stream().filter(other -> differInBraces(text, other)).findFirst();
      changed.ifPresent(_ ->
          losses.add(new Damage(Damage.Kind.LITERAL, "changes the literal `%s`".formatted(text))));
    }
  }

  private static boolean differInBraces(String one, String other) {
    return one.contains("{")
        && other.contains("{")
        && !one.replaceAll("[{}\\\\]", "").equals(other.replaceAll("[{}\\\\]", ""))
        && one.replaceAll("\\{[^{}]*}", "").equals(other.replaceAll("\\{[^{}]*}", ""));
  }

  private void names() {
    Bag old = before.spelled().names();
    Bag young = after.spelled().names();
    for (String lost : old.minus(young).words()) {
      young.minus(old).words().stream()
          .filter(gained -> old.contains(gained) && young.contains(lost))
          .filter(gained -> Words.folded(gained).equals(Words.folded(lost)))
          .map(gained ->
              new Damage(Damage.Kind.VALUE, "puts `%s` in place of `%s`".formatted(gained, lost)))
          .forEach(losses::add);
    }
  }
}
