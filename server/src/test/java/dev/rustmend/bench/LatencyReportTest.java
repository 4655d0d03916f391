package dev.rustmend.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatencyReportTest {
  private static final String MARKDOWN =
      """
      # How long one waits

      rustc 1.0.0, 2 processors. Projects are generated; the server is a process of its own that \
      speaks LSP over its pipes. *Bare check*: `cargo check` of the same edit in a copy of the \
      project with a warm target directory of its own, in the same run. *First*: from the save \
      until a verified fix is offered at an error. *All*: from the save until the server says that \
      nothing more will come. *Paused*: the same from a save whose text was typed and then checked \
      after a pause before. Times are medians.

      ## From the save to the verified fixes

      | project | state | bare check | first | times | all | times | offered | paused, first \
      | paused, all |
      | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
      | small | moved value | 0.20 s | 0.30 s | 1.50 | 0.40 s | 2.00 | 2 | 0.02 s | 0.05 s |
      | small | misspelled name | 0.10 s | none | none | 0.30 s | 3.00 | 1 | none | 0.06 s |
      | **small** | median; 1,300 lines, packages: 1 |  |  | **1.50** |  | **2.50** |  |  |  |

      Over the projects the medians are 1.50 times a bare check to the first verified fix, and 2.50 \
      times to all of them.

      ![Time to verified fixes over a bare check](latency-ratio.svg)

      ## One proof

      What one proof costs beside one run of rustc that compiles the same repaired crate, called by \
      hand as cargo calls it, with a warm incremental state of its own. A proof ends when the \
      compiler has nothing more to check; the run of rustc also saves its incremental state.

      | project | rustc | proof | times |
      | --- | ---: | ---: | ---: |
      | small | 0.50 s | 0.40 s | 0.80 |

      ## Requests

      | request | requests | p50 | p95 | p99 |
      | --- | ---: | ---: | ---: | ---: |
      | code action, small | 2 | 1.50 ms | 1.95 ms | 1.99 ms |
      | hover, small | 1 | 0.50 ms | 0.50 ms | 0.50 ms |

      ## The server itself

      | what | value |
      | --- | ---: |
      | start of the process to the answer of `initialize`, median of 3 | 250.00 ms |
      | a JVM that prints a line, same runtime and options | 125.00 ms; `initialize` takes 2.00 \
      times that |
      | the same without our archive of classes | 50.00 ms; `initialize` takes 5.00 times that |
      | resident memory after `initialize` | 66 MB |
      | resident memory, idle with a session | 98 MB |
      | resident memory, index and embedder in use, medium project | 205 MB |
      """;

  @TempDir Path folder;

  @Test
  void writesMarkdownJsonAndAPlot() throws IOException {
    Path markdown = new LatencyFiles(report()).write(folder);

    assertThat(Files.readString(markdown)).isEqualTo(MARKDOWN);
    assertThat(folder.resolve("latency.json"))
        .content()
        .contains(
            "\"ratio\": 2.5",
            "\"firstRatio\": 1.49",
            "\"proofRatio\": 0.8",
            "\"pausedFirstSeconds\"",
            "\"pausedVerifiedSeconds\"",
            "\"idleKibibytes\": 96000",
            "\"knowledgeKibibytes\": 200000");
    assertThat(folder.resolve("latency-ratio.svg"))
        .content()
        .contains("small: moved value", "at most 2", "</svg>");
  }

  @Test
  void anotherServerStandsBesideIt() {
    var against =
        new LatencyReport.Against(
            "small",
            "moved value",
            Sample.of(List.of(0.9)),
            Sample.of(List.of()),
            Sample.of(List.of(0.3)),
            Sample.of(List.of(0.4)));
    assertThat(new LatencyFiles(report(against)).markdown())
        .contains(
            "## Beside rust-analyzer", "| small | moved value | 0.90 s | none | 0.30 s | 0.40 s |");
  }

  private static LatencyReport report(LatencyReport.Against... against) {
    return new LatencyReport(
        new RustToolchain("rustc 1.0.0", "abc", Path.of("doc")),
        "2 processors",
        List.of(
            new LatencyReport.Project(
                "small",
                1300,
                1,
                new LatencyReport.Proof(Sample.of(List.of(0.5)), Sample.of(List.of(0.4))),
                List.of(
                    new LatencyReport.State(
                        "moved value",
                        Sample.of(List.of(0.2)),
                        Sample.of(List.of(0.3)),
                        Sample.of(List.of(0.4)),
                        2,
                        new LatencyReport.Paused(
                            Sample.of(List.of(0.02)), Sample.of(List.of(0.05)))),
                    new LatencyReport.State(
                        "misspelled name",
                        Sample.of(List.of(0.1)),
                        Sample.of(List.of()),
                        Sample.of(List.of(0.3)),
                        1,
                        new LatencyReport.Paused(Sample.of(List.of()), Sample.of(List.of(0.06))))),
                Sample.of(List.of(1.0, 2.0)),
                Sample.of(List.of(0.5)))),
        new LatencyReport.Starts(
            Sample.of(List.of(240.0, 250.0, 260.0)),
            Optional.of(
                new LatencyReport.Plain(Sample.of(List.of(125.0)), Sample.of(List.of(50.0))))),
        Optional.of(new LatencyReport.Memory(64000, 96000, 200000)),
        List.of(against));
  }
}
