package dev.rustmend.operation;

import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextRange;
import java.util.Map;

/// Characters that only look like those of Rust, replaced by these.
final class LookalikeRepairs {
  private static final Map<Integer, String> LOOKALIKES =
      Map.ofEntries(
          Map.entry((int) '“', "\""),
          Map.entry((int) '”', "\""),
          Map.entry((int) '„', "\""),
          Map.entry((int) '«', "\""),
          Map.entry((int) '»', "\""),
          Map.entry((int) '＂', "\""),
          Map.entry((int) '‘', "'"),
          Map.entry((int) '’', "'"),
          Map.entry((int) '´', "'"),
          Map.entry((int) '＇', "'"),
          Map.entry((int) '–', "-"),
          Map.entry((int) '—', "-"),
          Map.entry((int) '−', "-"),
          Map.entry((int) '×', "*"),
          Map.entry((int) '÷', "/"),
          Map.entry((int) '≠', "!="),
          Map.entry((int) '≤', "<="),
          Map.entry((int) '≥', ">="),
          Map.entry((int) '→', "->"),
          Map.entry((int) '⇒', "=>"),
          Map.entry((int) '…', ".."),
          Map.entry((int) '，', ","),
          Map.entry((int) '；', ";"),
          Map.entry((int) '：', ":"),
          Map.entry((int) '（', "("),
          Map.entry((int) '）', ")"),
          Map.entry((int) '｛', "{"),
          Map.entry((int) '｝', "}"),
          Map.entry((int) '［', "["),
          Map.entry((int) '］', "]"),
          Map.entry((int) '＝', "="),
          Map.entry((int) '＋', "+"),
          Map.entry((int) '！', "!"),
          Map.entry((int) '＜', "<"),
          Map.entry((int) '＞', ">"),
          Map.entry((int) '＆', "&"),
          Map.entry((int) '。', "."),
          Map.entry((int) '、', ","),
          Map.entry((int) '．', "."),
          Map.entry((int) ';', ";"),
          Map.entry(0xA0, " "),
          Map.entry(0x3000, " "),
          Map.entry(0x200B, ""),
          Map.entry(0xFEFF, ""),
          Map.entry(0x2009, " "));

  private LookalikeRepairs() {}

  /// Characters that only look like Rust's own are replaced in the whole file, outside of strings
  /// and comments.
  static void lookalikes(Tokens tokens, Mends out) {
    String text = tokens.site().text().string();
    Edits edits = out.edits();
    int count = 0;
    int offset = 0;
    int quote = 0;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      int length = SourceText.of(Character.toString(point)).length();
      int skipped = quote == 0 ? skip(text, i) : 0;
      if (skipped > 0) {
        offset += SourceText.of(text.substring(i, i + skipped)).length();
        i += skipped;
        continue;
      }
      String plain = LOOKALIKES.get(point);
      boolean isQuote = plain != null && (plain.equals("\"") || plain.equals("'"));
      if (plain != null && (quote == 0 || isQuote)) {
        edits.replace(new TextRange(offset, offset + length), plain);
        quote = isQuote && quote == 0 ? point : 0;
        count++;
      } else if (quote != 0 && (point == '"' || point == '\n')) {
        quote = 0;
      }
      offset += length;
      i += Character.charCount(point);
    }
    if (count > 0) {
      out.add("Replace the look-alike characters by ASCII", 0, edits);
    }
  }

  /// The length of the comment or string at `at`, or 0.
  private static int skip(String text, int at) {
    int end;
    if (text.startsWith("//", at)) {
      end = text.indexOf('\n', at);
    } else if (text.startsWith("/*", at)) {
      end = text.indexOf("*/", at);
    } else if (text.charAt(at) == '"') {
      int i = at + 1;
      while (i < text.length()
          && text.charAt(i) != '"'
          && text.charAt(i) != '\n'
          && text.charAt(i) != '”') {
        i += text.charAt(i) == '\\' ? 2 : 1;
      }
      return i < text.length() && text.charAt(i) == '"' ? i + 1 - at : 0;
    } else {
      return 0;
    }
    return end < 0 ? text.length() - at : Math.max(1, end - at);
  }
}
