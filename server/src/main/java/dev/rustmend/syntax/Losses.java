package dev.rustmend.syntax;

import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/// Collects the damage of one comparison, and where the lost parts were, so that nothing inside of
/// a lost part is told once more.
final class Losses {
  private final Bag commentedOut;
  private final List<Damage> damage = new ArrayList<>();
  private final List<TextRange> gone = new ArrayList<>();

  /// `commentedOut` holds the words of the comments that are new.
  Losses(Bag commentedOut) {
    this.commentedOut = commentedOut;
  }

  /// Something is gone: `label` names it, `words` it held.
  void lose(Damage.Kind kind, String label, Bag words, TextRange range) {
    gone.add(range);
    boolean comment = !words.isEmpty() && words.minus(commentedOut).isEmpty();
    add(
        comment
            ? new Damage(Damage.Kind.COMMENT, "comments out " + label)
            : new Damage(kind, "deletes " + label));
  }

  void add(Damage found) {
    if (!damage.contains(found)) {
      damage.add(found);
    }
  }

  /// Whether `range` lies in a part that is gone.
  boolean covers(TextRange range) {
    return gone.stream().anyMatch(lost -> lost.encloses(range));
  }

  List<Damage> damage() {
    return List.copyOf(damage);
  }
}
