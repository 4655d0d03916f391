package dev.rustmend.syntax;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What in a stretch of tokens carries meaning: names, literals, and the keywords that leave a
/// block. Delimiters, operators, types' punctuation and modifiers (`mut`, `&`, `pub`) do not count,
/// since honest repairs add and take them.
final class Words {
  private static final Set<String> KEYWORDS =
      Stream.concat(Keywords.all().stream(), Stream.of("yield", "_"))
          .collect(Collectors.toUnmodifiableSet());
  private static final Set<String> COUNTED = Set.of("break", "continue", "return", "yield", "loop");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}]*}");

  /// What a repair of a text's spelling adds or takes: a brace or backslash that is doubled, a
  /// placeholder of C.
  private static final Pattern SPELLING =
      Pattern.compile("[{}\\\\]|%[-+0]?[0-9]*(?:\\.[0-9]+)?[disufgxX]\\b");

  private static final Pattern NUMBER =
      Pattern.compile("(0[xob][0-9a-fA-F]+|[0-9]+(?:\\.[0-9]*)?(?:[eE][+-]?[0-9]+)?)(.*)");

  private static final Pattern CHARACTER =
      Pattern.compile("u(?:\\{([0-9a-fA-F]{1,6})}|([0-9a-fA-F]{4}))");

  private Words() {}

  /// The words of `tokens`; comments are skipped.
  static Bag of(List<Token> tokens) {
    return Bag.of(tokens.stream().flatMap(token -> word(token).stream()).toList());
  }

  static boolean isKeyword(String word) {
    return KEYWORDS.contains(word);
  }

  /// Whether a word may be a keyword with a slip of the finger, such as `strcut` or `fnn`: the same
  /// letters in another order, or one too many.
  static boolean isNearKeyword(String word) {
    return KEYWORDS.stream()
        .filter(keyword -> keyword.length() > 1)
        .anyMatch(keyword -> isSlip(word, keyword));
  }

  private static boolean isSlip(String word, String keyword) {
    boolean permuted =
        !word.equals(keyword) && word.length() > 2 && letters(word).equals(letters(keyword));
    boolean inserted = false;
    for (int i = 0; word.length() == keyword.length() + 1 && i < word.length(); i++) {
      inserted |= (word.substring(0, i) + word.substring(i + 1)).equals(keyword);
    }
    return permuted || (inserted && word.length() > 2);
  }

  private static List<String> letters(String word) {
    return word.chars().sorted().mapToObj(Character::toString).toList();
  }

  private static Optional<String> word(Token token) {
    return switch (token.kind()) {
      case WORD -> {
        boolean counts = !isKeyword(token.text()) || COUNTED.contains(token.text());
        yield counts ? Optional.of(name(token)) : Optional.empty();
      }
      case NUMBER, STRING, CHARACTER -> Optional.of(value(token));
      case LIFETIME, COMMENT, PUNCTUATION -> Optional.empty();
    };
  }

  /// An identifier without `r#`, and without the underscore that marks it as unused. A constant
  /// counts as the variable of its name, in small letters.
  static String name(Token token) {
    String raw = token.text().startsWith("r#") ? token.text().substring(2) : token.text();
    return folded(raw);
  }

  /// What names that are variables or constants of one name have in common.
  static String folded(String raw) {
    String text = raw.length() > 1 && raw.startsWith("_") ? raw.substring(1) : raw;
    boolean constant = text.length() > 1 && text.equals(text.toUpperCase(Locale.ROOT));
    return constant ? text.toLowerCase(Locale.ROOT) : text;
  }

  /// What a literal stands for, alike for all ways of writing it: `1`, `1.0` and `1_u8` are one
  /// value, and so are `'a'`, `"a"` and `b"a"`. The places to fill of a format string are left out,
  /// and so are braces and backslashes.
  static String value(Token token) {
    if (token.kind() == TokenKind.NUMBER) {
      var parts = NUMBER.matcher(token.text().replace("_", ""));
      String digits = parts.matches() ? parts.group(1) : token.text();
      return digits.toLowerCase(Locale.ROOT).replaceFirst("\\.0*$", "");
    }
    String text = token.text();
    int open = Math.max(0, Math.min(indexOf(text, '"'), indexOf(text, '\'')));
    boolean raw = text.startsWith("r") || text.startsWith("br") || text.startsWith("cr");
    int hashes = raw ? (int) text.substring(0, open).chars().filter(c -> c == '#').count() : 0;
    // a raw string with another number of marks at its end goes on to the end of the text
    int close =
        raw && !text.endsWith("\"" + "#".repeat(hashes)) && text.indexOf('"', open + 1) > 0
            ? text.indexOf('"', open + 1)
            : Math.max(open + 1, text.length() - 1 - hashes);
    String inner =
        text.substring(Math.min(open + 1, text.length()), Math.min(close, text.length()));
    if (token.kind() == TokenKind.CHARACTER && (inner.equals("{") || inner.equals("}"))) {
      return inner;
    }
    String plain = PLACEHOLDER.matcher(raw ? inner : unescaped(inner)).replaceAll("");
    return SPELLING.matcher(plain).replaceAll("");
  }

  private static int indexOf(String text, char quote) {
    int found = text.indexOf(quote);
    return found < 0 ? Integer.MAX_VALUE : found;
  }

  /// `text` with its `\xHH`, code points and simple escapes taken as bytes; a code point without
  /// its braces, as other languages write it, is the same one.
  private static String unescaped(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    var bytes = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      if (point == '\\' && i < text.length()) {
        i = escape(text, i, bytes);
      } else {
        bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /// Writes the escape whose letter is at `at`, and gives the place behind it.
  private static int escape(String text, int at, ByteArrayOutputStream bytes) {
    char letter = text.charAt(at);
    if (letter == 'x' && at + 3 <= text.length()) {
      int high = Character.digit(text.charAt(at + 1), 16);
      int low = Character.digit(text.charAt(at + 2), 16);
      if (high >= 0 && low >= 0) {
        bytes.write(high * 16 + low);
        return at + 3;
      }
    }
    Matcher character = CHARACTER.matcher(text).region(at, text.length());
    if (character.lookingAt() && Character.isValidCodePoint(codePoint(character))) {
      bytes.writeBytes(Character.toString(codePoint(character)).getBytes(StandardCharsets.UTF_8));
      return character.end();
    }
    bytes.writeBytes(Character.toString(letter).getBytes(StandardCharsets.UTF_8));
    return at + 1;
  }

  private static int codePoint(Matcher character) {
    return Integer.parseInt(
        character.group(1) == null ? character.group(2) : character.group(1), 16);
  }
}
