package dev.rustmend.search;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;

/// What the analyzers make of a passage, for an index that can not run them: the same terms at the
/// same positions as in an index of ours.
///
/// A field is a list of texts. In a text a line is a position, and the terms of a position have a
/// [#BESIDE] between them.
public final class PassageTerms {
  /// What stands between two positions.
  public static final String NEXT = "\n";

  /// What stands between two terms of one position.
  public static final String BESIDE = "\t";

  private PassageTerms() {}

  /// The fields of the passage that are searched by words, by name.
  public static SequencedMap<String, List<String>> of(Passage passage) {
    var fields = new TreeMap<String, List<String>>();
    put(fields, Field.TITLE, Analyzers.PROSE, List.of(passage.title()));
    put(fields, Field.HEADINGS, Analyzers.PROSE, passage.headings());
    put(fields, Field.KEYWORDS, Analyzers.PROSE, passage.keywords());
    put(fields, Field.TEMPLATE, Analyzers.DIAGNOSTIC, passage.messages());
    put(fields, Field.LABEL, Analyzers.DIAGNOSTIC, passage.labels());
    put(fields, Field.BODY, Analyzers.PROSE, List.of(passage.body()));
    put(fields, Field.RUST, Analyzers.RUST, List.of(passage.code()));
    put(fields, Field.SHAPE, Analyzers.SHAPE, List.of(passage.code()));
    return fields;
  }

  /// The codes of the passage as the exact field `code` has them.
  public static List<String> codes(Passage passage) {
    return passage.codes().stream().map(Identifiers::code).toList();
  }

  /// A code as a filter names it.
  public static String code(String code) {
    return Identifiers.code(code);
  }

  private static void put(
      Map<String, List<String>> fields, String name, Analyzer analyzer, List<String> texts) {
    List<String> written =
        texts.stream()
            .map(text -> written(Analyzers.positions(analyzer, text)))
            .filter(text -> !text.isEmpty())
            .toList();
    if (!written.isEmpty()) {
      fields.put(name, written);
    }
  }

  private static String written(List<List<String>> positions) {
    return positions.stream()
        .map(terms -> String.join(BESIDE, terms))
        .collect(Collectors.joining(NEXT));
  }
}
