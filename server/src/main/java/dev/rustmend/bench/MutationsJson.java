package dev.rustmend.bench;

import com.google.gson.JsonObject;
import dev.rustmend.bench.MutationsReport.Case;
import dev.rustmend.bench.MutationsReport.Outcome;
import java.util.Locale;

/// The report of `bench mutations` as JSON: every case with its mutation and its outcomes.
final class MutationsJson {
  private MutationsJson() {}

  static String of(MutationsReport report) {
    var json = new JsonObject();
    json.addProperty("benchmark", "mutations");
    json.addProperty("compiler", report.compiler());
    json.add("crates", ReportJson.tree(report.crates()));
    json.addProperty("seed", report.seed());
    json.addProperty("jobs", report.jobs());
    json.add(
        "summary",
        ReportJson.byName(
            report.methods(), method -> summary(MutationsSummary.of(method, report.cases()))));
    json.add("cases", ReportJson.array(report.cases(), MutationsJson::one));
    return ReportJson.text(json);
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
    json.add("codes", ReportJson.tree(one.codes()));
    json.add("mutation", ReportJson.tree(one.mutation()));
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
    json.addProperty("seconds", ReportJson.seconds(outcome.seconds()));
    json.addProperty("compiles", outcome.compiles());
    json.add("uses", ReportJson.tree(outcome.uses()));
    json.add("trail", ReportJson.tree(outcome.trail()));
    json.add("repair", ReportJson.tree(outcome.repair()));
    return json;
  }
}
