package dev.rustmend.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/// A set of edits over one or more files, to be made together or not at all.
///
/// Keys are absolute paths in the user's own tree. The edits of a file are sorted and free of
/// conflicts; the constructor throws [IllegalArgumentException] otherwise. Offsets refer to the
/// files as they were when the patch was made.
///
/// The files of `created` must not be there yet: their edits are made on an empty text, and each
/// has at least one, which for a file that stays empty inserts nothing.
public record Patch(SortedMap<Path, List<TextEdit>> edits, SortedSet<Path> created) {
  private static final Comparator<TextEdit> BY_RANGE =
      Comparator.comparing(TextEdit::range).thenComparing(TextEdit::newText);
  private static final Patch EMPTY = new Patch(new TreeMap<>());

  public Patch {
    var checked = new TreeMap<Path, List<TextEdit>>();
    edits.forEach((file, list) -> {
      if (!list.isEmpty()) {
        checked.put(file, checked(file, list));
      }
    });
    created.forEach(file -> checked.putIfAbsent(file, List.of(TextEdit.insert(0, ""))));
    edits = Collections.unmodifiableSortedMap(checked);
    created = Collections.unmodifiableSortedSet(new TreeSet<>(created));
  }

  /// A patch of files that are there.
  public Patch(SortedMap<Path, List<TextEdit>> edits) {
    this(edits, Collections.emptySortedSet());
  }

  /// A patch that makes the file `file`, which must not be there yet, with this text.
  public static Patch creating(Path file, String text) {
    var edits = new TreeMap<>(Map.of(file, List.of(TextEdit.insert(0, text))));
    return new Patch(edits, new TreeSet<>(Set.of(file)));
  }

  public static Patch empty() {
    return EMPTY;
  }

  public static Patch of(Path file, TextEdit... edits) {
    return new Patch(new TreeMap<>(Map.of(file, List.of(edits))));
  }

  public boolean isEmpty() {
    return edits.isEmpty();
  }

  public Set<Path> files() {
    return edits.keySet();
  }

  /// Whether the patch makes this file.
  public boolean creates(Path file) {
    return created.contains(file);
  }

  /// The edits of one file, sorted; none when the patch does not touch it.
  public List<TextEdit> edits(Path file) {
    return edits.getOrDefault(file, List.of());
  }

  /// `text`, which must be the content of `file`, with this patch made.
  public SourceText apply(Path file, SourceText text) {
    return text.edited(edits(file));
  }

  /// Both patches as one, or empty when an edit of one conflicts with an edit of the other. An edit
  /// that both make is made once.
  public Optional<Patch> merge(Patch other) {
    var merged = new TreeMap<Path, List<TextEdit>>(edits);
    for (var entry : other.edits.entrySet()) {
      var list = new ArrayList<>(merged.getOrDefault(entry.getKey(), List.of()));
      for (TextEdit edit : entry.getValue()) {
        if (!list.contains(edit)) {
          if (list.stream().anyMatch(edit::conflictsWith)) {
            return Optional.empty();
          }
          list.add(edit);
        }
      }
      merged.put(entry.getKey(), list);
    }
    var files = new TreeSet<>(created);
    files.addAll(other.created);
    return Optional.of(new Patch(merged, files));
  }

  /// The same with each inserted line break written as `file` writes its own, by `lineBreak`.
  public Patch withLineBreaks(Function<Path, String> lineBreak) {
    var adapted = new TreeMap<Path, List<TextEdit>>();
    edits.forEach((file, list) ->
        adapted.put(
            file, list.stream().map(edit -> edit.withLineBreak(lineBreak.apply(file))).toList()));
    return new Patch(adapted, created);
  }

  /// Size of the change: bytes deleted plus bytes inserted, over all files.
  public int size() {
    return edits.values().stream()
        .flatMap(List::stream)
        .mapToInt(edit -> edit.range().length() + edit.newBytes().length)
        .sum();
  }

  /// Where `range` of `file` lies after this patch. A range that an edit changes grows to hold what
  /// was written; text inserted exactly at its border stays outside.
  public TextRange map(Path file, TextRange range) {
    int start = range.start();
    int end = range.end();
    for (TextEdit edit : edits(file)) {
      TextRange at = edit.range();
      if (at.end() <= range.start() && (!range.isEmpty() || at.start() < range.start())) {
        start += edit.growth();
        end += edit.growth();
      } else if (at.start() < range.end()) {
        start -= Math.max(0, range.start() - at.start());
        end += edit.growth() + Math.max(0, at.end() - range.end());
      }
    }
    return new TextRange(Math.max(0, start), Math.max(Math.max(0, start), end));
  }

  /// The ranges that this patch wrote in `file`, in offsets of the text after it.
  public List<TextRange> written(Path file) {
    var written = new ArrayList<TextRange>();
    int shift = 0;
    for (TextEdit edit : edits(file)) {
      int start = edit.range().start() + shift;
      written.add(new TextRange(start, start + edit.newBytes().length));
      shift += edit.growth();
    }
    return List.copyOf(written);
  }

  private static List<TextEdit> checked(Path file, List<TextEdit> edits) {
    var sorted = new ArrayList<>(edits);
    sorted.sort(BY_RANGE);
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i - 1).conflictsWith(sorted.get(i))) {
        throw new IllegalArgumentException(
            "edits of %s conflict at %s and %s"
                .formatted(file, sorted.get(i - 1).range(), sorted.get(i).range()));
      }
    }
    return List.copyOf(sorted);
  }
}
