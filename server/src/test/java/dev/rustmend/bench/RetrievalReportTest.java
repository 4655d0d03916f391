package dev.rustmend.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.bench.RetrievalReport.Outcome;
import dev.rustmend.bench.RetrievalReport.Task;
import dev.rustmend.search.SearchMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetrievalReportTest {
  private static final RankingScores GOOD = new RankingScores(1, 1, true, 1, 1);
  private static final RankingScores BAD = new RankingScores(0, 0, false, 0, 1);

  private static RetrievalReport report() {
    List<Outcome> outcomes =
        List.of(
            outcome("e1", Half.TUNE, Task.ERRORS, GOOD),
            outcome("e1", Half.TUNE, Task.ERRORS_AMONG_ENTRIES, GOOD),
            outcome("q1", Half.TUNE, Task.QUESTIONS, GOOD),
            outcome("q2", Half.TUNE, Task.QUESTIONS, BAD),
            outcome("q3", Half.HELD_OUT, Task.QUESTIONS, BAD));
    Sample millis = Sample.of(List.of(1.0, 3.0));
    return new RetrievalReport(
        new RustToolchain("rustc 1.0.0", "abc", Path.of("doc")),
        2,
        List.of(SearchMode.BM25),
        outcomes,
        new RetrievalReport.Corpus(1443, 12, 1.5, 0.5, 2, 3, 40, 700, 1_500_000, 0),
        List.of(new RetrievalReport.Times(LabelledQuery.Sort.QUESTION, SearchMode.BM25, millis)),
        List.of(
            new RetrievalReport.Synthetic(
                100_000, 60, 2_000_000, millis, Optional.of(millis), Optional.empty())),
        List.of());
  }

  private static Outcome outcome(String id, Half half, Task task, RankingScores scores) {
    return new Outcome(id, half, task, SearchMode.BM25, scores, List.of("tasks/a"));
  }

  @Test
  void tellsTheScoresOfEachHalfApart() {
    assertThat(new RetrievalFiles(report()).markdown())
        .startsWith("# What a search finds\n\nrustc 1.0.0, 2 processors. 1 programs' rustc output")
        .contains(
            """
            ## Questions, among everything, half `tune`

            | mode | nDCG@10 | MRR | recall@5 | grade 3 in 5 |
            | --- | ---: | ---: | ---: | ---: |
            | bm25 | 0.500 (0.000–1.000) | 0.500 (0.000–1.000) | 50.0 % (9.5–90.5) |\
             50.0 % (9.5–90.5) |
            """)
        .contains("half `heldout`")
        .contains("| bm25 | question | 2.0 ms | 2.9 ms | 2 |")
        .contains("| passages of the knowledge base | 1,443 |")
        .contains("| 100,000 | 60.0 s | 2.0 MB | 2.0 ms | 2.9 ms | 2.0 ms | 2.9 ms |");
  }

  @Test
  void writesAllItsFiles(@TempDir Path folder) throws IOException {
    Path markdown = new RetrievalFiles(report()).write(folder);

    assertThat(markdown).hasFileName("retrieval.md");
    assertThat(Files.readString(folder.resolve("retrieval.json")))
        .contains("\"ndcg10\"")
        .contains("\"half\": \"heldout\"");
    assertThat(Files.readString(folder.resolve("retrieval-ndcg.svg"))).contains("mean of 2");
    assertThat(Files.readString(folder.resolve("retrieval-millis.svg"))).contains("bm25");
  }
}
