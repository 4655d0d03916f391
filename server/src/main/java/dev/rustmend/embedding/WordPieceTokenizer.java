package dev.rustmend.embedding;

import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Cuts texts into the numbered word pieces that BERT models read: lower case without accents,
/// punctuation apart, and each word as the longest known pieces from its start.
final class WordPieceTokenizer {
  /// A longer word counts as unknown, as in the model's training.
  private static final int LONGEST_WORD = 100;

  private static final String CONTINUES = "##";

  private final Map<String, Integer> vocabulary;
  private final int unknown;
  private final int start;
  private final int end;

  WordPieceTokenizer(Map<String, Integer> vocabulary) {
    this.vocabulary = Map.copyOf(vocabulary);
    this.unknown = number("[UNK]");
    this.start = number("[CLS]");
    this.end = number("[SEP]");
  }

  /// Reads a `tokenizer.json` of the Hugging Face format, of which only the vocabulary counts.
  static WordPieceTokenizer read(InputStream json) throws IOException {
    try (var reader = new JsonReader(new InputStreamReader(json, StandardCharsets.UTF_8))) {
      if (!enter(reader, "model") || !enter(reader, "vocab")) {
        throw new IOException("this tokenizer has no vocabulary");
      }
      var vocabulary = new HashMap<String, Integer>();
      reader.beginObject();
      while (reader.hasNext()) {
        vocabulary.put(reader.nextName(), reader.nextInt());
      }
      return new WordPieceTokenizer(vocabulary);
    }
  }

  /// The pieces of `text` between the marks of start and end, at most `most` in all: a longer text
  /// ends after the last word that fits.
  long[] encode(String text, int most) {
    var pieces = new Pieces(most - 1);
    pieces.add(start);
    words(text, pieces);
    return pieces.endedBy(end);
  }

  private static boolean enter(JsonReader reader, String name) throws IOException {
    reader.beginObject();
    while (reader.hasNext()) {
      if (reader.nextName().equals(name)) {
        return true;
      }
      reader.skipValue();
    }
    return false;
  }

  private int number(String piece) {
    Integer number = vocabulary.get(piece);
    if (number == null) {
      throw new IllegalArgumentException("the vocabulary lacks " + piece);
    }
    return number;
  }

  private void words(String text, Pieces pieces) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    var word = new StringBuilder();
    int at = 0;
    while (at < plain.length() && !pieces.full()) {
      int character = plain.codePointAt(at);
      at += Character.charCount(character);
      if (isDropped(character)) {
        continue;
      }
      boolean space = isSpace(character);
      if (space || standsAlone(character)) {
        take(word, pieces);
      }
      if (!space) {
        word.appendCodePoint(character);
        if (standsAlone(character)) {
          take(word, pieces);
        }
      }
    }
    take(word, pieces);
  }

  private void take(StringBuilder word, Pieces pieces) {
    if (!word.isEmpty()) {
      pieces.addWord(pieces(word.toString()));
      word.setLength(0);
    }
  }

  private int[] pieces(String word) {
    int[] whole = {unknown};
    if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
      return whole;
    }
    var found = new int[word.length()];
    int count = 0;
    int from = 0;
    while (from < word.length()) {
      int to = word.length();
      Integer number = null;
      while (to > from && number == null) {
        String piece = word.substring(from, to);
        number = vocabulary.get(from == 0 ? piece : CONTINUES + piece);
        to -= number == null ? 1 : 0;
      }
      if (number == null) {
        return whole;
      }
      found[count++] = number;
      from = to;
    }
    return Arrays.copyOf(found, count);
  }

  private static boolean isSpace(int character) {
    return character == '\t'
        || character == '\n'
        || character == '\r'
        || Character.isSpaceChar(character)
        || Character.isWhitespace(character);
  }

  private static boolean isDropped(int character) {
    return switch (Character.getType(character)) {
      case Character.NON_SPACING_MARK -> true;
      case Character.CONTROL,
          Character.FORMAT,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.SURROGATE ->
          !isSpace(character);
      default -> character == 0xFFFD;
    };
  }

  private static boolean standsAlone(int character) {
    return isPunctuation(character) || isIdeograph(character);
  }

  private static boolean isPunctuation(int character) {
    if (character < 128) {
      return character > ' ' && character < 127 && !Character.isLetterOrDigit(character);
    }
    return switch (Character.getType(character)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  private static boolean isIdeograph(int character) {
    return character >= 0x3400
        && Character.isIdeographic(character)
        && Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
  }

  /// The pieces so far, up to a limit that holds for the end mark as well.
  private static final class Pieces {
    private final int most;
    private long[] numbers = new long[64];
    private int count;
    private boolean full;

    Pieces(int most) {
      this.most = most;
    }

    boolean full() {
      return full;
    }

    void add(int number) {
      if (count == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * count);
      }
      numbers[count++] = number;
    }

    /// Takes all pieces of a word or none; after the first word that does not fit, no other does.
    void addWord(int[] word) {
      full = full || count + word.length > most;
      if (!full) {
        for (int piece : word) {
          add(piece);
        }
      }
    }

    long[] endedBy(int end) {
      add(end);
      return Arrays.copyOf(numbers, count);
    }
  }
}
