package dev.rustmend.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.FilteringTokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// The analyzers of the index: prose, what rustc says, Rust code, and the shape of code.
///
/// English words are stemmed and the most frequent ones left out, in prose and in what rustc says;
/// error codes, lints, paths, identifiers and holes are exact.
final class Analyzers {
  static final Analyzer PROSE = new English(ProseTerms::of);
  static final Analyzer DIAGNOSTIC = new English(DiagnosticTerms::of);

  /// What rustc says, with nothing of what stands in back-ticks but the sort of it.
  static final Analyzer TEMPLATE = new English(DiagnosticTerms::withoutNames);

  static final Analyzer RUST = new Plain(RustTerms::of);
  static final Analyzer SHAPE = new Plain(RustTerms::shape);

  private Analyzers() {}

  /// The analyzer of each field; prose unless it says otherwise.
  static Analyzer byField() {
    return new PerFieldAnalyzerWrapper(
        PROSE,
        Map.of(
            Field.TEMPLATE,
            DIAGNOSTIC,
            Field.LABEL,
            DIAGNOSTIC,
            Field.RUST,
            RUST,
            Field.SHAPE,
            SHAPE));
  }

  /// A term of the index and the words of the text that gave it.
  record Analyzed(String term, String surface) {}

  /// The terms that `analyzer` makes of `text`, in order, each once.
  static List<Analyzed> terms(Analyzer analyzer, String text) {
    var terms = new ArrayList<Analyzed>();
    try (TokenStream stream = analyzer.tokenStream("", text)) {
      CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.getAttribute(OffsetAttribute.class);
      KeywordAttribute exact = stream.getAttribute(KeywordAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        String value = term.toString();
        boolean seen = terms.stream().anyMatch(earlier -> earlier.term().equals(value));
        if (!seen) {
          String written = text.substring(offset.startOffset(), offset.endOffset());
          terms.add(new Analyzed(value, exact.isKeyword() ? value : Identifiers.lower(written)));
        }
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory can not be read", e);
    }
    return List.copyOf(terms);
  }

  /// The terms of `text` by position: terms that stand at one position are alternatives.
  static List<List<String>> positions(Analyzer analyzer, String text) {
    var positions = new ArrayList<List<String>>();
    try (TokenStream stream = analyzer.tokenStream("", text)) {
      CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
      PositionIncrementAttribute step = stream.getAttribute(PositionIncrementAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        if (step.getPositionIncrement() > 0 || positions.isEmpty()) {
          positions.add(new ArrayList<>());
        }
        positions.getLast().add(term.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory can not be read", e);
    }
    return List.copyOf(positions);
  }

  private static final class English extends Analyzer {
    private final Function<String, List<Term>> cut;

    English(Function<String, List<Term>> cut) {
      this.cut = cut;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      var source = new TermTokenizer(cut);
      return new TokenStreamComponents(source, new PorterStemFilter(new FrequentWords(source)));
    }
  }

  private static final class Plain extends Analyzer {
    private final Function<String, List<Term>> cut;

    Plain(Function<String, List<Term>> cut) {
      this.cut = cut;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      return new TokenStreamComponents(new TermTokenizer(cut));
    }
  }

  /// Leaves out frequent words of English, but never an exact term.
  private static final class FrequentWords extends FilteringTokenFilter {
    private static final CharArraySet WORDS = words();

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);

    FrequentWords(TokenStream input) {
      super(input);
    }

    @Override
    protected boolean accept() {
      return keyword.isKeyword() || !WORDS.contains(term.buffer(), 0, term.length());
    }

    /// What English says most, without the words that Rust is written with (`if`, `for`, `in`,
    /// `as`), and without negations; with what questions begin with.
    private static CharArraySet words() {
      var words =
          List.of(
              "a", "an", "and", "are", "at", "be", "been", "but", "by", "can", "could", "did", "do",
              "does", "how", "i", "is", "it", "its", "me", "my", "of", "on", "or", "should", "so",
              "such", "that", "the", "their", "then", "there", "these", "they", "this", "to", "was",
              "we", "what", "when", "which", "why", "will", "with", "would", "you", "your");
      return CharArraySet.unmodifiableSet(new CharArraySet(words, false));
    }
  }
}
