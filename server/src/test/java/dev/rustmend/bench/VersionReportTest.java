package dev.rustmend.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionReportTest {
  @TempDir Path folder;

  @Test
  void setsWhatWasMeasuredBesideTheAims() throws Exception {
    Path markdown = new VersionReport("1.2.3", latency(), large()).write(folder);

    assertThat(Files.readString(markdown))
        .contains(
            "# How fast rustmend 1.2.3 is",
            "| save to the first verified fix, in bare checks | 1.60 | 1.50 | yes |",
            "| save to all verified fixes, in bare checks | 2 | 2.50 | no |",
            "| proof of one candidate, in runs of rustc | 1.15 | 0.80 | yes |",
            "| start to the answer of `initialize` | 200 ms | 150 ms | yes |",
            "| memory after `initialize` | 90 MB | not measured | no |",
            "| code action, 95 of 100, with 2,000 errors | 30 ms | 40 ms | no |",
            "| memory with 2,000 errors | 400 MB | 102 MB | yes |",
            "| first fix in 500,000 lines, in checks of its crate | 2 | not measured | no |");
    assertThat(folder).isDirectoryContaining("glob:**latency.md");
    assertThat(folder).isDirectoryContaining("glob:**latency-ratio.svg");
    assertThat(folder).isDirectoryContaining("glob:**large-first.svg");
  }

  private static LatencyReport latency() {
    var state =
        new LatencyReport.State(
            "moved value",
            sample(0.2),
            sample(0.3),
            sample(0.5),
            2,
            new LatencyReport.Paused(sample(0.01), sample(0.05)));
    var project =
        new LatencyReport.Project(
            "small",
            1_300,
            1,
            new LatencyReport.Proof(sample(0.5), sample(0.4)),
            List.of(state),
            sample(1.0),
            sample(0.5));
    return new LatencyReport(
        new RustToolchain("rustc 1.0.0", "abc", Path.of("/doc")),
        "2 processors",
        List.of(project),
        new LatencyReport.Starts(sample(150.0), Optional.empty()),
        Optional.empty(),
        List.of());
  }

  private static LargeReport large() {
    var errors =
        new LargeReport.Project(
            LargeKind.ERRORS,
            10_000,
            1,
            sample(2.0),
            sample(3.0),
            sample(4.0),
            sample(40.0),
            OptionalLong.of(100_000));
    return new LargeReport("rustc 1.0.0", "2 processors", List.of(errors));
  }

  private static Sample sample(double value) {
    return Sample.of(List.of(value));
  }
}
