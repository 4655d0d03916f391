package dev.rustmend.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeReportTest {
  @TempDir Path folder;

  @Test
  void writesMarkdownJsonAndAPlot() throws IOException {
    var report =
        new LargeReport(
            "rustc 1.0.0",
            "2 processors",
            List.of(
                project(LargeKind.FILE, Sample.of(List.of(3.0))),
                project(LargeKind.ERRORS, Sample.of(List.of()))));
    Path markdown = new LargeFiles(report).write(folder);

    assertThat(Files.readString(markdown))
        .contains(
            "| file | 20,000 | 1 | 2.00 s | 3.00 s | 1.50 | 4.00 s | 5.00 ms | 5.00 ms | 102 MB |",
            "| errors | 20,000 | 1 | 2.00 s | none | none | 4.00 s | 5.00 ms | 5.00 ms | 102 MB |");
    assertThat(folder.resolve("large.json")).content().contains("\"firstRatio\": 1.5");
    assertThat(folder.resolve("large-first.svg"))
        .content()
        .contains("file: 1.50", "at most 2", "</svg>")
        .doesNotContain("errors");
  }

  private static LargeReport.Project project(LargeKind kind, Sample first) {
    return new LargeReport.Project(
        kind,
        20_000,
        1,
        Sample.of(List.of(2.0)),
        first,
        Sample.of(List.of(4.0)),
        Sample.of(List.of(5.0)),
        OptionalLong.of(100_000));
  }
}
