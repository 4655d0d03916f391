package dev.rustmend.learn;

import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.repair.Fix;
import dev.rustmend.syntax.ChangedItems;
import dev.rustmend.syntax.Damage;
import dev.rustmend.syntax.RustItem;
import dev.rustmend.syntax.RustTree;
import dev.rustmend.text.Difference;
import dev.rustmend.text.Patch;
import dev.rustmend.text.ShownPath;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextEdit;
import dev.rustmend.text.TextRange;
import dev.rustmend.verify.FileDamage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Makes episodes of repairs, as far as the texts alone say whether they are true ones. Safe to use
/// from any thread.
final class Lessons {
  private static final int MOST_LINES = 12;
  private static final Set<Damage.Kind> DELETIONS =
      EnumSet.of(
          Damage.Kind.ITEM,
          Damage.Kind.VARIANT,
          Damage.Kind.ARM,
          Damage.Kind.STATEMENT,
          Damage.Kind.STUB,
          Damage.Kind.LINT,
          Damage.Kind.CONDITION,
          Damage.Kind.COMMENT,
          Damage.Kind.TEST);

  private final FileDamage damage = new FileDamage();

  /// What a repair teaches.
  sealed interface Result {}

  /// The episode; its project and toolchain are for others to say. `others` are what it is about in
  /// other files.
  record Lesson(
      Told told,
      String before,
      String after,
      List<String> offered,
      String taken,
      List<Elsewhere> others)
      implements Result {

    /// As an episode of the project at `root`, where the error was in `file`; `commit` made it, or
    /// is empty.
    Episode episode(Path root, Path file, String toolchain, String commit) {
      return new Episode(
          root.toString(),
          name(root, file),
          toolchain,
          told,
          before,
          after,
          offered,
          taken,
          others.stream()
              .map(it -> new Episode.Part(name(root, it.file()), it.before(), it.after()))
              .toList(),
          commit);
    }

    private static String name(Path root, Path file) {
      return ShownPath.of(file, root);
    }
  }

  /// What a repair is about in another file.
  record Elsewhere(Path file, String before, String after) {}

  /// Nothing, and why.
  record Nothing(Doubt why) implements Result {}

  /// A file with those of its changes that concern the error, and what is kept of it.
  private record Part(Repair repair, List<TextEdit> edits) {
    Optional<Excerpt> excerpt() {
      var places = new ArrayList<TextRange>();
      repair.diagnostic().spans().stream()
          .filter(span -> span.file().equals(repair.file()))
          .forEach(span -> places.add(span.range()));
      edits.forEach(edit -> places.add(edit.range()));
      return Excerpt.around(repair.before(), places);
    }
  }

  Result of(Repair repair) {
    Part main = part(repair);
    List<Part> others =
        repair.others().stream()
            .map(other -> part(repair.in(other)))
            .filter(part -> !part.edits().isEmpty())
            .toList();
    if (main.edits().isEmpty() && others.isEmpty()) {
      return new Nothing(deletedOrElsewhere(repair));
    }
    if (!repair.diagnostic().isError() && !touchesTheWarning(repair)) {
      return new Nothing(Doubt.ELSEWHERE);
    }
    List<Part> changed =
        Stream.concat(Stream.of(main), others.stream())
            .filter(part -> !part.edits().isEmpty())
            .toList();
    if (changed.stream().allMatch(part -> isRevert(part.repair(), part.edits()))) {
      return new Nothing(Doubt.REVERT);
    }
    if (changed.stream().mapToInt(part -> lines(part.edits())).sum() > MOST_LINES) {
      return new Nothing(Doubt.LARGE);
    }
    return main.excerpt()
        .map(excerpt -> lesson(main, excerpt, others))
        .orElseGet(() -> new Nothing(Doubt.LARGE));
  }

  private static Part part(Repair repair) {
    List<TextEdit> all = SeparateEdits.of(repair.before(), repair.after());
    return new Part(repair, Relevance.of(repair.diagnostic(), repair.file(), repair.before(), all));
  }

  private Doubt deletedOrElsewhere(Repair repair) {
    return isDeletion(repair.before(), repair.after()) ? Doubt.DELETION : Doubt.ELSEWHERE;
  }

  /// Whether the very code that a warning is about was changed. One about what nobody uses also
  /// ends when the program is written on.
  private static boolean touchesTheWarning(Repair repair) {
    List<TextEdit> hunks = Changes.Hunks.between(repair.before(), repair.after());
    return repair.diagnostic().spans().stream()
        .filter(span -> span.primary() && span.file().equals(repair.file()))
        .anyMatch(span -> hunks.stream().anyMatch(hunk -> hunk.range().touches(span.range())));
  }

