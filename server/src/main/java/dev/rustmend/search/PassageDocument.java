package dev.rustmend.search;

import java.util.List;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;

/// A passage as a document of Lucene, and back.
///
/// Everything is stored, so that a vector can be added to a passage later without asking whoever
/// made it.
final class PassageDocument {
  private static final FieldType WORDS = words();

  private PassageDocument() {}

  static Document of(String source, Passage passage) {
    var document = new Document();
    document.add(new StringField(Field.ID, passage.id(), Store.YES));
    document.add(new BinaryDocValuesField(Field.ID, new BytesRef(passage.id())));
    document.add(new StringField(Field.SOURCE, source, Store.YES));
    document.add(new StringField(Field.KIND, passage.kind().name(), Store.YES));
    document.add(new StringField(Field.EDITION, orNone(passage.edition()), Store.YES));
    document.add(new StringField(Field.TOOLCHAIN, orNone(passage.toolchain()), Store.YES));
    document.add(new StoredField(Field.FINGERPRINT, passage.fingerprint()));
    document.add(new BinaryDocValuesField(Field.FINGERPRINT, new BytesRef(passage.fingerprint())));
    RankingFacts ranking = RankingFacts.of(passage);
    document.add(new BinaryDocValuesField(Field.RANKING, new BytesRef(ranking.written())));
    for (String code : passage.codes()) {
      document.add(new StoredField(Field.CODE, code));
      document.add(new StringField(Field.CODE, Identifiers.code(code), Store.NO));
    }
    document.add(new TextField(Field.TITLE, passage.title(), Store.YES));
    texts(document, Field.HEADINGS, passage.headings());
    texts(document, Field.KEYWORDS, passage.keywords());
    texts(document, Field.TEMPLATE, passage.messages());
    texts(document, Field.LABEL, passage.labels());
    document.add(new TextField(Field.BODY, passage.body(), Store.YES));
    document.add(new TextField(Field.RUST, passage.code(), Store.YES));
    document.add(new TextField(Field.SHAPE, passage.code(), Store.NO));
    return document;
  }

  /// What is scored by words, of these fields alone, in an index that is thrown away: nothing is
  /// stored, and no positions are kept.
  static Document words(Passage passage, Set<String> fields) {
    var document = new Document();
    for (IndexableField field : of("", passage)) {
      if (!fields.contains(field.name()) || field.fieldType().indexOptions() == IndexOptions.NONE) {
        continue;
      }
      document.add(
          field.fieldType().tokenized()
              ? new org.apache.lucene.document.Field(field.name(), field.stringValue(), WORDS)
              : field);
    }
    return document;
  }

  private static FieldType words() {
    var type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    type.freeze();
    return type;
  }

  /// Adds the vector, made one of unit length.
  static void addVector(Document document, VectorSpace space, float[] vector) {
    document.add(
        new KnnFloatVectorField(
            space.field(), space.unit(vector), VectorSimilarityFunction.DOT_PRODUCT));
  }

  static Passage passage(Document document) {
    return new Passage(
        document.get(Field.ID),
        PassageKind.valueOf(document.get(Field.KIND)),
        document.get(Field.TITLE),
        List.of(document.getValues(Field.HEADINGS)),
        stored(document, Field.CODE),
        List.of(document.getValues(Field.TEMPLATE)),
        List.of(document.getValues(Field.LABEL)),
        List.of(document.getValues(Field.KEYWORDS)),
        document.get(Field.BODY),
        document.get(Field.RUST),
        orEmpty(document.get(Field.EDITION)),
        orEmpty(document.get(Field.TOOLCHAIN)),
        document.get(Field.FINGERPRINT));
  }

  private static List<String> stored(Document document, String field) {
    return java.util.Arrays.stream(document.getFields(field))
        .map(IndexableField::stringValue)
        .toList();
  }

  private static void texts(Document document, String field, List<String> texts) {
    texts.forEach(text -> document.add(new TextField(field, text, Store.YES)));
  }

  private static String orNone(String value) {
    return value.isEmpty() ? Field.NONE : value;
  }

  private static String orEmpty(String value) {
    return value.equals(Field.NONE) ? "" : value;
  }
}
