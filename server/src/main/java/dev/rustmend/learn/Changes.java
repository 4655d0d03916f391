package dev.rustmend.learn;

import dev.rustmend.syntax.RustTree;
import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.Difference;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextEdit;
import dev.rustmend.text.TextRange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The changes between two texts, in terms of their trees.
final class Changes {
  private final RustTree before;
  private final RustTree after;
  private final List<TextEdit> hunks;

  private Changes(RustTree before, RustTree after, List<TextEdit> hunks) {
    this.before = before;
    this.after = after;
    this.hunks = List.copyOf(hunks);
  }

  /// Every change between the two texts, as small as it can be; empty when a part of it can not be
  /// said in terms of trees.
  static Optional<List<Change>> between(String before, String after) {
    SourceText old = SourceText.of(before);
    SourceText young = SourceText.of(after);
    Optional<RustTree> from = RustTree.parse(old).map(RustTree::opened);
    Optional<RustTree> to = RustTree.parse(young).map(RustTree::opened);
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    return new Changes(from.get(), to.get(), Hunks.between(old, young)).all();
  }

  private Optional<List<Change>> all() {
    var removed = new HashSet<>(ImportedPaths.of(before.root()));
    var added = new TreeSet<>(ImportedPaths.of(after.root()));
    removed.removeAll(ImportedPaths.of(after.root()));
    added.removeAll(ImportedPaths.of(before.root()));
    boolean onlyNewImports = removed.isEmpty();
    var changes = new ArrayList<Change>();
    if (onlyNewImports) {
      added.forEach(path -> changes.add(imported(path)));
    }
    for (TextEdit hunk : hunks) {
      if (isBlank(hunk) || (onlyNewImports && isAmongImports(hunk))) {
        continue;
      }
      Optional<Change> change = change(hunk);
      if (change.isEmpty()) {
        return Optional.empty();
      }
      if (!changes.contains(change.get())) {
        changes.add(change.get());
      }
    }
    return Optional.of(changes);
  }

  private static Change.Imported imported(String path) {
    var change = new Change.Imported(path, TextEdit.insert(0, ""));
    return new Change.Imported(path, TextEdit.insert(0, change.declaration() + "\n"));
  }

  private boolean isBlank(TextEdit hunk) {
    return hunk.newText().isBlank() && before.source().slice(hunk.range()).isBlank();
  }

  /// Whether a hunk touches nothing but the file's `use` declarations.
  private boolean isAmongImports(TextEdit hunk) {
    TextRange written = written(hunk);
    return coversOnly(before, hunk.range()) && coversOnly(after, written);
  }

  private static boolean coversOnly(RustTree tree, TextRange range) {
    return tree.root().children().stream()
        .filter(node -> node.range().overlaps(range))
        .allMatch(node -> node.is("use_declaration") || node.isExtra());
  }

  private Optional<Change> change(TextEdit hunk) {
    return inserted(hunk).or(() -> replaced(hunk.range(), written(hunk)));
  }

  // ---- whole nodes that came ----

  private Optional<Change> inserted(TextEdit hunk) {
    if (!hunk.range().isEmpty()) {
      return Optional.empty();
    }
    TextRange written = trimmed(after.source(), written(hunk));
    SyntaxNode around = after.around(written);
    List<SyntaxNode> siblings =
        around.range().equals(written)
            ? around.parent().map(SyntaxNode::children).orElse(List.of())
            : around.children();
    List<SyntaxNode> fresh =
        siblings.stream().filter(node -> written.encloses(node.range())).toList();
    if (fresh.isEmpty()
        || !fresh.stream().allMatch(Changes::standsAlone)
        || !fresh.getFirst().range().cover(fresh.getLast().range()).equals(written)) {
      return Optional.empty();
    }
    Optional<SyntaxNode> next =
        siblings.stream()
            .filter(node -> node.range().start() >= written.end() && node.isNamed())
            .findFirst();
    Optional<SyntaxNode> last =
        siblings.stream()
            .filter(node -> node.range().end() <= written.start() && node.isNamed())
            .reduce((_, later) -> later);
    String text = after.source().slice(written);
    return next.flatMap(node -> beside(node, Change.Side.BEFORE, text, hunk))
        .or(() -> last.flatMap(node -> beside(node, Change.Side.BEHIND, text, hunk)));
  }

  private static boolean standsAlone(SyntaxNode node) {
    return node.is("attribute_item")
        || node.is("let_declaration")
        || node.is("expression_statement");
  }

