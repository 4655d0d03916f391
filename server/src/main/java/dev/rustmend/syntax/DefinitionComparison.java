package dev.rustmend.syntax;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Finds the items, variants, fields and parameters that are gone. What has another name or another
/// place is paired with what it became, so only a smaller number is a loss.
final class DefinitionComparison {
  /// An impl that says no more than a derive does.
  private static final Pattern COPY = Pattern.compile("`impl (\\w+::)*Copy for .+`");

  private final Definitions before;
  private final Definitions after;
  private final Losses losses;

  private final Set<String> variables;

  /// `variables` are the names that are declared with `let` in the new version only: a function of
  /// such a name has become a closure.
  DefinitionComparison(
      Definitions before, Definitions after, Set<String> variables, Losses losses) {
    this.before = before;
    this.after = after;
    this.variables = Set.copyOf(variables);
    this.losses = losses;
  }

  void compare() {
    items();
    parts(Damage.Kind.VARIANT, before.variants(), after.variants());
    parts(Damage.Kind.FIELD, before.fields(), after.fields());
    parts(Damage.Kind.PARAMETER, before.parameters(), after.parameters());
    emptiedFields();
  }

  private void items() {
    var old = new ArrayList<>(before.items());
    var young = new ArrayList<>(after.items());
    pair(old, young, Piece::key);
    pair(old, young, Piece::label);
    pair(old, young, piece -> String.join(" ", piece.words().words()));
    pair(old, young, Piece::group);
    old.removeIf(this::isClosure);
    lose(Damage.Kind.ITEM, old);
  }

  private boolean isClosure(Piece item) {
    return item.group().equals(ItemKind.FUNCTION.word())
        && variables.contains(lastName(item.key()));
  }

  private static String lastName(String path) {
    return path.substring(Math.max(path.lastIndexOf(' '), path.lastIndexOf(':')) + 1);
  }

  /// Whether a parameter went with its function into a closure, or belongs to `main`, which can
  /// have none.
  private boolean isClosureParameter(Piece part) {
    return variables.contains(lastName(part.group())) || part.group().equals("main");
  }

  private void parts(Damage.Kind kind, List<Piece> all, List<Piece> now) {
    var old = new ArrayList<>(all);
    var young = new ArrayList<>(now);
    pair(old, young, Piece::key);
    pair(old, young, Piece::group);
    // a type or function that has another name, or is gone, has its parts paired with any others
    Set<String> owners = now.stream().map(Piece::group).collect(Collectors.toSet());
    var moved = new ArrayList<>(old.stream().filter(p -> !owners.contains(p.group())).toList());
    old.removeAll(moved);
    pair(moved, young, _ -> "");
    old.addAll(moved);
    // the second of two equal names that was renamed takes its parts along
    Set<String> known = all.stream().map(Piece::group).collect(Collectors.toSet());
    var renamed = new ArrayList<>(young.stream().filter(p -> !known.contains(p.group())).toList());
    pair(old, renamed, piece -> String.join(" ", piece.words().words()));
    old.removeIf(part -> kind == Damage.Kind.PARAMETER && isClosureParameter(part));
    lose(kind, old);
  }

  private void lose(Damage.Kind kind, List<Piece> pieces) {
    for (Piece piece : pieces) {
      if (COPY.matcher(piece.label()).matches()) {
        losses.add(new Damage(Damage.Kind.DERIVE, "deletes " + piece.label()));
      } else if (!losses.covers(piece.range())) {
        losses.lose(kind, piece.label(), piece.words(), piece.range());
      }
    }
  }

  private void emptiedFields() {
    var now =
        after.fields().stream()
            .collect(Collectors.toMap(Piece::key, Function.identity(), (first, _) -> first));
    for (Piece field : before.fields()) {
      Piece same = now.get(field.key());
      if (same != null && !field.words().isEmpty() && same.words().isEmpty()) {
        losses.add(new Damage(Damage.Kind.FIELD, "empties " + field.label()));
      }
    }
  }

  /// Takes out of both lists the pieces that agree in `by`, one for one.
  private static void pair(List<Piece> old, List<Piece> young, Function<Piece, String> by) {
    for (Iterator<Piece> pieces = old.iterator(); pieces.hasNext(); ) {
      String key = by.apply(pieces.next());
      for (int i = 0; i < young.size(); i++) {
        if (by.apply(young.get(i)).equals(key)) {
          young.remove(i);
          pieces.remove();
          break;
        }
      }
    }
  }
}
