package dev.rustmend.bench;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes the report of `bench team`: `team.md` and `team.json`.
public final class TeamFiles implements BenchFiles {
  private final TeamReport report;

  public TeamFiles(TeamReport report) {
    this.report = report;
  }

  @Override
  public Path write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("team.json"), json());
    Path markdown = folder.resolve("team.md");
    Files.writeString(markdown, markdown());
    return markdown;
  }

  @Override
  public String markdown() {
    return new TeamMarkdown(report).text();
  }

  private String json() {
    var json = new JsonObject();
    json.addProperty("benchmark", "team");
    json.addProperty("compiler", report.toolchain().version());
    json.addProperty("machine", report.machine());
    json.add("absences", ReportJson.array(report.absences(), TeamFiles::absence));
    json.add("clusters", ReportJson.array(report.clusters(), TeamFiles::cluster));
    return ReportJson.text(json);
  }

  private static JsonObject absence(TeamReport.Absence one) {
    var json = new JsonObject();
    json.addProperty("name", one.name());
    json.add("codeActionMillis", sample(one.codeActionMillis()));
    json.add("hoverMillis", sample(one.hoverMillis()));
    json.add("verifiedSeconds", sample(one.verifiedSeconds()));
    json.addProperty("offers", one.offers());
    json.addProperty("logLines", one.logLines());
    return json;
  }

  private static JsonObject cluster(TeamReport.Cluster one) {
    var json = new JsonObject();
    json.addProperty("passages", one.passages());
    one.publishSeconds().ifPresent(seconds -> json.addProperty("publishSeconds", seconds));
    json.addProperty("bytes", one.bytes());
    json.add("rounds", ReportJson.array(one.rounds(), TeamFiles::round));
    return json;
  }

  private static JsonObject round(TeamReport.Round round) {
    var json = new JsonObject();
    json.add("words", sample(round.words()));
    round.fused().ifPresent(fused -> json.add("fused", sample(fused)));
    json.add("wordsBeside", sample(round.wordsBeside()));
    round.fusedBeside().ifPresent(fused -> json.add("fusedBeside", sample(fused)));
    return json;
  }

  private static JsonObject sample(Sample sample) {
    return ReportJson.sample(sample, 50, 95);
  }
}
