package dev.rustmend.syntax;

import dev.rustmend.text.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The items of two versions of a file that are not the same in both, one after the other as in the
/// file. What a change destroys can be read off them alone, which in a long file takes a small part
/// of the time.
///
/// The file is cut by its tokens, see [ItemCuts]: whoever parses the items finds out whether a cut
/// was in the wrong place.
public record ChangedItems(SourceText before, SourceText after) {

  /// The same for files that are long enough for it to be worth its time; empty for others.
  public static Optional<ChangedItems> ofLong(SourceText before, SourceText after) {
    return Math.max(before.length(), after.length()) > ItemCuts.LONG
        ? Optional.of(of(before, after))
        : Optional.empty();
  }

  static ChangedItems of(SourceText before, SourceText after) {
    List<String> old = items(before);
    List<String> young = items(after);
    return new ChangedItems(without(old, young), without(young, old));
  }

  /// The items with one character for each byte, whatever the bytes are.
  private static List<String> items(SourceText text) {
    String bytes = new String(text.bytes(), StandardCharsets.ISO_8859_1);
    return ItemCuts.parts(text).stream()
        .map(part -> bytes.substring(part.start(), part.end()))
        .toList();
  }

  /// The items that are not among `others`, each as often as it is there more often.
  private static SourceText without(List<String> items, List<String> others) {
    Map<String, Integer> known = new HashMap<>();
    others.forEach(item -> known.merge(item, 1, Integer::sum));
    String rest =
        items.stream()
            .filter(item -> known.merge(item, -1, Integer::sum) < 0)
            .collect(Collectors.joining());
    return SourceText.of(rest.getBytes(StandardCharsets.ISO_8859_1));
  }
}
