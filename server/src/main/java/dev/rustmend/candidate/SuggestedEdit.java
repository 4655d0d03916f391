package dev.rustmend.candidate;

import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextEdit;
import dev.rustmend.text.TextRange;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One edit of a suggestion with what stands around it: `before` and `after` are the 200 bytes on
/// either side, `removed` and `written` what goes and what comes, `oldName` and `newName` the whole
/// word at its place, since rustc may write only the letters that differ.
record SuggestedEdit(
    String before, String removed, String written, String after, String oldName, String newName) {
  private static final int NEAR = 200;
  private static final Pattern END_OF_WORD = Pattern.compile("\\w*$");
  private static final Pattern START_OF_WORD = Pattern.compile("^\\w*");

  /// `edit` as it stands in `text`.
  static SuggestedEdit of(SourceText text, TextEdit edit) {
    TextRange range = edit.range();
    String before = text.slice(new TextRange(Math.max(0, range.start() - NEAR), range.start()));
    String after = text.slice(new TextRange(range.end(), range.end() + NEAR));
    String removed = text.slice(range);
    String front = first(END_OF_WORD, before);
    String back = first(START_OF_WORD, after);
    return new SuggestedEdit(
        before,
        removed,
        edit.newText(),
        after,
        front + removed + back,
        front + edit.newText() + back);
  }

  /// Whether the word stays the same but for capital letters.
  boolean keepsName() {
    return oldName.equalsIgnoreCase(newName);
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group() : "";
  }
}
