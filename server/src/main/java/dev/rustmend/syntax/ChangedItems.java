package dev.rustmend.syntax;

import dev.rustmend.text.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The items of two versions of a file that are not the same in both, one after the other as in the
/// file. What a change destroys can be read off them alone, which in a long file takes a small part
/// of the time.
///
/// The file is cut by its tokens, behind what ends an item at its top: `;` or `}` outside of all
/// brackets. A cut in the wrong place leaves something that can not be parsed, so whoever parses
/// the items finds out.
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
    List<String> old = items(before);
    List<String> young = items(after);
    return new ChangedItems(without(old, young), without(young, old));
  }

  /// The items with one character for each byte, whatever the bytes are.
  private static List<String> items(SourceText text) {
    String bytes = new String(text.bytes(), StandardCharsets.ISO_8859_1);
    var items = new ArrayList<String>();
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
        items.add(bytes.substring(start, token.range().end()));
        start = token.range().end();
      }
    }
    items.add(bytes.substring(start));
    return items;
  }

  private static boolean begins(Token token) {
    return BEGINNINGS.contains(token.text());
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
