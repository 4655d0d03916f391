package dev.rustmend.bench;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/// Writes the report of `bench latency`: `latency.md` with its plot, and `latency.json`.
public final class LatencyFiles implements BenchFiles {
  /// What the project aims at: all verified fixes within two bare checks.
  private static final double PROMISED_RATIO = 2.0;

  private final LatencyReport report;

  public LatencyFiles(LatencyReport report) {
    this.report = report;
  }

  @Override
  public Path write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("latency.json"), json());
    Files.writeString(folder.resolve("latency-ratio.svg"), chart().svg());
    Path markdown = folder.resolve("latency.md");
    Files.writeString(markdown, markdown());
    return markdown;
  }

  @Override
  public String markdown() {
    return new LatencyMarkdown(report).text();
  }

  private RatioChart chart() {
    var bars = new ArrayList<RatioChart.Bar>();
    for (int i = 0; i < report.projects().size(); i++) {
      LatencyReport.Project project = report.projects().get(i);
      for (LatencyReport.State state : project.states()) {
        bars.add(new RatioChart.Bar(project.name() + ": " + state.name(), i, state.ratio()));
      }
    }
    return new RatioChart("Time to the last verified fix, in bare checks", PROMISED_RATIO, bars);
  }

  private String json() {
    var json = new JsonObject();
    json.addProperty("benchmark", "latency");
    json.addProperty("compiler", report.toolchain().version());
    json.addProperty("machine", report.machine());
    json.addProperty("firstRatio", report.firstRatio());
    json.addProperty("ratio", report.ratio());
    json.addProperty("proofRatio", report.proofRatio());
    json.add("startMillis", sample(report.starts().initialize()));
    report
        .starts()
        .plain()
        .ifPresent(plain -> {
          json.add("plainMillis", sample(plain.same()));
          json.add("plainMillisWithoutClasses", sample(plain.withoutClasses()));
        });
    report
        .memory()
        .ifPresent(memory -> {
          json.addProperty("startKibibytes", memory.startKibibytes());
          json.addProperty("idleKibibytes", memory.idleKibibytes());
          json.addProperty("knowledgeKibibytes", memory.knowledgeKibibytes());
        });
    json.add("against", ReportJson.array(report.against(), LatencyFiles::against));
    json.add("projects", ReportJson.array(report.projects(), LatencyFiles::project));
    return ReportJson.text(json);
  }

  private static JsonObject project(LatencyReport.Project project) {
    var json = new JsonObject();
    json.addProperty("name", project.name());
    json.addProperty("lines", project.lines());
    json.addProperty("packages", project.packages());
    json.addProperty("firstRatio", project.firstRatio());
    json.addProperty("ratio", project.ratio());
    json.add("rustcSeconds", sample(project.proof().rustcSeconds()));
    json.add("proofSeconds", sample(project.proof().proofSeconds()));
    json.add("codeActionMillis", sample(project.codeActionMillis()));
    json.add("hoverMillis", sample(project.hoverMillis()));
    var states = new JsonArray();
    for (LatencyReport.State state : project.states()) {
      var one = new JsonObject();
      one.addProperty("name", state.name());
      one.addProperty("ratio", state.ratio());
      one.addProperty("offers", state.offers());
      one.add("bareSeconds", sample(state.bareSeconds()));
      one.add("firstSeconds", sample(state.firstSeconds()));
      one.add("verifiedSeconds", sample(state.verifiedSeconds()));
      one.add("pausedFirstSeconds", sample(state.paused().firstSeconds()));
      one.add("pausedVerifiedSeconds", sample(state.paused().verifiedSeconds()));
      states.add(one);
    }
    json.add("states", states);
    return json;
  }

  private static JsonObject against(LatencyReport.Against one) {
    var json = new JsonObject();
    json.addProperty("project", one.project());
    json.addProperty("state", one.state());
    json.add("theirDiagnosticsSeconds", sample(one.theirDiagnostics()));
    json.add("ourDiagnosticsSeconds", sample(one.ourDiagnostics()));
    json.add("firstSeconds", sample(one.first()));
    json.add("allSeconds", sample(one.all()));
    return json;
  }

  private static JsonObject sample(Sample sample) {
    return ReportJson.sample(sample, 50, 95, 99);
  }
}
