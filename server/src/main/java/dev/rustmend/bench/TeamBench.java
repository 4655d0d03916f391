package dev.rustmend.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;

/// `bench team`: what a team's cluster costs, while it is searched and while it is gone.
public final class TeamBench {

  /// Measures what `request` asks for. Throws [IOException] with a sentence for people when that
  /// can not be done, [TimeoutException] when the server that is measured does not answer.
  public TeamReport run(TeamBenchRequest request, BenchListener listener)
      throws IOException, TimeoutException, InterruptedException {
    RustToolchain toolchain = RustToolchain.find();
    List<TeamReport.Absence> absences =
        request.requests() == 0 ? List.of() : new AbsenceBench(request, listener).run();
    List<TeamReport.Cluster> clusters = List.of();
    if (request.cluster().isPresent() && !request.passages().isEmpty()) {
      RetrievalCorpus corpus = RetrievalCorpus.read(toolchain, listener);
      List<LabelledQuery> questions =
          LabelledQueries.shipped().stream()
              .filter(query -> query.sort() == LabelledQuery.Sort.QUESTION)
              .toList();
      clusters = new ClusterBench(request, corpus, questions, listener).run();
    }
    return new TeamReport(toolchain, Machine.here(), absences, clusters);
  }
}
