package dev.rustmend.bench;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.rustmend.bench.MutationsReport.Case;
import dev.rustmend.bench.MutationsReport.Outcome;
import java.util.Locale;

/// The report of `bench mutations` as JSON: every case with its mutation and its outcomes.
final class MutationsJson {
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private MutationsJson() {}

  static String of(MutationsReport report) {
    var json = new JsonObject();
    json.addProperty("benchmark", "mutations");
    json.addProperty("compiler", report.compiler());
    json.add("crates", GSON.toJsonTree(report.crates()));
    json.addProperty("seed", report.seed());
    json.addProperty("jobs", report.jobs());
    var summary = new JsonObject();
    for (String method : report.methods()) {
      summary.add(method, summary(MutationsSummary.of(method, report.cases())));
    }
    json.add("summary", summary);
    var cases = new JsonArray();
    report.cases().forEach(one -> cases.add(one(one)));
    json.add("cases", cases);
    return GSON.toJson(json) + "\n";
  }

  private static JsonObject summary(MutationsSummary summary) {
    var json = new JsonObject();
    json.addProperty("mutants", summary.repaired().total());
    json.addProperty("repaired", summary.repaired().hits());
    json.addProperty("repairedLower", summary.repaired().lower());
    json.addProperty("repairedUpper", summary.repaired().upper());
    json.addProperty("original", summary.original().hits());
    json.addProperty("wrong", summary.wrong().hits());
    json.addProperty("broken", summary.broken());
    json.addProperty("worse", summary.worse());
    json.addProperty("medianSeconds", summary.seconds().median());
    json.addProperty("medianCompiles", summary.compileRuns().median());
    return json;
  }

  private static JsonObject one(Case one) {
    var json = new JsonObject();
    json.addProperty("id", one.id());
    json.addProperty("crate", one.crate());
    json.addProperty("kind", one.kind().name().toLowerCase(Locale.ROOT));
    json.add("codes", GSON.toJsonTree(one.codes()));
    json.add("mutation", GSON.toJsonTree(one.mutation()));
    var outcomes = new JsonObject();
    one.outcomes().forEach((method, outcome) -> outcomes.add(method, outcome(outcome)));
    json.add("outcomes", outcomes);
    return json;
  }

  private static JsonObject outcome(Outcome outcome) {
    var json = new JsonObject();
    json.addProperty("ending", outcome.ending().name().toLowerCase(Locale.ROOT));
    json.addProperty("errorsBefore", outcome.errorsBefore());
    json.addProperty("errorsAfter", outcome.errorsAfter());
    json.addProperty("seconds", Math.round(outcome.seconds() * 1000) / 1000.0);
    json.addProperty("compiles", outcome.compiles());
    json.add("uses", GSON.toJsonTree(outcome.uses()));
    json.add("trail", GSON.toJsonTree(outcome.trail()));
    json.add("repair", GSON.toJsonTree(outcome.repair()));
    return json;
  }
}
