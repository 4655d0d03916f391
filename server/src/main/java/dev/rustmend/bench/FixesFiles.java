package dev.rustmend.bench;

import dev.rustmend.bench.FixesReport.Case;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.UnifiedDiff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Writes the report of `bench fixes`: `fixes.md` with its two plots, `fixes.json`, and in `cases`
/// for each program a file that tells what every method did to it.
public final class FixesFiles implements BenchFiles {
  private final FixesReport report;

  public FixesFiles(FixesReport report) {
    this.report = report;
  }

  @Override
  public Path write(Path folder) throws IOException {
    Path cases = folder.resolve("cases");
    Files.createDirectories(cases);
    Files.writeString(folder.resolve("fixes.json"), FixesJson.of(report));
    Files.writeString(folder.resolve("fixes-shares.svg"), shares().svg());
    Files.writeString(folder.resolve("fixes-seconds.svg"), seconds().svg());
    for (Case one : report.cases()) {
      Files.writeString(cases.resolve(one.id().replaceAll("[/#]", "_") + ".txt"), story(one));
    }
    Path markdown = folder.resolve("fixes.md");
    Files.writeString(markdown, markdown());
    return markdown;
  }

  @Override
  public String markdown() {
    return new FixesMarkdown(report).text();
  }

  private BarChart shares() {
    var groups = new ArrayList<BarChart.Group>();
    for (Half half : Half.values()) {
      List<Case> ofHalf = report.cases().stream().filter(one -> one.half() == half).toList();
      if (!ofHalf.isEmpty()) {
        groups.add(group(half.word(), ofHalf));
      }
    }
    groups.add(group("all", report.cases()));
    return new BarChart("Programs repaired (compile and kept), %", report.methods(), groups);
  }

  private BarChart.Group group(String name, List<Case> cases) {
    return new BarChart.Group(
        name,
        report.methods().stream()
            .map(method -> FixesSummary.of(method, cases).repaired())
            .toList());
  }

  private CumulativeChart seconds() {
    return new CumulativeChart(
        "Share of programs done within a time",
        "s",
        report.methods().stream()
            .map(method ->
                new CumulativeChart.Series(
                    method, FixesSummary.of(method, report.cases()).seconds()))
            .toList());
  }

  private String story(Case one) {
    var text = new StringBuilder();
    text.append(one.id()).append(' ').append(one.code()).append(' ').append(one.half().word());
    text.append("\n\n").append(one.source());
    one.outcomes()
        .forEach((method, outcome) -> {
          text.append(
              "\n=== %s: %d errors → %d, lost %s%s%n"
                  .formatted(
                      method,
                      outcome.errorsBefore(),
                      outcome.errorsAfter(),
                      outcome.losses(),
                      outcome.behavior() == Behavior.OTHER ? ", not what was meant" : ""));
          outcome.trail().forEach(line -> text.append(line).append('\n'));
          UnifiedDiff.lines(
                  "src/main.rs", SourceText.of(one.source()), SourceText.of(outcome.source()))
              .forEach(line -> text.append(line).append('\n'));
        });
    if (!one.twin().isEmpty()) {
      String what =
          report.origin() == FixesReport.Origin.FOLDER
              ? "its author's repair"
              : "a sound program of the same page";
      text.append("\n=== ").append(what).append('\n').append(one.twin());
    }
    return text.toString();
  }
}
