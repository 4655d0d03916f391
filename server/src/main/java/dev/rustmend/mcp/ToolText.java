package dev.rustmend.mcp;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.rustmend.service.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Answers as a short text for a model that reads no structured content: the outcome first, then
/// what it needs for the next step.
final class ToolText {
  private static final int MOST = 30_000;

  private ToolText() {}

  /// The text for an answer of `call`.
  static String of(Call call, JsonObject answer) {
    String text =
        switch (call.name()) {
          case "check" -> ofCheck(answer);
          case "fix", "fix-source" -> ofFix(answer);
          case "explain" -> text(answer, "explanation");
          case "search" -> ofSearch(answer);
          case "ask" -> ofAnswer(answer);
          default -> text(answer, "message");
        };
    return text.length() <= MOST ? text : text.substring(0, MOST) + "\n… (cut off here)";
  }

  /// What `fix` did, with the diffs.
  static String ofFix(JsonObject answer) {
    JsonObject proof = answer.getAsJsonObject("proof");
    var lines = new ArrayList<String>();
    String written =
        answer.has("written")
            ? answer.get("written").getAsBoolean() ? "; written" : "; nothing was written"
            : "";
    lines.add(
        "%s: errors before: %s, after: %s (%s)%s."
            .formatted(
                answer.get("success").getAsBoolean() ? "Clean" : "Errors remain",
                proof.get("errorsBefore"),
                proof.get("errorsAfter"),
                text(proof, "command"),
                written));
    for (JsonObject change : objects(answer, "changed")) {
      lines.add("");
      lines.add("```diff");
      lines.add(text(change, "diff").stripTrailing());
      lines.add("```");
    }
    for (JsonObject step : objects(answer, "withheld")) {
      lines.add(
          "Left to you: %s at %s (%s; fix id %s)"
              .formatted(text(step, "title"), place(step), text(step, "why"), text(step, "id")));
    }
    addProblems(lines, answer);
    return String.join("\n", lines);
  }

  private static String ofCheck(JsonObject answer) {
    var lines = new ArrayList<String>();
    if (answer.has("summary")) {
      JsonObject summary = answer.getAsJsonObject("summary");
      lines.add(
          "Errors: %s, with a verified fix: %s, warnings: %s (%s)."
              .formatted(
                  summary.get("errors"),
                  summary.get("fixable"),
                  summary.get("warnings"),
                  text(answer.getAsJsonObject("proof"), "command")));
    }
    addProblems(lines, answer);
    if (answer.has("nextCursor")) {
      lines.add(
          "%s more: call again with {\"cursor\":\"%s\"}"
              .formatted(answer.get("left"), text(answer, "nextCursor")));
    }
    return String.join("\n", lines);
  }

  private static void addProblems(List<String> lines, JsonObject answer) {
    for (JsonObject problem : objects(answer, "problems")) {
      lines.add("");
      lines.add(
          "%s %s at %s: %s%s"
              .formatted(
                  text(problem, "level"),
                  text(problem, "code"),
                  place(problem),
                  text(problem, "message"),
                  problem.has("label") ? " (" + text(problem, "label") + ")" : ""));
      for (JsonObject fix : objects(problem, "fixes")) {
        lines.add(
            "  fix %s: %s [%s, %s]"
                .formatted(
                    text(fix, "id"),
                    text(fix, "title"),
                    text(fix, "verdict"),
                    text(fix, "origin")));
      }
    }
  }

  private static String ofSearch(JsonObject answer) {
    var lines = new ArrayList<String>();
    for (JsonObject hit : objects(answer, "hits")) {
      lines.add("- %s (%s)".formatted(text(hit, "title"), text(hit, "id")));
      lines.add("  " + text(hit, "snippet"));
    }
    return lines.isEmpty() ? "Nothing was found; try other words." : String.join("\n", lines);
  }

  private static String ofAnswer(JsonObject answer) {
    var lines = new ArrayList<String>();
    lines.add(text(answer, "answer"));
    lines.add("");
    for (JsonObject source : objects(answer, "citations")) {
      lines.add(
          "[%s] %s (%s)"
              .formatted(source.get("number"), text(source, "title"), text(source, "id")));
    }
    return String.join("\n", lines);
  }

  private static String place(JsonObject problem) {
    return problem.has("file")
        ? "%s:%s:%s".formatted(text(problem, "file"), problem.get("line"), problem.get("column"))
        : "no place";
  }

  private static List<JsonObject> objects(JsonObject json, String name) {
    JsonArray array = Optional.ofNullable(json.getAsJsonArray(name)).orElseGet(JsonArray::new);
    return array.asList().stream().map(JsonElement::getAsJsonObject).toList();
  }

  private static String text(JsonObject json, String name) {
    return json.has(name) ? json.get(name).getAsString() : "";
  }
}
