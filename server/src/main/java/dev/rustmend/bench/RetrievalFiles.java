package dev.rustmend.bench;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.rustmend.bench.RetrievalReport.Task;
import dev.rustmend.search.SearchMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes the report of `bench retrieval`: `retrieval.md` with its two plots, and `retrieval.json`
/// with the scores of every query.
public final class RetrievalFiles implements BenchFiles {
  private final RetrievalReport report;

  public RetrievalFiles(RetrievalReport report) {
    this.report = report;
  }

  @Override
  public Path write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("retrieval.json"), json());
    Files.writeString(folder.resolve("retrieval-ndcg.svg"), quality().svg());
    Files.writeString(folder.resolve("retrieval-millis.svg"), times().svg());
    Path markdown = folder.resolve("retrieval.md");
    Files.writeString(markdown, markdown());
    return markdown;
  }

  @Override
  public String markdown() {
    return new RetrievalMarkdown(report).text();
  }

  private BarChart quality() {
    var groups = new ArrayList<BarChart.Group>();
    for (Task task : List.of(Task.ERRORS, Task.QUESTIONS)) {
      for (Half half : report.halves()) {
        String name = (task == Task.ERRORS ? "output, " : "questions, ") + half.word();
        groups.add(
            new BarChart.Group(
                name,
                report.modes().stream()
                    .map(mode ->
                        RetrievalSummary.of(report.scores(task, Optional.of(half), mode)).ndcg())
                    .toList()));
      }
    }
    return new BarChart(
        "nDCG@10, %", report.modes().stream().map(RetrievalBench::word).toList(), groups);
  }

  private CumulativeChart times() {
    return new CumulativeChart(
        "Time of a query",
        "ms",
        report.times().stream()
            .filter(times -> times.sort() == LabelledQuery.Sort.QUESTION)
            .map(times ->
                new CumulativeChart.Series(RetrievalBench.word(times.mode()), times.millis()))
            .toList());
  }

  private String json() {
    var json = new JsonObject();
    json.addProperty("benchmark", "retrieval");
    json.addProperty("compiler", report.toolchain().version());
    json.addProperty("processors", report.processors());
    json.add("corpus", ReportJson.tree(report.corpus()));
    var summaries = new JsonArray();
    for (Task task : Task.values()) {
      for (Half half : report.halves()) {
        report.modes().forEach(mode -> summaries.add(summary(task, half, mode)));
      }
    }
    json.add("summaries", summaries);
    var times = new JsonArray();
    report
        .times()
        .forEach(one -> {
          JsonObject time = sample(one.millis());
          time.addProperty("sort", one.sort().name());
          time.addProperty("mode", RetrievalBench.word(one.mode()));
          times.add(time);
        });
    json.add("millis", times);
    var synthetic = new JsonArray();
    report
        .synthetic()
        .forEach(one -> {
          var made = new JsonObject();
          made.addProperty("passages", one.passages());
          made.addProperty("indexSeconds", one.indexSeconds());
          made.addProperty("bytes", one.bytes());
          made.add("wordMillis", sample(one.wordMillis()));
          one.fusedMillis().ifPresent(fused -> made.add("fusedMillis", sample(fused)));
          one.remote().ifPresent(there -> made.add("remote", remote(there)));
          synthetic.add(made);
        });
    json.add("synthetic", synthetic);
    var remote = new JsonArray();
    report.remote().forEach(one -> remote.add(remote(one)));
    json.add("remote", remote);
    json.add("queries", ReportJson.tree(report.outcomes()));
    return ReportJson.text(json);
  }

  private static JsonObject remote(RetrievalReport.Remote one) {
    var json = new JsonObject();
    json.addProperty("task", one.task().name());
    json.add("ndcg10Here", estimate(RetrievalSummary.of(one.here()).ndcg()));
    json.add("ndcg10There", estimate(RetrievalSummary.of(one.there()).ndcg()));
    json.add("recall5Here", estimate(RetrievalSummary.of(one.here()).helped()));
    json.add("recall5There", estimate(RetrievalSummary.of(one.there()).helped()));
    json.add("millisHere", sample(one.hereMillis()));
    json.add("millisThere", sample(one.thereMillis()));
    return json;
  }

  private static JsonObject remote(RetrievalReport.SyntheticRemote there) {
    var json = new JsonObject();
    json.addProperty("publishSeconds", there.publishSeconds());
    json.add("wordMillis", sample(there.wordMillis()));
    json.add("fusedMillis", sample(there.fusedMillis()));
    return json;
  }

  private JsonObject summary(Task task, Half half, SearchMode mode) {
    var summary = RetrievalSummary.of(report.scores(task, Optional.of(half), mode));
    var json = new JsonObject();
    json.addProperty("task", task.name());
    json.addProperty("half", half.word());
    json.addProperty("mode", RetrievalBench.word(mode));
    json.addProperty("queries", summary.ndcg().size());
    json.add("ndcg10", estimate(summary.ndcg()));
    json.add("mrr", estimate(summary.reciprocalRank()));
    json.add("recall5", estimate(summary.helped()));
    json.add("grade3In5", estimate(summary.best()));
    return json;
  }

  private static JsonObject estimate(Estimate estimate) {
    var json = new JsonObject();
    json.addProperty("value", estimate.value());
    json.addProperty("lower", estimate.lower());
    json.addProperty("upper", estimate.upper());
    return json;
  }

  private static JsonObject sample(Sample sample) {
    return ReportJson.sample(sample, 50, 95);
  }
}
