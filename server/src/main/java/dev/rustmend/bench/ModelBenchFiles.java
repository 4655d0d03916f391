package dev.rustmend.bench;

import com.google.gson.JsonObject;
import dev.rustmend.bench.ModelBenchReport.Answer;
import dev.rustmend.bench.ModelBenchReport.Case;
import dev.rustmend.bench.ModelBenchReport.Fate;
import dev.rustmend.bench.ModelBenchReport.Outcome;
import dev.rustmend.bench.ModelBenchReport.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Writes the report of `bench model`: `model.md` with its plot, and `model.json`.
public final class ModelBenchFiles implements BenchFiles {
  private final ModelBenchReport report;

  public ModelBenchFiles(ModelBenchReport report) {
    this.report = report;
  }

  @Override
  public Path write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("model.json"), json());
    Files.writeString(folder.resolve("model-answers.svg"), chart().svg());
    Path markdown = folder.resolve("model.md");
    Files.writeString(markdown, markdown());
    return markdown;
  }

  @Override
  public String markdown() {
    return new ModelBenchMarkdown(report).text();
  }

  private BarChart chart() {
    return new BarChart(
        "Answers that parse, answers that compile, programs repaired, %",
        List.of("parsed", "compiles", "repaired"),
        report.variants().stream().map(this::group).toList());
  }

  private BarChart.Group group(ModelVariant variant) {
    ModelBenchSummary summary = ModelBenchSummary.of(variant, report.cases());
    return new BarChart.Group(
        variant.name(), List.of(summary.parsed(), summary.compile(), summary.repaired()));
  }

  private String json() {
    var json = new JsonObject();
    json.addProperty("benchmark", "model");
    json.addProperty("compiler", report.toolchain().version());
    json.addProperty("model", report.model());
    json.addProperty("looked", report.looked());
    json.addProperty("answers", report.answers());
    var summary = new JsonObject();
    report
        .variants()
        .forEach(variant ->
            summary.add(variant.name(), json(ModelBenchSummary.of(variant, report.cases()))));
    json.add("summary", summary);
    json.add("cases", ReportJson.array(report.cases(), ModelBenchFiles::json));
    return ReportJson.text(json);
  }

  private static JsonObject json(ModelBenchSummary summary) {
    var json = new JsonObject();
    json.addProperty("programs", summary.repaired().total());
    json.addProperty("asked", summary.asked());
    json.addProperty("answers", summary.answers());
    json.addProperty("parsed", summary.parsed().hits());
    json.addProperty("repeated", summary.count(Fate.REPEATED));
    json.addProperty("guarded", summary.count(Fate.GUARDED));
    json.addProperty("refused", summary.count(Fate.REFUSED));
    json.addProperty("advances", summary.count(Fate.ADVANCES));
    json.addProperty("compiles", summary.compile().hits());
    json.addProperty("repaired", summary.repaired().hits());
    json.addProperty("repairedLower", summary.repaired().lower());
    json.addProperty("repairedUpper", summary.repaired().upper());
    json.addProperty("tokensRead", summary.read());
    json.addProperty("tokensWritten", summary.written());
    json.addProperty("medianSeconds", summary.seconds().median());
    json.addProperty("medianCompiles", summary.compiles().median());
    return json;
  }

  private static JsonObject json(Case one) {
    var json = new JsonObject();
    json.addProperty("id", one.id());
    json.addProperty("code", one.code());
    json.addProperty("error", one.error());
    var outcomes = new JsonObject();
    one.outcomes().forEach((variant, outcome) -> outcomes.add(variant, json(outcome)));
    json.add("outcomes", outcomes);
    return json;
  }

  private static JsonObject json(Outcome outcome) {
    var json = new JsonObject();
    json.addProperty("why", outcome.why());
    json.addProperty("seconds", ReportJson.seconds(outcome.seconds()));
    json.addProperty("compiles", outcome.compiles());
    json.add("examples", ReportJson.array(outcome.examples(), ModelBenchFiles::json));
    json.add("answers", ReportJson.array(outcome.answers(), ModelBenchFiles::json));
    return json;
  }

  private static JsonObject json(Shown example) {
    var json = new JsonObject();
    json.addProperty("entry", example.entry());
    json.addProperty("nearness", example.nearness().word());
    return json;
  }

  private static JsonObject json(Answer answer) {
    var json = new JsonObject();
    json.addProperty("fate", answer.fate().word());
    json.addProperty("result", answer.result());
    json.addProperty("tokensRead", answer.read());
    json.addProperty("tokensWritten", answer.written());
    json.addProperty("seconds", ReportJson.seconds(answer.seconds()));
    return json;
  }
}
