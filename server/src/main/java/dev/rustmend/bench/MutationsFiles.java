package dev.rustmend.bench;

import dev.rustmend.bench.MutationsReport.Case;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Writes the report of `bench mutations`: `mutations.md` with its plot, `mutations.json`, and in
/// `mutants` for each case a file that tells how it was broken and what every method did to it.
public final class MutationsFiles implements BenchFiles {
  private final MutationsReport report;

  public MutationsFiles(MutationsReport report) {
    this.report = report;
  }

  @Override
  public Path write(Path folder) throws IOException {
    Path mutants = folder.resolve("mutants");
    Files.createDirectories(mutants);
    Files.writeString(folder.resolve("mutations.json"), MutationsJson.of(report));
    Files.writeString(folder.resolve("mutations-shares.svg"), shares().svg());
    for (Case one : report.cases()) {
      Files.writeString(mutants.resolve(one.id().replace('#', '_') + ".txt"), story(one));
    }
    Path markdown = folder.resolve("mutations.md");
    Files.writeString(markdown, markdown());
    return markdown;
  }

  @Override
  public String markdown() {
    return new MutationsMarkdown(report).text();
  }

  private BarChart shares() {
    var groups = new ArrayList<BarChart.Group>();
    for (String crate : report.crates()) {
      groups.add(
          group(crate, report.cases().stream().filter(one -> one.crate().equals(crate)).toList()));
    }
    groups.add(group("all", report.cases()));
    return new BarChart("Mutants repaired (tests pass), %", report.methods(), groups);
  }

  private BarChart.Group group(String name, List<Case> cases) {
    return new BarChart.Group(
        name,
        report.methods().stream()
            .map(method -> MutationsSummary.of(method, cases).repaired())
            .toList());
  }

  private static String story(Case one) {
    var text = new StringBuilder();
    text.append("%s: %s %s%n%n".formatted(one.id(), one.kind().word(), one.codes()));
    one.mutation().forEach(line -> text.append(line).append('\n'));
    one.outcomes()
        .forEach((method, outcome) -> {
          text.append(
              "\n=== %s: %s, %d errors → %d%n"
                  .formatted(
                      method,
                      outcome.ending().word(),
                      outcome.errorsBefore(),
                      outcome.errorsAfter()));
          outcome.trail().forEach(line -> text.append(line).append('\n'));
          outcome.repair().forEach(line -> text.append(line).append('\n'));
        });
    return text.toString();
  }
}
