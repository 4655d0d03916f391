package dev.rustmend.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rustmend.bench.FixesReport.Case;
import dev.rustmend.bench.FixesReport.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixesReportTest {
  private static final String MARKDOWN =
      """
      # How many broken programs get repaired

      rustc 1.0.0. 9 programs of the toolchain's documentation are said not to compile, 5 of \
      them give their error with this compiler, 3 were measured, 2 at a time. *cargo fix*: \
      1 of 3 results come from an earlier run with the same compiler.

      *Compiles*: no error is left. *Repaired*: no error is left and nothing of the program \
      is lost. In brackets: Wilson's 95 % interval. Seconds are wall-clock times of the whole \
      repair, median and 95th percentile; compiles are runs of the compiler, median.

      ![Share of programs repaired](fixes-shares.svg)

      ## Half “tune”

      | method | programs | compiles | repaired | seconds | compiles per case | worse than before | lost something |
      | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
      | cargo fix | 2 | 0.0 % (0.0–65.8) | 0.0 % (0.0–65.8) | 0.20, 0.20 | – | 1 | 0 |
      | rustmend | 2 | 100.0 % (34.2–100.0) | 50.0 % (9.5–90.5) | 0.75, 0.98 | 4 | 0 | 1 |

      ## Half “heldout”

      | method | programs | compiles | repaired | seconds | compiles per case | worse than before | lost something |
      | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
      | cargo fix | 1 | 0.0 % (0.0–79.3) | 0.0 % (0.0–79.3) | 0.20, 0.20 | – | 0 | 0 |
      | rustmend | 1 | 0.0 % (0.0–79.3) | 0.0 % (0.0–79.3) | 2.00, 2.00 | 3 | 0 | 0 |

      ## All

      | method | programs | compiles | repaired | seconds | compiles per case | worse than before | lost something |
      | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
      | cargo fix | 3 | 0.0 % (0.0–56.1) | 0.0 % (0.0–56.1) | 0.20, 0.20 | – | 1 | 0 |
      | rustmend | 3 | 66.7 % (20.8–93.9) | 33.3 % (6.1–79.2) | 1.00, 1.90 | 3 | 0 | 1 |

      ![Time of a repair](fixes-seconds.svg)

      ## Repaired, by book

      | book | programs | cargo fix | rustmend |
      | --- | ---: | ---: | ---: |
      | error_codes | 2 | 0.0 % (0.0–65.8) | 50.0 % (9.5–90.5) |
      | book | 1 | 0.0 % (0.0–79.3) | 0.0 % (0.0–79.3) |

      ## Repaired, by code

      | code | programs | cargo fix | rustmend |
      | --- | ---: | ---: | ---: |
      | E0382 | 2 | 0.0 % (0.0–65.8) | 50.0 % (9.5–90.5) |
      | no code | 1 | 0.0 % (0.0–79.3) | 0.0 % (0.0–79.3) |

      ## Ended worse than it began, cargo fix

      - `error_codes/E0382#1`

      ## Lost something, rustmend

      - `error_codes/E0382#2`

      """;

  @TempDir Path folder;

  @Test
  void writesMarkdown() {
    assertThat(new FixesFiles(report(0)).markdown()).isEqualTo(MARKDOWN);
  }

  @Test
  void writesAllFiles() throws IOException {
    Path markdown = new FixesFiles(report(0)).write(folder);

    assertThat(Files.readString(markdown)).startsWith("# How many");
    assertThat(folder.resolve("fixes-shares.svg")).content().contains("tune", "rustmend", "</svg>");
    assertThat(folder.resolve("fixes-seconds.svg")).content().contains("polyline", "0.1 s");
    assertThat(folder.resolve("cases/error_codes_E0382_1.txt"))
        .content()
        .contains("=== rustmend: 1 errors → 0", "+let y = x.clone();");
    assertThat(folder.resolve("fixes.json")).content().doesNotContain("let y");
  }

  @Test
  void comparesWithAnOlderReport() throws IOException {
    String older = FixesJson.of(report(1));

    assertThat(FixesComparison.lines(older, report(0)))
        .containsExactly(
            "+ error_codes/E0382#1 (E0382)",
            "3 programs in both reports: 1 repaired now that were not, 0 no longer");
    assertThatThrownBy(() -> FixesComparison.lines("{}", report(0)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no report of `bench fixes`");
  }

  /// Three programs; rustmend leaves `left` errors in the first one.
  private static FixesReport report(int left) {
    return new FixesReport(
        new RustToolchain("rustc 1.0.0", "abc", Path.of("doc")),
        FixesReport.Origin.DOCUMENTATION,
        9,
        5,
        2,
        List.of("cargo fix", "rustmend"),
        List.of(
            example(
                "error_codes/E0382#1",
                Half.TUNE,
                "E0382",
                outcome(2, 0.2, -1),
                outcome(left, 1, 5)),
            example(
                "error_codes/E0382#2",
                Half.TUNE,
                "E0382",
                outcome(1, 0.2, -1),
                lossy(outcome(0, 0.5, 2))),
            example(
                "book/ch01#1", Half.HELD_OUT, "no code", outcome(1, 0.2, -1), outcome(1, 2, 3))));
  }

  private static Case example(String id, Half half, String code, Outcome fix, Outcome rustmend) {
    String book = id.substring(0, id.indexOf('/'));
    boolean cached = book.equals("book");
    var outcomes =
        new TreeMap<>(Map.of("cargo fix", cached ? cached(fix) : fix, "rustmend", rustmend));
    return new Case(id, book, half, code, "let y = x;\n", "", outcomes);
  }

  private static Outcome outcome(int after, double seconds, int compiles) {
    return new Outcome(
        1,
        after,
        List.of(),
        seconds,
        compiles,
        false,
        List.of("a step"),
        List.of(),
        "let y = x.clone();\n");
  }

  private static Outcome lossy(Outcome outcome) {
    return new Outcome(
        1,
        outcome.errorsAfter(),
        List.of("function `f` is gone"),
        outcome.seconds(),
        outcome.compiles(),
        false,
        List.of(),
        List.of(),
        "");
  }

  private static Outcome cached(Outcome outcome) {
    return new Outcome(
        1,
        outcome.errorsAfter(),
        List.of(),
        outcome.seconds(),
        -1,
        true,
        List.of(),
        List.of(),
        "let y = x;\n");
  }
}
