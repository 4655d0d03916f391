package dev.rustmend.remote;

import dev.rustmend.search.Field;
import dev.rustmend.search.Passage;
import dev.rustmend.search.PassageKind;
import dev.rustmend.search.PassageTerms;
import dev.rustmend.search.RankingFacts;
import dev.rustmend.search.VectorSpace;
import dev.rustmend.text.SourceText;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A passage of the team's knowledge base. `markdown` is the file of the entry that it was made of,
/// and empty for a passage that is no entry.
///
/// Its identity is its content: whoever publishes the same publishes the same document.
public record TeamPassage(Passage passage, String markdown, Provenance provenance) {
  static final String IDENTITY = "identity";
  static final String NEAR = "near";
  static final String MARKDOWN = "markdown";
  static final String PASSAGE = "passage";
  static final String PROVENANCE = "provenance";

  /// The id of its document: 64 hexadecimal digits.
  public String identity() {
    String content = markdown.isEmpty() ? passage.kind() + "\n" + passage.fingerprint() : markdown;
    return SourceText.of(passage.id() + "\n" + content).sha256();
  }

  /// An entry's passage as one of the team.
  public static TeamPassage of(Passage entry, String markdown, Provenance provenance) {
    var passage =
        new Passage(
            Team.SCHEME + entry.id(),
            entry.kind(),
            entry.title(),
            entry.headings(),
            entry.codes(),
            entry.messages(),
            entry.labels(),
            entry.keywords(),
            entry.body(),
            entry.code(),
            entry.edition(),
            entry.toolchain(),
            entry.fingerprint());
    return new TeamPassage(passage, markdown, provenance);
  }

  /// Part of a sentence: `published by Ada on 3 May 2026`.
  public String provenanceWords() {
    return provenance.words();
  }

  /// The document, with this vector of unit length where there is one.
  JsonObject document(Optional<VectorSpace> space, Optional<float[]> vector) {
    JsonObjectBuilder json =
        PlainMapper.JSON
            .createObjectBuilder()
            .add(IDENTITY, identity())
            .add(Field.ID, passage.id())
            .add(Field.KIND, passage.kind().name())
            .add(Field.EDITION, orNone(passage.edition()))
            .add(Field.TOOLCHAIN, orNone(passage.toolchain()))
            .add(Field.CODE, texts(PassageTerms.codes(passage)))
            .add(Field.FINGERPRINT, passage.fingerprint())
            .add(Field.RANKING, base64(RankingFacts.of(passage).written()))
            .add(PASSAGE, contents())
            .add(MARKDOWN, markdown)
            .add(PROVENANCE, provenance.json());
    PassageTerms.of(passage).forEach((field, values) -> json.add(field, texts(values)));
    if (space.isPresent() && vector.isPresent()) {
      float[] unit = space.get().unit(vector.get());
      JsonArrayBuilder components = PlainMapper.JSON.createArrayBuilder();
      for (float component : unit) {
        components.add(component);
      }
      json.add(space.get().field(), components).add(NEAR, NearVector.written(unit));
    }
    return json.build();
  }

  /// What a document says.
  static TeamPassage of(@Nullable JsonObject document) {
    JsonObject json = Objects.requireNonNull(document, "a hit has its source");
    JsonObject contents = object(json, PASSAGE);
    var passage =
        new Passage(
            json.getString(Field.ID, ""),
            kind(json.getString(Field.KIND, "")),
            contents.getString("title", ""),
            texts(contents, "headings"),
            texts(contents, "codes"),
            texts(contents, "messages"),
            texts(contents, "labels"),
            texts(contents, "keywords"),
            contents.getString("body", ""),
            contents.getString("code", ""),
            orEmpty(json.getString(Field.EDITION, "")),
            orEmpty(json.getString(Field.TOOLCHAIN, "")),
            json.getString(Field.FINGERPRINT, ""));
    return new TeamPassage(
        passage, json.getString(MARKDOWN, ""), Provenance.of(object(json, PROVENANCE)));
  }

  private JsonObject contents() {
    return PlainMapper.JSON
        .createObjectBuilder()
        .add("title", passage.title())
        .add("headings", texts(passage.headings()))
        .add("codes", texts(passage.codes()))
        .add("messages", texts(passage.messages()))
        .add("labels", texts(passage.labels()))
        .add("keywords", texts(passage.keywords()))
        .add("body", passage.body())
        .add("code", passage.code())
        .build();
  }

  static PassageKind kind(String name) {
    for (PassageKind kind : PassageKind.values()) {
      if (kind.name().equals(name)) {
        return kind;
      }
    }
    return PassageKind.ERROR;
  }

  static JsonObject object(JsonObject json, String name) {
    JsonValue value = json.get(name);
    return value instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
  }

  private static List<String> texts(JsonObject json, String name) {
    JsonValue value = json.get(name);
    return value instanceof jakarta.json.JsonArray array
        ? array.stream()
            .filter(JsonString.class::isInstance)
            .map(each -> ((JsonString) each).getString())
            .toList()
        : List.of();
  }

  private static JsonArrayBuilder texts(List<String> texts) {
    JsonArrayBuilder array = PlainMapper.JSON.createArrayBuilder();
    texts.forEach(array::add);
    return array;
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String orNone(String text) {
    return text.isEmpty() ? Field.NONE : text;
  }

  private static String orEmpty(String text) {
    return text.equals(Field.NONE) ? "" : text;
  }
}
