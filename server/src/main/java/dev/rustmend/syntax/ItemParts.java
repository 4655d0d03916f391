package dev.rustmend.syntax;

import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextRange;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The trees of single items at the top of one text, for questions about one place: in a long file
/// the tree of one item takes a small part of the time that the whole one takes. Used by one
/// thread.
public final class ItemParts {
  private final SourceText text;
  private final List<TextRange> cuts;
  private final Map<TextRange, Optional<Part>> parts = new HashMap<>();

  private ItemParts(SourceText text, List<TextRange> cuts) {
    this.text = text;
    this.cuts = cuts;
  }

  /// A tree whose text begins at byte `start` of the whole one.
  public record Part(RustTree tree, int start) {
    /// Where a range of the whole text is in this one.
    public TextRange inside(TextRange range) {
      return new TextRange(range.start() - start, range.end() - start);
    }

    /// Where a range of this text is in the whole one.
    public TextRange outside(TextRange range) {
      return new TextRange(range.start() + start, range.end() + start);
    }
  }

  /// The parts of `text`; nothing is parsed yet.
  public static ItemParts of(SourceText text) {
    return new ItemParts(text, text.length() > ItemCuts.LONG ? ItemCuts.parts(text) : List.of());
  }

  /// A tree with all that stands around `range` but what is at the top of the file; empty only
  /// where the platform has no parser.
  ///
  /// It is that of the whole text where the text is short, where `range` is not inside of one item,
  /// and where that item can not be parsed by itself.
  public Optional<Part> around(TextRange range) {
    return cuts.stream()
        .filter(cut -> cut.encloses(range))
        .findFirst()
        .flatMap(cut -> parts.computeIfAbsent(cut, this::sound))
        .or(() ->
            parts.computeIfAbsent(
                new TextRange(0, text.length()),
                _ -> RustTree.parse(text).map(tree -> new Part(tree, 0))));
  }

  private Optional<Part> sound(TextRange cut) {
    SourceText part = SourceText.of(Arrays.copyOfRange(text.bytes(), cut.start(), cut.end()));
    return RustTree.parse(part)
        .filter(tree -> !tree.hasError())
        .map(tree -> new Part(tree, cut.start()));
  }
}
