package dev.rustmend.learn;

import dev.rustmend.syntax.RustTree;
import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.Patch;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextEdit;
import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The part of a file that an episode keeps: all of a small one; of a large one the imports, the
/// items that rustc pointed into or that changed, and those of the same file that these name, as
/// far as they go into a few kilobytes. Whole lines, in their order.
record Excerpt(SourceText source, List<TextRange> kept) {
  private static final int SMALL_FILE = 6_000;
  private static final int MOST = 12_000;
  private static final Pattern WORD = Pattern.compile("\\w+");

  Excerpt {
    kept = List.copyOf(kept);
  }

  /// The excerpt around `places`; empty where they alone are too much, or there is no parser.
  static Optional<Excerpt> around(SourceText source, List<TextRange> places) {
    if (source.length() <= SMALL_FILE) {
      return Optional.of(new Excerpt(source, List.of(new TextRange(0, source.length()))));
    }
    return RustTree.parse(source).flatMap(tree -> around(tree, places));
  }

  private static Optional<Excerpt> around(RustTree tree, List<TextRange> places) {
    List<SyntaxNode> items = tree.root().namedChildren();
    var chosen = new TreeSet<Integer>();
    for (int i = 0; i < items.size(); i++) {
      TextRange range = items.get(i).range();
      boolean meant = places.stream().anyMatch(range::touches);
      boolean attribute =
          i + 1 < items.size()
              && items.get(i).is("attribute_item")
              && places.stream().anyMatch(items.get(i + 1).range()::touches);
      if (meant
          || attribute
          || items.get(i).is("use_declaration")
          || items.get(i).is("inner_attribute_item")) {
        chosen.add(i);
      }
    }
    if (size(items, chosen) > MOST) {
      return Optional.empty();
    }
    addNamed(items, chosen);
    return Optional.of(new Excerpt(tree.source(), lines(tree.source(), items, chosen)));
  }

  /// Adds the items that those chosen name, and what these name, while there is room.
  private static void addNamed(List<SyntaxNode> items, Set<Integer> chosen) {
    boolean grown = true;
    while (grown) {
      grown = false;
      Set<String> words = new HashSet<>();
      chosen.forEach(i -> words(items.get(i)).forEach(words::add));
      for (int i = 0; i < items.size(); i++) {
        if (!chosen.contains(i)
            && names(items.get(i)).stream().anyMatch(words::contains)
            && size(items, chosen) + items.get(i).range().length() <= MOST) {
          grown |= chosen.add(i);
        }
      }
    }
    for (int i = 0; i + 1 < items.size(); i++) {
      if (items.get(i).is("attribute_item") && chosen.contains(i + 1)) {
        chosen.add(i);
      }
    }
  }

  /// The names under which others would speak of an item: an impl belongs to its type.
  private static List<String> names(SyntaxNode item) {
    return item.child(item.is("impl_item") ? "type" : "name")
        .map(node -> List.of(node.text().replaceFirst("<.*", "")))
        .orElse(List.of());
  }

  private static List<String> words(SyntaxNode item) {
    return WORD.matcher(item.text()).results().map(found -> found.group()).toList();
  }

  private static int size(List<SyntaxNode> items, Set<Integer> chosen) {
    return chosen.stream().mapToInt(i -> items.get(i).range().length()).sum();
  }

  private static List<TextRange> lines(
      SourceText source, List<SyntaxNode> items, Set<Integer> chosen) {
    var ranges = new ArrayList<TextRange>();
    for (int i : chosen) {
      TextRange range = items.get(i).range();
      int start = source.lines().start(source.lines().line(range.start()));
      int end = source.lines().start(source.lines().line(range.end()) + 1);
      if (!ranges.isEmpty() && ranges.getLast().end() >= start) {
        ranges.add(ranges.removeLast().cover(new TextRange(start, end)));
      } else {
        ranges.add(new TextRange(start, end));
      }
    }
    return ranges;
  }

  /// The text that is kept.
  String text() {
    var text = new StringBuilder();
    kept.forEach(range -> text.append(source.slice(range)));
    return text.toString();
  }

  /// The same after `edits` of the file; those outside of what is kept count only when they put in
  /// whole lines, at the top.
  String after(List<TextEdit> edits) {
    var moved = new ArrayList<TextEdit>();
    for (TextEdit edit : edits) {
      TextRange at = move(edit.range()).orElse(TextRange.at(0));
      moved.add(new TextEdit(at, edit.newText()));
    }
    Collections.sort(moved, java.util.Comparator.comparing(TextEdit::range));
    SourceText before = SourceText.of(text());
    return Patch.of(Told.NOWHERE, moved.toArray(TextEdit[]::new))
        .apply(Told.NOWHERE, before)
        .string();
  }

  /// Where a place of the file is in the text that is kept.
  Optional<TextRange> move(TextRange range) {
    int before = 0;
    for (TextRange part : kept) {
      if (part.encloses(range)) {
        int shift = before - part.start();
        return Optional.of(new TextRange(range.start() + shift, range.end() + shift));
      }
      before += part.length();
    }
    return Optional.empty();
  }
}
