package dev.rustmend.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.rustmend.bench.MutationsReport.Case;
import dev.rustmend.bench.MutationsReport.Ending;
import dev.rustmend.bench.MutationsReport.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutationsReportTest {
  private static final String MARKDOWN =
      """
      # How many broken crates get repaired

      rustc 1.0.0. 3 mutants of a-1.0.0, b-2.0.0, drawn with seed 7 and rejected by \
      `cargo check --all-targets`; measured 2 at a time, all methods in this run.

      *Repaired*: no error is left and the crate's own tests pass, as many as before; *original*: \
      the author's text, character by character. *Wrong*: it compiles, but tests fail. \
      *Precision*: the repaired ones among those that compile. *Worse*: more errors than before. \
      In brackets: Wilson's 95 % interval. Seconds are wall-clock times of the whole repair, \
      median and 95th percentile; compiles are runs of the compiler, median.

      ![Share of mutants repaired](mutations-shares.svg)

      | method | mutants | repaired | original | wrong | precision | still broken | worse | seconds | compiles per case |
      | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
      | cargo fix | 3 | 0.0 % (0.0–56.1) | 0.0 % (0.0–56.1) | 0.0 % (0.0–56.1) | 0.0 % (0.0–100.0) | 2 | 1 | 1.00, 1.00 | – |
      | rustmend | 3 | 66.7 % (20.8–93.9) | 33.3 % (6.1–79.2) | 33.3 % (6.1–79.2) | 66.7 % (20.8–93.9) | 0 | 0 | 1.00, 1.00 | 4 |

      ## By kind of mutation

      Repaired / wrong.

      | kind | mutants | cargo fix | rustmend |
      | --- | ---: | ---: | ---: |
      | `&` missing | 1 | 0 / 0 | 1 / 0 |
      | misspelled variable | 2 | 0 / 0 | 1 / 1 |

      ## By crate

      | crate | mutants | cargo fix | rustmend |
      | --- | ---: | ---: | ---: |
      | a-1.0.0 | 2 | 0.0 % (0.0–65.8) | 50.0 % (9.5–90.5) |
      | b-2.0.0 | 1 | 0.0 % (0.0–79.3) | 100.0 % (20.7–100.0) |

      ## By code

      Repaired / wrong; the first code of each mutant.

      | code | mutants | cargo fix | rustmend |
      | --- | ---: | ---: | ---: |
      | E0425 | 2 | 0 / 0 | 1 / 1 |
      | no code | 1 | 0 / 0 | 1 / 0 |

      ## Entries by code of the error

      How many entries of the knowledge base proposed something for errors of the code, and how many of \
      them had a proposal that compiled or advanced.

      | code | entries | of these useful | proposed | verified | compiled or advanced | ranked first |
      | --- | ---: | ---: | ---: | ---: | ---: | ---: |

      ## Ended worse than it began, cargo fix

      - `a-1.0.0#2`: misspelled variable

      ## Compiles, but its tests fail, rustmend

      - `a-1.0.0#2`: misspelled variable

      """;

  @TempDir Path folder;

  @Test
  void writesMarkdown() {
    assertThat(new MutationsFiles(report()).markdown()).isEqualTo(MARKDOWN);
  }

  @Test
  void writesAllFiles() throws IOException {
    Path markdown = new MutationsFiles(report()).write(folder);

    assertThat(markdown).content().startsWith("# How many");
    assertThat(folder.resolve("mutations-shares.svg")).content().contains("rustmend", "</svg>");
    assertThat(folder.resolve("mutants/a-1.0.0_2.txt"))
        .content()
        .contains("misspelled variable [E0425]", "-x\n+y", "=== rustmend: wrong, 1 errors → 0");
    JsonObject json =
        JsonParser.parseString(Files.readString(folder.resolve("mutations.json")))
            .getAsJsonObject();
    assertThat(json.getAsJsonArray("cases")).hasSize(3);
    JsonObject summary = json.getAsJsonObject("summary").getAsJsonObject("rustmend");
    assertThat(summary.get("repaired").getAsInt()).isEqualTo(2);
    assertThat(summary.get("wrong").getAsInt()).isEqualTo(1);
  }

  private static MutationsReport report() {
    return new MutationsReport(
        "rustc 1.0.0",
        List.of("a-1.0.0", "b-2.0.0"),
        7,
        2,
        List.of("cargo fix", "rustmend"),
        List.of(
            mutant("a-1.0.0#1", MutationKind.MISSPELL_LOCAL, Ending.BROKEN, Ending.ORIGINAL),
            mutant("a-1.0.0#2", MutationKind.MISSPELL_LOCAL, Ending.WORSE, Ending.WRONG),
            mutant("b-2.0.0#1", MutationKind.REMOVE_REFERENCE, Ending.BROKEN, Ending.REPAIRED)));
  }

  private static Case mutant(String id, MutationKind kind, Ending fix, Ending rustmend) {
    return new Case(
        id,
        id.substring(0, id.indexOf('#')),
        kind,
        kind == MutationKind.MISSPELL_LOCAL ? List.of("E0425") : List.of(),
        List.of("-x", "+y"),
        new TreeMap<>(Map.of("cargo fix", outcome(fix, -1), "rustmend", outcome(rustmend, 4))));
  }

  private static Outcome outcome(Ending ending, int compiles) {
    int after = ending == Ending.WORSE ? 2 : ending.compiles() ? 0 : 1;
    return new Outcome(
        ending, 1, after, 1, compiles, List.of("a step"), List.of(), List.of("-y", "+x"));
  }
}
