package dev.rustmend.bench;

import dev.rustmend.bench.RetrievalReport.Task;
import dev.rustmend.search.SearchMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The report of `bench retrieval` for people.
final class RetrievalMarkdown {
  private final RetrievalReport report;

  RetrievalMarkdown(RetrievalReport report) {
    this.report = report;
  }

  String text() {
    return """
    # What a search finds

    %s, %d processors. %s and %s labelled by hand (grade 3: what was asked for, 2: helps as well, \
    1: useful). The ranking was made with the half `tune` only. *nDCG@10*: gain 2^grade − 1, \
    discount log2(rank + 1), over the ideal order of all labels. *MRR*: of the first passage with \
    grade 2 or 3 among the first ten. *Recall@5*: queries with such a passage among the first five. \
    *Grade 3 in 5*: of all passages with grade 3, those among the first five. Parts of one section \
    count once, and a second one still takes a rank. Intervals are of 95 %%: bootstrap for means, \
    Wilson's for shares.

    %s
    ![nDCG@10](retrieval-ndcg.svg)

    ## Time of a query, with the making of its vector

    %s
    ![Time of a query](retrieval-millis.svg)

    ## The index

    %s%s%s\
    """
        .formatted(
            report.toolchain().version(),
            report.processors(),
            count(Task.ERRORS, "programs' rustc output"),
            count(Task.QUESTIONS, "questions"),
            quality(),
            times(),
            index(),
            synthetic(),
            remote());
  }

  private String count(Task task, String what) {
    return report.scores(task, Optional.empty(), report.modes().getFirst()).size() + " " + what;
  }

  private String quality() {
    var text = new StringBuilder();
    for (Task task : Task.values()) {
      for (Half half : report.halves()) {
        text.append("## %s, half `%s`%n%n".formatted(capital(task.words()), half.word()));
        var table =
            new MarkdownTable(List.of("mode", "nDCG@10", "MRR", "recall@5", "grade 3 in 5"));
        for (SearchMode mode : report.modes()) {
          var summary = RetrievalSummary.of(report.scores(task, Optional.of(half), mode));
          table.row(
              List.of(
                  RetrievalBench.word(mode),
                  summary.ndcg().text(),
                  summary.reciprocalRank().text(),
                  summary.helped().percent(),
                  summary.best().percent()));
        }
        text.append(table.text()).append('\n');
      }
    }
    return text.toString();
  }

  private String times() {
    var table = new MarkdownTable(List.of("mode", "query", "p50", "p95", "queries"));
    for (RetrievalReport.Times times : report.times()) {
      table.row(
          List.of(
              RetrievalBench.word(times.mode()),
              times.sort() == LabelledQuery.Sort.ERROR ? "rustc output" : "question",
              millis(times.millis().median()),
              millis(times.millis().quantile(0.95)),
              String.valueOf(times.millis().size())));
    }
    return table.text();
  }

  private String index() {
    RetrievalReport.Corpus corpus = report.corpus();
    var table = new MarkdownTable(List.of("what", "value"));
    table.row(List.of("passages of the knowledge base", number(corpus.articles())));
    table.row(List.of("passages of the documentation", number(corpus.documentation())));
    table.row(List.of("first index of the knowledge base", seconds(corpus.articleSeconds())));
    table.row(List.of("reading the documentation", seconds(corpus.readSeconds())));
    table.row(List.of("first index of the documentation", seconds(corpus.documentationSeconds())));
    table.row(List.of("adding all vectors, when they are known", seconds(corpus.vectorSeconds())));
    table.row(List.of("making one vector, mean of a hundred", millis(corpus.vectorMillis())));
    table.row(List.of("passages with a vector", number(corpus.vectors())));
    table.row(
        List.of(
            "so making all vectors takes",
            seconds(corpus.vectors() * corpus.vectorMillis() / 1e3)));
    table.row(List.of("files of the index", megabytes(corpus.bytes())));
    table.row(List.of("labels of what does not exist", number(corpus.dangling())));
    return table.text();
  }

  private String synthetic() {
    if (report.synthetic().isEmpty()) {
      return "";
    }
    var table =
        new MarkdownTable(
            List.of(
                "passages", "index", "files", "words p50", "words p95", "fused p50", "fused p95"));
    for (RetrievalReport.Synthetic one : report.synthetic()) {
      table.row(
          List.of(
              number(one.passages()),
              seconds(one.indexSeconds()),
              megabytes(one.bytes()),
              millis(one.wordMillis().median()),
              millis(one.wordMillis().quantile(0.95)),
              one.fusedMillis().map(sample -> millis(sample.median())).orElse("–"),
              one.fusedMillis().map(sample -> millis(sample.quantile(0.95))).orElse("–")));
    }
    return "\n## Over made passages, with vectors of queries that cost nothing\n\n" + table.text();
  }

  private String remote() {
    if (report.remote().isEmpty()) {
      return "";
    }
    var table =
        new MarkdownTable(
            List.of(
                "task", "nDCG@10 here", "on the cluster", "p50 here", "p95", "p50 there", "p95"));
    for (RetrievalReport.Remote one : report.remote()) {
      table.row(
          List.of(
              one.task().words(),
              RetrievalSummary.of(one.here()).ndcg().text(),
              RetrievalSummary.of(one.there()).ndcg().text(),
              millis(one.hereMillis().median()),
              millis(one.hereMillis().quantile(0.95)),
              millis(one.thereMillis().median()),
              millis(one.thereMillis().quantile(0.95))));
    }
    var made =
        new MarkdownTable(
            List.of(
                "passages", "published in", "words p50", "words p95", "fused p50", "fused p95"));
    for (RetrievalReport.Synthetic one : report.synthetic()) {
      one.remote()
          .ifPresent(there ->
              made.row(
                  List.of(
                      number(one.passages()),
                      seconds(there.publishSeconds()),
                      millis(there.wordMillis().median()),
                      millis(there.wordMillis().quantile(0.95)),
                      millis(there.fusedMillis().median()),
                      millis(there.fusedMillis().quantile(0.95)))));
    }
    return "\n## The same passages on a cluster, by the best mode\n\n"
        + table.text()
        + (report.synthetic().isEmpty() ? "" : "\n" + made.text());
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  private static String seconds(double value) {
    return String.format(Locale.ROOT, "%.1f s", value);
  }

  private static String millis(double value) {
    return String.format(Locale.ROOT, "%.1f ms", value);
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}
