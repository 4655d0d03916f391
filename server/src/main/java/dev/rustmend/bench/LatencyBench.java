package dev.rustmend.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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
    Sample starts = starts(request, generator, listener);
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
    return new LatencyReport(
        toolchain, Machine.here(), projects, starts, memory(request, generator, listener), against);
  }

  private static Sample starts(
      LatencyBenchRequest request, ProjectGenerator generator, BenchListener listener)
      throws IOException, TimeoutException, InterruptedException {
    Path folder = smallProject(request, generator);
    var millis = new ArrayList<Double>();
    for (int i = 0; i < request.starts(); i++) {
      long start = System.nanoTime();
      try (var _ = EditorSession.start(request.server(), folder)) {
        millis.add((System.nanoTime() - start) / 1e6);
      }
      listener.progress("starting the server", i + 1, request.starts(), "initialize");
    }
    return Sample.of(millis);
  }

  private static Optional<LatencyReport.Memory> memory(
      LatencyBenchRequest request, ProjectGenerator generator, BenchListener listener)
      throws IOException, TimeoutException, InterruptedException {
    Path folder = smallProject(request, generator);
    try (EditorSession editor = EditorSession.start(request.server(), folder)) {
      OptionalLong atStart = ResidentMemory.of(editor.wire().processId());
      listener.progress("reading memory", 1, 2, "after initialize");
      editor.open(List.of("src/main.rs"));
      editor.wire().idle(request.idle());
      OptionalLong idle = ResidentMemory.of(editor.wire().processId());
      listener.progress("reading memory", 2, 2, "after idling");
      return atStart.isPresent() && idle.isPresent()
          ? Optional.of(new LatencyReport.Memory(atStart.getAsLong(), idle.getAsLong()))
          : Optional.empty();
    }
  }

  private static Path smallProject(LatencyBenchRequest request, ProjectGenerator generator)
      throws IOException {
    Path folder = request.folder().resolve("start");
    generator.project(ProjectSize.SMALL).write(folder);
    return folder.toRealPath();
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
