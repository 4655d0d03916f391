package dev.rustmend.wording;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A model's text while it comes, checked piece by piece: a sentence, or a line of code, is settled
/// when it is whole, and what is settled does not change any more.
///
/// Behind a paragraph and a block of code stands which of its names no source has. A sentence that
/// was there before is left out, as small models repeat themselves without end.
final class Draft {
  private static final Pattern SENTENCE =
      Pattern.compile(
          "(?<!^[ \\t]{0,8}\\d{1,3})[.!?](?:\\s*\\[[^\\]\\n]{1,40}])*[ \\t]+(?=[^\\s\\[(])");
  private static final Pattern UNSAFE =
      Pattern.compile(
          "[\\p{Cc}\\u200B\\u200E\\u200F\\u2028-\\u202E\\u2060-\\u206F\\uFEFF&&[^\\n\\t]]");
  private static final Pattern MAYBE_RUST = Pattern.compile("\\s*|(?:rust|rs)\\b.*");
  private static final Pattern MARKER = Pattern.compile("^(?:\\d{1,3}[.)]|[-*+])\\s+");
  private static final String FENCE = "```";
  private static final int REPEATED = 25;

  private final Inline inline;
  private final KnownNames names;
  private final StringBuilder open = new StringBuilder();
  private final StringBuilder settled = new StringBuilder();
  private final StringBuilder block = new StringBuilder();
  private final Set<String> said = new HashSet<>();
  private final Set<String> strange = new LinkedHashSet<>();
  private final Set<String> here = new LinkedHashSet<>();
  private String language = "";
  private boolean inCode;
  private int newlines;

  Draft(Inline inline, KnownNames names) {
    this.inline = inline;
    this.names = names;
  }

  /// Takes the next piece and returns what it has settled.
  String add(String piece) {
    int from = settled.length();
    open.append(UNSAFE.matcher(piece).replaceAll(""));
    for (int end = unit(); end > 0; end = unit()) {
      String unit = open.substring(0, end);
      open.delete(0, end);
      settle(unit);
    }
    return settled.substring(from);
  }

  /// There is no more: settles the rest and returns it.
  String end() {
    int from = settled.length();
    if (!open.isEmpty()) {
      settle(open.toString());
      open.setLength(0);
    }
    if (inCode) {
      newlines = Math.max(newlines, 1);
      settle(FENCE);
    }
    endParagraph();
    return settled.substring(from);
  }

  /// The checked text so far.
  String text() {
    return settled.toString();
  }

  /// The names that no source has.
  List<String> strange() {
    return List.copyOf(strange);
  }

  /// Where the first whole unit of what is open ends; 0 when there is none.
  private int unit() {
    int line = open.indexOf("\n") + 1;
    if (inCode) {
      return line;
    }
    String text = line > 0 ? open.substring(0, line) : open.toString();
    if (text.stripLeading().startsWith(FENCE)) {
      return line;
    }
    Matcher sentence = SENTENCE.matcher(text);
    while (sentence.find()) {
      boolean insideCode =
          text.substring(0, sentence.start()).chars().filter(c -> c == '`').count() % 2 == 1;
      if (!insideCode) {
        return sentence.end();
      }
    }
    return line;
  }

  private void settle(String unit) {
    String line = unit.endsWith("\n") ? unit.substring(0, unit.length() - 1) : unit;
    if (line.strip().startsWith(FENCE)) {
      fence(line);
    } else if (inCode) {
      block.append(line).append('\n');
      write(line);
    } else if (line.isBlank()) {
      endParagraph();
    } else {
      prose(line);
    }
    newlines += unit.endsWith("\n") ? 1 : 0;
  }

  private void fence(String line) {
    if (inCode) {
      write(FENCE);
      inCode = false;
      if (MAYBE_RUST.matcher(language).matches()) {
        here.addAll(names.strangeIn(block.toString()));
      }
      block.setLength(0);
      if (mark("\n\n")) {
        newlines = 1;
      }
    } else {
      endParagraph();
      newlines = Math.max(newlines, 2);
      write(line.strip());
      inCode = true;
      language = line.strip().substring(FENCE.length());
    }
  }

  private void prose(String sentence) {
    String key = MARKER.matcher(sentence.strip()).replaceFirst("");
    if (key.length() >= REPEATED && !said.add(key)) {
      return;
    }
    String clean = inline.clean(sentence);
    Inline.codeIn(sentence).forEach(code -> here.addAll(names.strangeIn(code)));
    if (!clean.isBlank()) {
      write(clean);
    }
  }

  private void endParagraph() {
    boolean apart =
        settled.isEmpty() || Character.isWhitespace(settled.charAt(settled.length() - 1));
    mark(apart ? "" : " ");
  }

  /// Tells, behind `before`, of the strange names since it told last; says whether there are any.
  private boolean mark(String before) {
    if (here.isEmpty()) {
      return false;
    }
    settled.append(before).append("(not in the sources: `" + String.join("`, `", here) + "`)");
    strange.addAll(here);
    here.clear();
    return true;
  }

  /// Newlines are written only when something follows them, and never more than two.
  private void write(String text) {
    if (!settled.isEmpty()) {
      settled.append("\n".repeat(Math.min(newlines, 2)));
    }
    newlines = 0;
    settled.append(text);
  }
}
