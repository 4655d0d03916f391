package dev.rustmend.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeoutException;

/// The part of `bench latency` about the server's own process: how soon it answers, beside a JVM
/// that does nothing, and how much memory it holds.
record ServerBench(
    LatencyBenchRequest request, ProjectGenerator generator, BenchListener listener) {
  private static final String QUESTION = "how do I share a value between threads";

  /// How the JVM of the launcher is told about an archive of loaded classes.
  private static final String CLASSES = "-XX:AOTCache=";

  /// From the start of the process to the answer of `initialize`, and the plain starts between.
  LatencyReport.Starts starts() throws IOException, TimeoutException, InterruptedException {
    Path folder = project(ProjectSize.SMALL);
    Optional<List<String>> plain = plainStart(folder);
    var initialize = new ArrayList<Double>();
    var same = new ArrayList<Double>();
    var bare = new ArrayList<Double>();
    for (int i = 0; i < request.starts(); i++) {
      long start = System.nanoTime();
      try (var _ = EditorSession.start(request.server(), folder)) {
        initialize.add((System.nanoTime() - start) / 1e6);
      }
      if (plain.isPresent()) {
        same.add(millis(plain.get(), folder));
        bare.add(millis(withoutClasses(plain.get()), folder));
      }
      listener.progress("starting the server", i + 1, request.starts(), "initialize");
    }
    return new LatencyReport.Starts(
        Sample.of(initialize),
        plain.map(_ -> new LatencyReport.Plain(Sample.of(same), Sample.of(bare))));
  }

  /// What the process holds after `initialize`, after idling with a session, and after a question
  /// whose answer needs the index and the embedder, with the medium project open.
  Optional<LatencyReport.Memory> memory()
      throws IOException, TimeoutException, InterruptedException {
    OptionalLong atStart;
    OptionalLong idle;
    try (EditorSession editor = EditorSession.start(request.server(), project(ProjectSize.SMALL))) {
      atStart = ResidentMemory.of(editor.wire().processId());
      listener.progress("reading memory", 1, 3, "after initialize");
      editor.open(List.of("src/main.rs"));
      editor.wire().idle(request.idle());
      idle = ResidentMemory.of(editor.wire().processId());
      listener.progress("reading memory", 2, 3, "after idling");
    }
    return atStart.isPresent() && idle.isPresent()
        ? Optional.of(
            new LatencyReport.Memory(atStart.getAsLong(), idle.getAsLong(), withKnowledge()))
        : Optional.empty();
  }

  private long withKnowledge() throws IOException, TimeoutException, InterruptedException {
    GeneratedProject medium = generator.project(ProjectSize.MEDIUM);
    Path folder = project(ProjectSize.MEDIUM);
    try (EditorSession editor = EditorSession.start(request.server(), folder)) {
      editor.open(List.of(medium.states().getFirst().changes().getFirst().file()));
      editor.command("rustmend.server.ask", QUESTION);
      editor.wire().idle(request.idle());
      editor.command("rustmend.server.ask", QUESTION);
      long held = ResidentMemory.of(editor.wire().processId()).orElse(0);
      listener.progress("reading memory", 3, 3, "with index and embedder");
      return held;
    }
  }

  /// The command line of a plain start: that of the server's process, which the launcher has
  /// become, with the least program as the main class. Empty where the platform does not tell, or
  /// the server is no JVM.
  private Optional<List<String>> plainStart(Path folder)
      throws IOException, TimeoutException, InterruptedException {
    try (EditorSession editor = EditorSession.start(request.server(), folder)) {
      return ProcessHandle.of(editor.wire().processId())
          .map(ProcessHandle::info)
          .filter(info -> info.command().isPresent())
          .flatMap(info ->
              info.arguments()
                  .flatMap(arguments -> plain(info.command().get(), List.of(arguments))));
    }
  }

  private static Optional<List<String>> plain(String java, List<String> arguments) {
    int classPath = arguments.indexOf("-cp");
    if (classPath < 0 || classPath + 1 >= arguments.size()) {
      return Optional.empty();
    }
    var command = new ArrayList<String>();
    command.add(java);
    command.addAll(arguments.subList(0, classPath + 2));
    command.add(PlainStart.class.getName());
    return Optional.of(command);
  }

  private static List<String> withoutClasses(List<String> command) {
    return command.stream().filter(argument -> !argument.startsWith(CLASSES)).toList();
  }

  private static double millis(List<String> command, Path folder)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (process.waitFor() != 0) {
      throw new IOException("the plain start failed: " + String.join(" ", command));
    }
    return (System.nanoTime() - start) / 1e6;
  }

  private Path project(ProjectSize size) throws IOException {
    Path folder = request.folder().resolve("start-" + size.word());
    generator.project(size).write(folder);
    return folder.toRealPath();
  }
}
