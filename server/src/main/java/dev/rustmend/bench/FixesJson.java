package dev.rustmend.bench;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.rustmend.bench.FixesReport.Case;
import dev.rustmend.bench.FixesReport.Outcome;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// The report of `bench fixes` as JSON: every case with its outcomes, so that two runs can be
/// compared. The programs themselves stay out of it.
final class FixesJson {
  private FixesJson() {}

  static String of(FixesReport report) {
    var json = new JsonObject();
    json.addProperty("benchmark", "fixes");
    json.addProperty("compiler", report.toolchain().version());
    json.addProperty("found", report.found());
    json.addProperty("kept", report.kept());
    json.addProperty("origin", report.origin().name().toLowerCase(Locale.ROOT));
    json.addProperty("jobs", report.jobs());
    json.add(
        "summary",
        ReportJson.byName(
            report.methods(), method -> summary(FixesSummary.of(method, report.cases()))));
    json.add("cases", ReportJson.array(report.cases(), FixesJson::one));
    return ReportJson.text(json);
  }

  private static JsonObject summary(FixesSummary summary) {
    var json = new JsonObject();
    json.addProperty("programs", summary.repaired().total());
    json.addProperty("compiles", summary.compiles().hits());
    json.addProperty("repaired", summary.repaired().hits());
    json.addProperty("asMeant", summary.asMeant().hits());
    json.addProperty("asItsAuthor", summary.asItsAuthor().hits());
    json.addProperty("repairedLower", summary.repaired().lower());
    json.addProperty("repairedUpper", summary.repaired().upper());
    json.addProperty("medianSeconds", summary.seconds().median());
    json.addProperty("medianCompiles", summary.compileRuns().median());
    json.addProperty("worse", summary.worse().size());
    json.addProperty("lost", summary.losses().size());
    return json;
  }

  private static JsonObject one(Case one) {
    var json = new JsonObject();
    json.addProperty("id", one.id());
    json.addProperty("book", one.book());
    json.addProperty("half", one.half().word());
    json.addProperty("code", one.code());
    var outcomes = new JsonObject();
    one.outcomes().forEach((method, outcome) -> outcomes.add(method, outcome(outcome)));
    json.add("outcomes", outcomes);
    return json;
  }

  private static JsonObject outcome(Outcome outcome) {
    var json = new JsonObject();
    json.addProperty("errorsBefore", outcome.errorsBefore());
    json.addProperty("errorsAfter", outcome.errorsAfter());
    json.addProperty("repaired", outcome.repaired());
    json.addProperty("behavior", outcome.behavior().name().toLowerCase(Locale.ROOT));
    json.add("losses", ReportJson.tree(outcome.losses()));
    json.addProperty("seconds", ReportJson.seconds(outcome.seconds()));
    json.addProperty("compiles", outcome.compiles());
    json.addProperty("cached", outcome.cached());
    json.add("uses", ReportJson.tree(outcome.uses()));
    Rung.of(outcome).ifPresent(rung -> json.addProperty("rung", rung.word()));
    if (outcome.model().wasAsked()) {
      json.add("model", ReportJson.tree(outcome.model()));
    }
    json.add("trail", ReportJson.tree(outcome.trail()));
    return json;
  }

  /// Whether `method` repaired each case of an older report, by the case's id. Throws [IOException]
  /// when `text` is no such report.
  static Map<String, Boolean> repaired(String text, String method) throws IOException {
    try {
      var repaired = new LinkedHashMap<String, Boolean>();
      JsonObject json = JsonParser.parseString(text).getAsJsonObject();
      for (JsonElement element : json.getAsJsonArray("cases")) {
        JsonObject one = element.getAsJsonObject();
        JsonObject outcomes = one.getAsJsonObject("outcomes");
        if (outcomes.has(method)) {
          repaired.put(
              one.get("id").getAsString(),
              outcomes.getAsJsonObject(method).get("repaired").getAsBoolean());
        }
      }
      return repaired;
    } catch (JsonParseException | IllegalStateException | NullPointerException e) {
      throw new IOException("this is no report of `bench fixes`: " + e.getMessage(), e);
    }
  }
}
