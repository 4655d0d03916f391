package dev.rustmend.search;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// Hands the terms that a function makes of a whole text to Lucene, the exact ones marked so that
/// no stemmer touches them.
final class TermTokenizer extends Tokenizer {
  private static final int LONGEST = 200;
  private static final int BUFFER = 4096;

  private final Function<String, List<Term>> cut;
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
  private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);
  private List<Term> terms = List.of();
  private int next;
  private int lastStart;
  private int length;

  TermTokenizer(Function<String, List<Term>> cut) {
    this.cut = cut;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    String text = read(input);
    terms = cut.apply(text);
    length = text.length();
    next = 0;
    lastStart = 0;
  }

  @Override
  public boolean incrementToken() {
    if (next == terms.size()) {
      return false;
    }
    clearAttributes();
    Term current = terms.get(next++);
    String text = current.text();
    term.append(text, 0, Math.min(text.length(), LONGEST));
    // Lucene wants offsets that never go back
    lastStart = Math.max(lastStart, Math.min(current.start(), length));
    offset.setOffset(lastStart, Math.max(lastStart, Math.min(current.end(), length)));
    step.setPositionIncrement(next == 1 ? 1 : current.step());
    keyword.setKeyword(current.isExact());
    return true;
  }

  @Override
  public void end() throws IOException {
    super.end();
    offset.setOffset(length, length);
  }

  private static String read(Reader reader) throws IOException {
    var text = new StringBuilder();
    var buffer = new char[BUFFER];
    for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
      text.append(buffer, 0, count);
    }
    return text.toString();
  }
}
