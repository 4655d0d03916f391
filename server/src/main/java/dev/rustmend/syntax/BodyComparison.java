package dev.rustmend.syntax;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Finds what is gone from one function.
final class BodyComparison {
  private final Body before;
  private final Body after;
  private final Bag lost;
  private final Bag moved;
  private final Losses losses;

  /// `lostWords` are the words that the whole file lost, `moved` the keys of pieces that are new in
  /// it: what only went elsewhere is no loss.
  BodyComparison(Body before, Body after, Bag lostWords, Bag moved, Losses losses) {
    this.before = before;
    this.after = after;
    this.lost = before.words().minus(after.words()).common(lostWords);
    this.moved = moved;
    this.losses = losses;
  }

  void compare() {
    pieces(Damage.Kind.ARM, before.arms(), after.arms());
    pieces(Damage.Kind.STATEMENT, before.statements(), after.statements());
    new CallComparison(before, after, lost, losses).compare();
    literals();
  }

  /// Where there are fewer pieces than before, those whose words are gone are lost. Words that stay
  /// have been merged into another piece.
  private void pieces(Damage.Kind kind, List<Piece> all, List<Piece> now) {
    List<Piece> old = without(all, now);
    int exchanged = (int) old.stream().filter(this::isExchanged).count();
    int missing = old.size() - exchanged - without(now, all).size();
    var ranked = new ArrayList<>(old);
    ranked.removeIf(this::isExchanged);
    ranked.sort(
        Comparator.comparingDouble((Piece piece) -> -piece.share(lost))
            .thenComparingInt(piece -> piece.range().start())
            .thenComparingInt(piece -> -piece.range().length()));
    for (Piece piece : ranked) {
      boolean gone = piece.share(lost) >= 0.5 && !moved.contains(piece.key());
      if (missing > 0 && gone) {
        missing--;
        boolean told = losses.covers(piece.range()) || piece.weight() == Piece.Weight.NONE;
        if (!told) {
          losses.lose(kind, piece.label(), piece.words(), piece.range());
        }
      }
    }
  }

  /// Whether the piece assigns a value to a place, and `mem::replace` puts it there now.
  private boolean isExchanged(Piece piece) {
    int at = piece.key().indexOf(" = ");
    int end = piece.key().length() - " ;".length();
    // the value of a block is not in the key
    if (at < 0 || !piece.key().endsWith(" ;") || at + " = ".length() >= end) {
      return false;
    }
    String place = piece.key().substring(0, at);
    String value = piece.key().substring(at + " = ".length(), end);
    String call = "mem :: replace ( & mut %s , %s )".formatted(place, value);
    return after.statements().stream().anyMatch(now -> now.key().contains(call));
  }

  /// The pieces of `all` that are not in `others`, one for one.
  private static List<Piece> without(List<Piece> all, List<Piece> others) {
    var keys = new ArrayList<>(others.stream().map(Piece::key).toList());
    return all.stream().filter(piece -> !keys.remove(piece.key())).toList();
  }

  private void literals() {
    var old = new ArrayList<Literal>(before.literals());
    var young = new ArrayList<>(after.literals().stream().map(Literal::value).toList());
    old.removeIf(literal -> young.remove(literal.value()));
    int changed = young.size();
    for (Literal literal : old) {
      boolean joined = isText(literal) && isPartOfOther(literal.value());
      if (joined || losses.covers(literal.range()) || !lost.contains(literal.value())) {
        continue;
      }
      boolean argument =
          before.words().count(literal.callee()) <= after.words().count(literal.callee());
      if (changed-- > 0) {
        losses.add(
            new Damage(Damage.Kind.LITERAL, "changes the literal `%s`".formatted(literal.text())));
      } else if (literal.callee().isEmpty() || !argument) {
        losses.lose(
            Damage.Kind.LITERAL,
            "the literal `%s`".formatted(literal.text()),
            Bag.of(List.of(literal.value())),
            literal.range());
      }
    }
  }

  private static boolean isText(Literal literal) {
    return literal.text().endsWith("\"") && literal.value().length() > 1;
  }

  /// Whether a text is now a part of a longer one that is new: two pieces were put together.
  private boolean isPartOfOther(String value) {
    return after.literals().stream()
        .map(Literal::value)
        .filter(other -> other.length() > value.length() && other.contains(value))
        .anyMatch(other -> before.literals().stream().noneMatch(old -> old.value().equals(other)));
  }
}
