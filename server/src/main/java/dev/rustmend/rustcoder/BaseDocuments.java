package dev.rustmend.rustcoder;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the documents of a Rust Coder knowledge base: errors with their solutions, examples of
/// projects, and texts of questions and answers.
public final class BaseDocuments {
  private static final Pattern QUESTION =
      Pattern.compile(
          "(?i)\\s*(?:[#*]+ *)?(?:\\d+[.)] *)?q(?:uestion)?(?: *\\d+)?(?:\\*\\*)? *:(?:\\*\\*)? *(.*)");
  private static final Pattern ANSWER =
      Pattern.compile("(?i)\\s*(?:[#*]+ *)?a(?:nswer)?(?: *\\d+)?(?:\\*\\*)? *:(?:\\*\\*)? *(.*)");
  private static final int TITLE = 120;

  private BaseDocuments() {}

  /// One document: a title, and a text in Markdown.
  public record Document(String title, String body) {}

  /// The documents of a JSON text: an object, or a list of objects, with `error` and `solution`, or
  /// with `query` and `example`. What has neither is left out. Throws [IllegalArgumentException]
  /// when it is not JSON.
  public static List<Document> json(String text) {
    try {
      JsonElement json = JsonParser.parseString(text);
      var documents = new ArrayList<Document>();
      JsonArray all = json.isJsonArray() ? json.getAsJsonArray() : new JsonArray();
      if (json.isJsonObject()) {
        all.add(json);
      }
      for (JsonElement each : all) {
        if (each instanceof JsonObject object) {
          error(object).or(() -> project(object)).ifPresent(documents::add);
        }
      }
      return List.copyOf(documents);
    } catch (JsonParseException e) {
      throw new IllegalArgumentException("this is not JSON", e);
    }
  }

  /// The questions of a text with their answers: a question begins with `Q:`, its answer with `A:`.
  public static List<Document> questions(String text) {
    var documents = new ArrayList<Document>();
    var question = new StringBuilder();
    var answer = new StringBuilder();
    boolean answering = false;
    for (String line : text.lines().toList()) {
      Matcher asks = QUESTION.matcher(line);
      Matcher answers = ANSWER.matcher(line);
      if (asks.matches()) {
        add(documents, question, answer);
        question.append(asks.group(1)).append('\n');
        answering = false;
      } else if (!question.isEmpty() && !answering && answers.matches()) {
        answering = true;
        answer.append(answers.group(1)).append('\n');
      } else if (!question.isEmpty()) {
        (answering ? answer : question).append(line).append('\n');
      }
    }
    add(documents, question, answer);
    return List.copyOf(documents);
  }

  private static void add(List<Document> documents, StringBuilder question, StringBuilder answer) {
    if (!question.toString().isBlank() && !answer.toString().isBlank()) {
      String asked = question.toString().strip();
      String rest = asked.contains("\n") ? asked + "\n\n" : "";
      documents.add(new Document(title(asked), rest + answer.toString().strip()));
    }
    question.setLength(0);
    answer.setLength(0);
  }

  private static Optional<Document> error(JsonObject json) {
    Optional<String> error = text(json, "error");
    Optional<String> solution = text(json, "solution");
    if (error.isEmpty() || solution.isEmpty()) {
      return Optional.empty();
    }
    var body = new StringBuilder(fenced("text", error.get()));
    text(json, "context").ifPresent(context -> body.append(context).append("\n\n"));
    body.append(solution.get()).append("\n\n");
    text(json, "example").ifPresent(example -> body.append(fenced("rust", example)));
    return Optional.of(new Document(title(error.get()), body.toString()));
  }

  private static Optional<Document> project(JsonObject json) {
    Optional<String> query = text(json, "query");
    Optional<String> example = text(json, "example");
    if (query.isEmpty() || example.isEmpty()) {
      return Optional.empty();
    }
    var body = new StringBuilder(example.get()).append("\n\n");
    if (json.get("project_files") instanceof JsonObject files) {
      for (Map.Entry<String, JsonElement> file : files.entrySet()) {
        if (file.getValue().isJsonPrimitive()) {
          String language = file.getKey().endsWith(".rs") ? "rust" : "text";
          body.append('`').append(file.getKey()).append("`:\n\n");
          body.append(fenced(language, file.getValue().getAsString()));
        }
      }
    }
    return Optional.of(new Document(title(query.get()), body.toString()));
  }

  private static Optional<String> text(JsonObject json, String name) {
    JsonElement value = json.get(name);
    return value != null && value.isJsonPrimitive() && !value.getAsString().isBlank()
        ? Optional.of(value.getAsString().strip())
        : Optional.empty();
  }

  private static String title(String text) {
    String first = text.strip().lines().findFirst().orElse("");
    return first.length() > TITLE ? first.substring(0, TITLE) + "…" : first;
  }

  private static String fenced(String language, String text) {
    String fence = text.contains("```") ? "~~~~" : "```";
    return fence + language + "\n" + text.strip() + "\n" + fence + "\n\n";
  }
}