  /// The change beside the old node that `node` of the new tree was.
  private Optional<Change> beside(SyntaxNode node, Change.Side side, String text, TextEdit hunk) {
    int shift = 0;
    for (TextEdit edit : hunks) {
      shift += written(edit).end() <= node.range().start() ? edit.growth() : 0;
    }
    var range = new TextRange(node.range().start() - shift, node.range().end() - shift);
    return before
        .covering(range)
        .filter(old -> old.kind().equals(node.kind()) && old.text().equals(node.text()))
        .map(old -> new Change.Inserted(old, side, text, hunk));
  }

  // ---- a node that became another ----

  private Optional<Change> replaced(TextRange from, TextRange to) {
    SyntaxNode smallest = before.around(trimmed(before.source(), from));
    return Stream.concat(Stream.of(smallest), smallest.ancestors())
        .flatMap(node -> replaced(node).stream())
        .filter(change -> change.after().range().encloses(trimmed(after.source(), to)))
        .map(change -> (Change) change)
        .findFirst();
  }

  /// What became of `node` as a whole; empty where the new tree has no node in its place.
  private Optional<Change.Replaced> replaced(SyntaxNode node) {
    if (!node.isNamed() || node.index() == 0 || node.isExtra()) {
      return Optional.empty();
    }
    TextRange range = node.range();
    int start = range.start();
    int end = range.end();
    for (TextEdit hunk : hunks) {
      TextRange at = hunk.range();
      if (at.start() < range.start() && at.end() > range.start()) {
        return Optional.empty();
      }
      start += at.start() < range.start() ? hunk.growth() : 0;
      end += at.start() <= range.end() && at.end() <= range.end() ? hunk.growth() : 0;
    }
    if (end < start) {
      return Optional.empty();
    }
    return after
        .covering(new TextRange(start, end))
        .filter(made -> made.isNamed() && !made.isError() && !made.text().equals(node.text()))
        .map(made -> new Change.Replaced(node, made, new TextEdit(range, made.text())));
  }

  /// The same repair one node further up; empty at the top of the file.
  static Optional<Change> wider(Change.Replaced change, String before, String after) {
    SourceText old = SourceText.of(before);
    var changes =
        new Changes(
            change.before().tree(),
            change.after().tree(),
            Hunks.between(old, SourceText.of(after)));
    return change
        .before()
        .ancestors()
        .filter(node -> !node.range().equals(change.before().range()))
        .flatMap(node -> changes.replaced(node).stream())
        .map(wider -> (Change) wider)
        .findFirst();
  }

  private TextRange written(TextEdit hunk) {
    int shift = 0;
    for (TextEdit edit : hunks) {
      shift += edit.range().start() < hunk.range().start() ? edit.growth() : 0;
    }
    int start = hunk.range().start() + shift;
    return new TextRange(start, start + hunk.newBytes().length);
  }

  private static TextRange trimmed(SourceText text, TextRange range) {
    String slice = text.slice(range);
    int lead = bytes(slice) - bytes(slice.stripLeading());
    int length = bytes(slice.strip());
    return new TextRange(range.start() + lead, range.start() + lead + length);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /// Edits as small as a comparison of lines, and then of their ends, makes them.
  static final class Hunks {
    private Hunks() {}

    static List<TextEdit> between(SourceText before, SourceText after) {
      var hunks = new ArrayList<TextEdit>();
      for (TextEdit edit : Difference.edits(before, after)) {
        List<String> old = lines(before.slice(edit.range()));
        List<String> young = lines(edit.newText());
        if (old.size() == young.size() && !old.isEmpty()) {
          int at = edit.range().start();
          for (int i = 0; i < old.size(); i++) {
            narrowed(at, old.get(i), young.get(i)).ifPresent(hunks::add);
            at += bytes(old.get(i));
          }
        } else if (edit.range().isEmpty() || edit.newText().isEmpty()) {
          hunks.add(edit);
        } else {
          narrowed(edit.range().start(), before.slice(edit.range()), edit.newText())
              .ifPresent(hunks::add);
        }
      }
      return List.copyOf(hunks);
    }

    private static List<String> lines(String text) {
      return text.lines().map(line -> line + "\n").toList();
    }

    /// The edit from `old` at the offset `at` to `young`, without what they begin and end with
    /// alike; empty where they are equal.
    private static Optional<TextEdit> narrowed(int at, String old, String young) {
      if (old.equals(young)) {
        return Optional.empty();
      }
      return Optional.of(TextEdit.trimmed(at, old, young));
    }
  }
}
