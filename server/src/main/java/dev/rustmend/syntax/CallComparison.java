package dev.rustmend.syntax;

import dev.rustmend.text.EditDistance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds the calls that are gone from one function. A call of something else in its place is a
/// repair; a conversion that is no longer needed is no loss.
final class CallComparison {
  /// Calls that only look at a value, copy it or change its type.
  private static final Set<String> CONVERSIONS =
      Set.of(
          "addr_of",
          "as_bytes",
          "as_deref",
          "as_deref_mut",
          "as_mut",
          "as_mut_ptr",
          "as_mut_slice",
          "as_ptr",
          "as_ref",
          "as_slice",
          "as_str",
          "borrow",
          "borrow_mut",
          "by_ref",
          "chars",
          "clone",
          "cloned",
          "collect",
          "copied",
          "dbg",
          "deref",
          "deref_mut",
          "drop",
          "err",
          "expect",
          "forget",
          "format",
          "from",
          "into",
          "into_boxed_slice",
          "into_iter",
          "iter",
          "iter_mut",
          "new",
          "ok",
          "to_owned",
          "to_string",
          "to_vec",
          "try_from",
          "try_into",
          "unwrap",
          "vec");

  /// What other languages have as functions and Rust writes without a call: a range, `as`, a
  /// method.
  private static final Set<String> FOREIGN =
      Set.of(
          "range", "str", "String", "int", "float", "double", "char", "bool", "u8", "u16", "u32",
          "u64", "u128", "usize", "i8", "i16", "i32", "i64", "i128", "isize", "f32", "f64", "int32",
          "int64", "uint32", "uint64", "float32", "float64", "long", "string");

  private static final Set<String> ASSERTIONS =
      Set.of(
          "assert",
          "assert_eq",
          "assert_ne",
          "debug_assert",
          "debug_assert_eq",
          "debug_assert_ne",
          "assert_matches");

  private final Body before;
  private final Body after;
  private final Bag lost;
  private final Losses losses;

  CallComparison(Body before, Body after, Bag lost, Losses losses) {
    this.before = before;
    this.after = after;
    this.lost = lost;
    this.losses = losses;
  }

  void compare() {
    dropped();
    List<Call> fresh = new ArrayList<>(without(after.calls(), before.calls()));
    for (Call call : gone()) {
      if (losses.covers(call.range()) || isAccess(call) || replaced(call, fresh)) {
        continue;
      }
      boolean kept = argumentsKept(call);
      boolean converts =
          CONVERSIONS.contains(call.name())
              || (call.form() == Call.Form.FUNCTION && FOREIGN.contains(call.name()));
      if (kept && converts) {
        continue;
      }
      if (kept && (call.form() == Call.Form.METHOD || !call.arguments().isEmpty())) {
        losses.add(
            new Damage(Damage.Kind.WRAPPER, "takes away the call of `%s`".formatted(call.label())));
      } else {
        losses.lose(
            Damage.Kind.CALL,
            "the call of `%s`".formatted(call.label()),
            call.arguments().plus(Bag.of(List.of(call.name()))),
            call.range());
      }
    }
  }

  /// Whether the field itself is used now where a getter or setter of its name was called.
  private boolean isAccess(Call call) {
    String field = call.name().replaceFirst("^(get|set)_", "");
    return call.form() == Call.Form.METHOD
        && !field.equals(call.name())
        && after.words().minus(before.words()).contains(field)
        && argumentsKept(call);
  }

  /// Tells what is no longer passed to a function that is called as often as before.
  private void dropped() {
    for (String name : new LinkedHashSet<>(names(before.calls()))) {
      List<Call> old = named(before.calls(), name);
      List<Call> young = named(after.calls(), name);
      for (int i = 0; old.size() == young.size() && i < old.size(); i++) {
        Call call = old.get(i);
        boolean macro = call.form() == Call.Form.MACRO;
        Bag gone = call.arguments().minus(young.get(i).arguments()).common(lost);
        if (!macro && young.get(i).count() < call.count() && !gone.isEmpty()) {
          losses.add(
              new Damage(
                  Damage.Kind.VALUE,
                  "no longer passes `%s` to `%s`"
                      .formatted(String.join(" ", gone.words()), call.label())));
        }
      }
    }
  }

  private static List<Call> named(List<Call> calls, String name) {
    return calls.stream().filter(call -> call.name().equals(name)).toList();
  }

  /// The calls that there are fewer of. Of several with one name, those in parts that are gone
  /// anyway come first, then those whose arguments are gone.
  private List<Call> gone() {
    var names = Bag.of(names(before.calls())).minus(Bag.of(names(after.calls()))).common(lost);
    var gone = new ArrayList<Call>();
    for (String name : names.words()) {
      before.calls().stream()
          .filter(call -> call.name().equals(name))
          .sorted(
              Comparator.comparing((Call call) -> !losses.covers(call.range()))
                  .thenComparing(this::argumentsKept))
          .limit(names.count(name))
          .forEach(gone::add);
    }
    gone.sort(Comparator.comparing(Call::range));
    return gone;
  }

  /// Takes out of `fresh` the call that stands for `call` now, when there is one.
  private static boolean replaced(Call call, List<Call> fresh) {
    Optional<Call> substitute = fresh.stream().filter(other -> replaces(other, call)).findFirst();
    substitute.ifPresent(fresh::remove);
    return substitute.isPresent();
  }

  private static boolean replaces(Call fresh, Call call) {
    if (ASSERTIONS.contains(call.name()) || ASSERTIONS.contains(fresh.name())) {
      return ASSERTIONS.contains(call.name()) && ASSERTIONS.contains(fresh.name());
    }
    if (call.name().equals("len") && fresh.name().startsWith("iter")) {
      return true; // the elements instead of their numbers
    }
    int shared = fresh.arguments().common(call.arguments()).size();
    return !CONVERSIONS.contains(fresh.name())
        || CONVERSIONS.contains(call.name())
        || similar(fresh.name(), call.name())
        || (shared > 0 && 2 * shared >= call.arguments().size());
  }

  /// Whether one name may be a misspelling of the other, by rustc's own measure: a third of the
  /// letters.
  private static boolean similar(String one, String other) {
    return EditDistance.between(one, other)
        <= Math.max(1, Math.max(one.length(), other.length()) / 3);
  }

  private boolean argumentsKept(Call call) {
    return call.arguments().common(lost).minus(Bag.of(List.of(call.name()))).isEmpty();
  }

  private static List<Call> without(List<Call> all, List<Call> others) {
    var names = new ArrayList<>(names(others));
    return all.stream().filter(call -> !names.remove(call.name())).toList();
  }

  private static List<String> names(List<Call> calls) {
    return calls.stream().map(Call::name).toList();
  }
}
