package dev.rustmend.syntax;

import dev.rustmend.text.SourceText;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The items of two versions of a file that are not the same in both, one after the other as in the
/// file. What a change destroys can be read off them alone, which in a long file takes a small part
/// of the time.
///
/// The file is cut by its tokens, behind what ends an item at its top: `;` or `}` outside of all
/// brackets. A cut in the wrong place leaves something that can not be parsed, so whoever parses the
/// items finds out.
record ChangedItems(SourceText before, SourceText after) {
  private static final Set<String> BEGINNINGS =
      Set.of(
          "pub",
          "fn",
          "struct",
          "enum",
          "union",
          "impl",
          "trait",
          "mod",
          "use",
          "const",
          "static",
          "type",
          "unsafe",
          "extern",
          "async",
          "macro_rules",
          "#");

  static ChangedItems of(SourceText before, SourceText after) {
    List<Item> old = items(before);
    List<Item> young = items(after);
    return new ChangedItems(without(old, young), without(young, old));
  }

  /// A stretch of a file, compared by what it says.
  private record Item(byte[] file, int start, int end) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Item(byte[] text, int from, int to)
          && Arrays.equals(file, start, end, text, from, to);
    }

    @Override
    public int hashCode() {
      int hash = 1;
      for (int i = start; i < end; i++) {
        hash = 31 * hash + file[i];
      }
      return hash;
    }
  }

  private static List<Item> items(SourceText text) {
    byte[] bytes = text.bytes();
    var items = new ArrayList<Item>();
    List<Token> tokens =
        RustLexer.tokens(text).stream().filter(it -> it.kind() != TokenKind.COMMENT).toList();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      depth += token.is("{") || token.is("(") || token.is("[") ? 1 : 0;
      depth -= token.is("}") || token.is(")") || token.is("]") ? 1 : 0;
      boolean last = i + 1 == tokens.size();
      boolean closed = token.is("}") && (last || begins(tokens.get(i + 1)));
      if (depth == 0 && (closed || token.is(";"))) {
        items.add(new Item(bytes, start, token.range().end()));
        start = token.range().end();
      }
    }
    items.add(new Item(bytes, start, bytes.length));
    return items;
  }

  private static boolean begins(Token token) {
    return BEGINNINGS.contains(token.text());
  }

  /// The items that are not among `others`, each as often as it is there more often.
  private static SourceText without(List<Item> items, List<Item> others) {
    Map<Item, Integer> known = new HashMap<>();
    others.forEach(item -> known.merge(item, 1, Integer::sum));
    var rest = new ByteArrayOutputStream();
    for (Item item : items) {
      int left = known.merge(item, -1, Integer::sum);
      if (left < 0) {
        rest.write(item.file(), item.start(), item.end() - item.start());
      }
    }
    return SourceText.of(rest.toByteArray());
  }
}
