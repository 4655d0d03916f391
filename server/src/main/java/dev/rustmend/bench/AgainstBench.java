package dev.rustmend.bench;

import com.google.gson.JsonObject;
import dev.rustmend.bench.LatencyReport.Against;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;

/// Another language server on the same saves: rust-analyzer, which shows what its own run of cargo
/// says. Each server has a copy of the project, and their saves take turns.
final class AgainstBench {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final GeneratedProject project;
  private final LatencyBenchRequest request;
  private final Path analyzer;

  AgainstBench(GeneratedProject project, LatencyBenchRequest request, Path analyzer) {
    this.project = project;
    this.request = request;
    this.analyzer = analyzer;
  }

  List<Against> measure(BenchListener listener)
      throws IOException, TimeoutException, InterruptedException {
    Path theirs = copy("theirs");
    Path ours = copy("ours");
    ToolRun.of(
        theirs, LIMIT, List.of("cargo", "check", "--offline", "--workspace", "--all-targets"));
    Map<BrokenState, Times> times = new LinkedHashMap<>();
    try (EditorSession their =
            EditorSession.start(List.of(analyzer.toString()), theirs, Map.of(), new JsonObject());
        EditorSession our = EditorSession.start(request.server(), ours, Map.of(), publishing())) {
      Set<String> files = files();
      their.openWhenReady(files);
      our.open(files);
      List<BrokenState> schedule = LatencyBench.schedule(project, request.repeats());
      for (int i = 0; i < schedule.size(); i++) {
        BrokenState state = schedule.get(i);
        SortedMap<String, String> broken = ProjectBench.numbered(state.files(project), 2 * i);
        Times of = times.computeIfAbsent(state, _ -> Times.none());
        of.theirs().add(their.saveUntilDiagnosed(broken));
        EditorSession.Saved saved = our.save(broken, state.places(project));
        saved.diagnosed().ifPresent(of.ours()::add);
        saved.first().ifPresent(of.first()::add);
        of.all().add(saved.all());
        SortedMap<String, String> whole = whole(state, 2 * i + 1);
        their.saveUntilClean(whole);
        our.save(whole);
        listener.progress(project.name(), i + 1, schedule.size(), "beside rust-analyzer");
      }
    }
    return times.entrySet().stream()
        .map(entry -> entry.getValue().of(project.name(), entry.getKey()))
        .toList();
  }

  private record Times(
      List<Double> theirs, List<Double> ours, List<Double> first, List<Double> all) {
    static Times none() {
      return new Times(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    Against of(String project, BrokenState state) {
      return new Against(
          project,
          state.name(),
          Sample.of(theirs),
          Sample.of(ours),
          Sample.of(first),
          Sample.of(all));
    }
  }

  private Path copy(String whose) throws IOException {
    return ProjectBench.fresh(request.folder().resolve(project.name() + "-" + whose), project);
  }

  private Set<String> files() {
    var files = new LinkedHashSet<String>();
    project.states().forEach(state -> state.changes().forEach(change -> files.add(change.file())));
    return files;
  }

  private SortedMap<String, String> whole(BrokenState state, int edit) {
    var whole = new TreeMap<String, String>();
    state.changes().forEach(change -> whole.put(change.file(), project.file(change.file())));
    return ProjectBench.numbered(whole, edit);
  }

  /// rustmend leaves diagnostics to rust-analyzer unless it is told otherwise.
  private static JsonObject publishing() {
    var diagnostics = new JsonObject();
    diagnostics.addProperty("publish", "always");
    var options = new JsonObject();
    options.add("diagnostics", diagnostics);
    return options;
  }
}