  private Result lesson(Part main, Excerpt excerpt, List<Part> others) {
    Repair repair = main.repair();
    Told told = Told.of(repair.diagnostic(), repair.file(), excerpt::move);
    String before = excerpt.text();
    String after = excerpt.after(main.edits());
    if (told.primary().isEmpty()) {
      return new Nothing(Doubt.ELSEWHERE);
    }
    var elsewhere = new ArrayList<Elsewhere>();
    for (Part other : others) {
      Optional<Excerpt> kept = other.excerpt();
      if (kept.isEmpty()) {
        return new Nothing(Doubt.LARGE);
      }
      elsewhere.add(
          new Elsewhere(other.repair().file(), kept.get().text(), kept.get().after(other.edits())));
    }
    if (isDeletion(SourceText.of(before), SourceText.of(after))
        || elsewhere.stream()
            .anyMatch(it -> isDeletion(SourceText.of(it.before()), SourceText.of(it.after())))) {
      return new Nothing(Doubt.DELETION);
    }
    if (elsewhere.isEmpty() && isTyping(before, after)) {
      return new Nothing(Doubt.TYPING);
    }
    return new Lesson(
        told,
        before,
        after,
        repair.fixes().stream()
            .filter(Fix::isOffered)
            .flatMap(fix -> fix.origin().names().stream())
            .distinct()
            .toList(),
        taken(repair).map(Lessons::name).orElse(""),
        elsewhere);
  }

  private static int lines(List<TextEdit> edits) {
    return edits.stream().mapToInt(edit -> (int) edit.newText().lines().count()).sum();
  }

  private boolean isDeletion(SourceText before, SourceText after) {
    return damage.between(Told.NOWHERE, before, after).stream()
        .anyMatch(one -> DELETIONS.contains(one.kind()));
  }

  /// Whether every item that was edited is again what it was in a text from before the error.
  private static boolean isRevert(Repair repair, List<TextEdit> edits) {
    if (repair.good().contains(repair.after())) {
      return true;
    }
    SourceText alone =
        Patch.of(repair.file(), edits.toArray(TextEdit[]::new))
            .apply(repair.file(), repair.before());
    Set<String> changed = newItems(repair.before(), alone);
    return !changed.isEmpty()
        && !edits.isEmpty()
        && repair.good().stream()
            .anyMatch(good -> newItems(repair.before(), good).containsAll(changed));
  }

  /// The items of `young` that `old` does not have. Of long texts only those are read that are not
  /// the same in both.
  private static Set<String> newItems(SourceText old, SourceText young) {
    return ChangedItems.ofLong(old, young)
        .flatMap(changed -> difference(parsed(changed.before()), parsed(changed.after())))
        .or(() -> difference(RustTree.parse(old), RustTree.parse(young)))
        .orElse(Set.of());
  }

  private static Optional<RustTree> parsed(SourceText text) {
    return RustTree.parse(text).filter(tree -> !tree.hasError());
  }

  private static Optional<Set<String>> difference(
      Optional<RustTree> old, Optional<RustTree> young) {
    if (old.isEmpty() || young.isEmpty()) {
      return Optional.empty();
    }
    Set<String> items = new HashSet<>(items(young.get()));
    items.removeAll(items(old.get()));
    return Optional.of(items);
  }

  /// The texts of the innermost functions and of all other items.
  private static List<String> items(RustTree tree) {
    return tree.items().stream()
        .map(RustItem::node)
        .filter(node -> !node.is("impl_item") && !node.is("mod_item") && !node.is("trait_item"))
        .filter(node -> !node.is("use_declaration"))
        .map(node -> String.join(" ", SameCode.words(node)))
        .toList();
  }

  /// Whether all that was done is that one word was typed to its end.
  private static boolean isTyping(String before, String after) {
    return Changes.between(before, after)
        .filter(changes -> changes.size() == 1)
        .filter(changes ->
            changes.getFirst() instanceof Change.Replaced change
                && change.before().children().isEmpty()
                && change.after().children().isEmpty()
                && change.before().kind().endsWith("identifier")
                && change.after().text().startsWith(change.before().text()))
        .isPresent();
  }

  /// The fix whose result is in the text: its lines are, and those that it took away are not.
  private static Optional<Fix> taken(Repair repair) {
    return repair.fixes().stream().filter(fix -> isTaken(fix, repair)).findFirst();
  }

  /// Of several that have proposed the fix a learned recipe counts first.
  private static String name(Fix fix) {
    return fix.origin().names().stream()
        .filter(name -> name.startsWith("learned/"))
        .findFirst()
        .orElse(fix.originName());
  }

  private static boolean isTaken(Fix fix, Repair repair) {
    if (!fix.patch().files().equals(Set.of(repair.file()))) {
      return false;
    }
    String sha256 = fix.sha256().get(repair.file());
    if (!repair.before().sha256().equals(sha256)) {
      return false;
    }
    SourceText made = fix.patch().apply(repair.file(), repair.before());
    List<TextEdit> whole = Difference.edits(repair.before(), repair.after());
    return Difference.edits(repair.before(), made).stream()
        .allMatch(edit -> whole.stream().anyMatch(other -> isSame(edit, other)));
  }

  private static boolean isSame(TextEdit edit, TextEdit other) {
    return edit.range().equals(other.range())
        && stripped(edit.newText()).equals(stripped(other.newText()));
  }

  private static String stripped(String text) {
    return text.replaceAll("\\s+", "");
  }

  /// The file of the primary span, where it can be edited.
  static Optional<Path> file(Diagnostic diagnostic) {
    return Stream.of(diagnostic)
        .flatMap(one -> one.primary().stream())
        .filter(span -> span.editable() && span.file().toString().endsWith(".rs"))
        .map(span -> span.file())
        .findFirst();
  }
}
