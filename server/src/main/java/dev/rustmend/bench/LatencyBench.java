package dev.rustmend.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeoutException;

/// `bench latency`: how long a person waits for verified fixes, and for the server's answers, on
/// generated projects and through the real server process.
public final class LatencyBench {

  /// Measures what `request` asks for. Throws [IOException] when the server or cargo can not be
  /// run, [TimeoutException] when the server does not finish in five minutes.
  public LatencyReport run(LatencyBenchRequest request, BenchListener listener)
      throws IOException, TimeoutException, InterruptedException {
    RustToolchain toolchain = RustToolchain.find();
    var generator = new ProjectGenerator(request.seed());
    var server = new ServerBench(request, generator, listener);
    LatencyReport.Starts starts = server.starts();
    var projects = new ArrayList<LatencyReport.Project>();
    var against = new ArrayList<LatencyReport.Against>();
    for (ProjectSize size : EnumSet.allOf(ProjectSize.class)) {
      if (request.sizes().contains(size)) {
        GeneratedProject project = generator.project(size);
        try (var bench = ProjectBench.open(project, request, listener)) {
          projects.add(bench.measure());
        }
        if (request.against().isPresent()) {
          against.addAll(
              new AgainstBench(project, request, request.against().get()).measure(listener));
        }
      }
    }
    return new LatencyReport(toolchain, Machine.here(), projects, starts, server.memory(), against);
  }

  /// The states of one project in the order of measuring: all of them, `repeats` times over, so
  /// that a slow minute of the machine hits every state and both sides.
  static List<BrokenState> schedule(GeneratedProject project, int repeats) {
    var schedule = new ArrayList<BrokenState>();
    for (int i = 0; i < repeats; i++) {
      schedule.addAll(project.states());
    }
    return List.copyOf(schedule);
  }
}
