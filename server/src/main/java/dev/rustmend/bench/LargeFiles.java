package dev.rustmend.bench;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Writes the report of `bench large`: `large.md` with its plot, and `large.json`.
public final class LargeFiles implements BenchFiles {
  /// What the project aims at: the first fixes of the open file within two checks of its crate.
  private static final double AIM = 2.0;

  private final LargeReport report;

  public LargeFiles(LargeReport report) {
    this.report = report;
  }

  @Override
  public Path write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("large.json"), json());
    Files.writeString(folder.resolve("large-first.svg"), chart().svg());
    Path markdown = folder.resolve("large.md");
    Files.writeString(markdown, markdown());
    return markdown;
  }

  @Override
  public String markdown() {
    return """
    # Large projects

    %s, %s. Projects are generated; the server is a process of its own that speaks LSP \
    over its pipes. *Own check*: `cargo check -p` of the open file's crate, of the same edit in a \
    copy of the project with a warm target directory. *First*: from the save until a verified fix \
    is offered in the open file. *All*: from the save until the server says that nothing more will \
    come. Code actions are asked for while the errors are there. Times are medians.

    %s
    ![Time to the first verified fix over the crate's own check](large-first.svg)
    """
        .formatted(report.compiler(), report.machine(), table());
  }

  private String table() {
    var table =
        new MarkdownTable(
            List.of(
                "project",
                "lines",
                "packages",
                "own check",
                "first",
                "times",
                "all",
                "code action p50",
                "p95",
                "memory"));
    for (LargeReport.Project project : report.projects()) {
      boolean fixed = project.firstSeconds().size() > 0;
      table.row(
          List.of(
              project.kind().word(),
              String.format(Locale.ROOT, "%,d", project.lines()),
              String.valueOf(project.packages()),
              seconds(project.bareSeconds()),
              fixed ? seconds(project.firstSeconds()) : "none",
              fixed ? number(project.firstRatio()) : "none",
              seconds(project.allSeconds()),
              number(project.codeActionMillis().median()) + " ms",
              number(project.codeActionMillis().quantile(0.95)) + " ms",
              memory(project)));
    }
    return table.text();
  }

  private static String memory(LargeReport.Project project) {
    return project.kibibytes().isPresent()
        ? String.format(Locale.ROOT, "%.0f MB", project.kibibytes().getAsLong() * 1024 / 1e6)
        : "unknown";
  }

  private RatioChart chart() {
    List<RatioChart.Bar> bars =
        report.projects().stream()
            .filter(project -> project.firstSeconds().size() > 0)
            .map(project -> new RatioChart.Bar(project.kind().word(), 0, project.firstRatio()))
            .toList();
    return new RatioChart("Time to the first verified fix, in checks of its crate", AIM, bars);
  }

  private String json() {
    var json = new JsonObject();
    json.addProperty("benchmark", "large");
    json.addProperty("compiler", report.compiler());
    json.addProperty("machine", report.machine());
    json.add("projects", ReportJson.array(report.projects(), LargeFiles::project));
    return ReportJson.text(json);
  }

  private static JsonObject project(LargeReport.Project project) {
    var json = new JsonObject();
    json.addProperty("name", project.kind().word());
    json.addProperty("lines", project.lines());
    json.addProperty("packages", project.packages());
    json.addProperty("firstRatio", project.firstRatio());
    json.add("bareSeconds", ReportJson.sample(project.bareSeconds(), 50, 95));
    json.add("firstSeconds", ReportJson.sample(project.firstSeconds(), 50, 95));
    json.add("allSeconds", ReportJson.sample(project.allSeconds(), 50, 95));
    json.add("codeActionMillis", ReportJson.sample(project.codeActionMillis(), 50, 95, 99));
    project.kibibytes().ifPresent(size -> json.addProperty("kibibytes", size));
    return json;
  }

  private static String seconds(Sample sample) {
    return number(sample.median()) + " s";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
