package dev.rustmend.bench;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The labelled queries that come with the program: two files with one JSON object in each line.
final class LabelledQueries {
  private static final String FOLDER = "/kb-data/queries/";

  private LabelledQueries() {}

  /// All of them, those with rustc's output first. Throws [IOException], with a sentence for
  /// people, when they can not be read.
  static List<LabelledQuery> shipped() throws IOException {
    var queries = new ArrayList<LabelledQuery>();
    queries.addAll(parse(resource("errors.jsonl"), LabelledQuery.Sort.ERROR));
    queries.addAll(parse(resource("questions.jsonl"), LabelledQuery.Sort.QUESTION));
    return List.copyOf(queries);
  }

  /// The queries of one file, in its order. Throws [IOException], with the number of the line, when
  /// one is not understood or has a grade other than 1, 2 and 3.
  static List<LabelledQuery> parse(String lines, LabelledQuery.Sort sort) throws IOException {
    var queries = new ArrayList<LabelledQuery>();
    int number = 0;
    for (String line : lines.lines().toList()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      try {
        queries.add(query(JsonParser.parseString(line).getAsJsonObject(), sort));
      } catch (JsonParseException
          | IllegalStateException
          | NullPointerException
          | NumberFormatException e) {
        throw new IOException("line %d is no labelled query: %s".formatted(number, e), e);
      }
    }
    return List.copyOf(queries);
  }

  private static LabelledQuery query(JsonObject json, LabelledQuery.Sort sort) {
    var grades = new LinkedHashMap<String, Integer>();
    for (Map.Entry<String, JsonElement> label :
        json.getAsJsonObject("relevant").asMap().entrySet()) {
      int grade = label.getValue().getAsInt();
      if (grade < 1 || grade > LabelledQuery.BEST) {
        throw new IllegalStateException("a grade is 1, 2 or 3, not " + grade);
      }
      grades.put(label.getKey(), grade);
    }
    return new LabelledQuery(
        json.get("id").getAsString(), sort, json.get("query").getAsString(), grades);
  }

  /// The labels, by query, that name nothing among `known`.
  static List<String> dangling(List<LabelledQuery> queries, Set<String> known) {
    var dangling = new ArrayList<String>();
    for (LabelledQuery query : queries) {
      query.grades().keySet().stream()
          .filter(label -> !known.contains(label))
          .sorted()
          .forEach(label -> dangling.add(query.id() + ": " + label));
    }
    return List.copyOf(dangling);
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = LabelledQueries.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IOException("the labelled queries are not part of this program: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
