package dev.rustmend.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;

/// The report on one version of the program: what it aims at beside what was measured, and the
/// reports of `bench latency` and `bench large` with their plots.
public final class VersionReport implements BenchFiles {
  private final String version;
  private final LatencyReport latency;
  private final LargeReport large;

  /// `version` is the program's own.
  public VersionReport(String version, LatencyReport latency, LargeReport large) {
    this.version = version;
    this.latency = latency;
    this.large = large;
  }

  @Override
  public Path write(Path folder) throws IOException {
    new LatencyFiles(latency).write(folder);
    new LargeFiles(large).write(folder);
    Path markdown = folder.resolve("report.md");
    Files.writeString(markdown, markdown());
    return markdown;
  }

  @Override
  public String markdown() {
    return """
    # How fast rustmend %s is

    Written by `rustmend bench report`, on %s, with %s. What the figures mean is said in \
    [latency.md](latency.md) and [large.md](large.md), which have them all.

    %s
    ![Time to verified fixes over a bare check](latency-ratio.svg)

    ![Time to the first verified fix over the crate's own check](large-first.svg)
    """
        .formatted(version, latency.machine(), latency.toolchain().version(), table());
  }

  private String table() {
    var table = new MarkdownTable(List.of("what", "aim at most", "measured", "met"));
    for (Aim aim : aims()) {
      table.row(
          List.of(
              aim.what(), aim.number(aim.most()), aim.measuredText(), aim.isMet() ? "yes" : "no"));
    }
    return table.text();
  }

  /// One figure, the most that it should be, and what was measured, if it was.
  private record Aim(String what, String unit, double most, OptionalDouble measured) {

    boolean isMet() {
      return measured.isPresent() && measured.getAsDouble() <= most;
    }

    String measuredText() {
      return measured.isPresent() ? number(measured.getAsDouble()) : "not measured";
    }

    String number(double value) {
      String format = value < 10 && value != Math.rint(value) ? "%.2f" : "%.0f";
      return (String.format(Locale.ROOT, format, value) + " " + unit).strip();
    }
  }

  private List<Aim> aims() {
    return List.of(
        new Aim(
            "save to the first verified fix, in bare checks", "", 1.6, some(latency.firstRatio())),
        new Aim("save to all verified fixes, in bare checks", "", 2.0, some(latency.ratio())),
        new Aim("proof of one candidate, in runs of rustc", "", 1.15, some(latency.proofRatio())),
        new Aim(
            "start to the answer of `initialize`",
            "ms",
            200,
            some(latency.starts().initialize().median())),
        memory("memory after `initialize`", 90, LatencyReport.Memory::startKibibytes),
        memory("memory with index and embedder", 250, LatencyReport.Memory::knowledgeKibibytes),
        new Aim("code action, 95 of 100, with 2,000 errors", "ms", 30, codeActions()),
        new Aim("memory with 2,000 errors", "MB", 400, megabytesOfErrors()),
        new Aim("first fix in 500,000 lines, in checks of its crate", "", 2.0, firstOfWorkspace()));
  }

  private Aim memory(String what, double most, ToLongFunction<LatencyReport.Memory> kibibytes) {
    OptionalDouble measured =
        latency
            .memory()
            .map(memory -> OptionalDouble.of(megabytes(kibibytes.applyAsLong(memory))))
            .orElse(OptionalDouble.empty());
    return new Aim(what, "MB", most, measured);
  }

  private OptionalDouble codeActions() {
    return large.find(LargeKind.ERRORS).stream()
        .mapToDouble(project -> project.codeActionMillis().quantile(0.95))
        .findFirst();
  }

  private OptionalDouble megabytesOfErrors() {
    return large.find(LargeKind.ERRORS).stream()
        .flatMapToLong(project -> project.kibibytes().stream())
        .mapToDouble(VersionReport::megabytes)
        .findFirst();
  }

  private OptionalDouble firstOfWorkspace() {
    return large.find(LargeKind.WORKSPACE).stream()
        .filter(project -> project.firstSeconds().size() > 0)
        .mapToDouble(LargeReport.Project::firstRatio)
        .findFirst();
  }

  private static OptionalDouble some(double value) {
    return OptionalDouble.of(value);
  }

  private static double megabytes(long kibibytes) {
    return kibibytes * 1024 / 1e6;
  }
}
