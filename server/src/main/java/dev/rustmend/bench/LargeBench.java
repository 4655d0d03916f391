package dev.rustmend.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// `bench large`: what is large must not be slow where the user looks. The open file's crate is
/// broken, and what one waits for is set beside `cargo check` of that crate alone, of the same edit
/// in a copy of the project with a warm target directory.
public final class LargeBench {
  private static final Duration LIMIT = Duration.ofMinutes(10);

  /// Measures what `request` asks for. Throws [IOException] when the server or cargo can not be
  /// run, [TimeoutException] when the server does not finish.
  public LargeReport run(LargeBenchRequest request, BenchListener listener)
      throws IOException, TimeoutException, InterruptedException {
    var generator = new LargeGenerator(request.seed());
    var projects = new ArrayList<LargeReport.Project>();
    for (LargeKind kind :
        Stream.of(LargeKind.values()).filter(request.kinds()::contains).toList()) {
      projects.add(measure(generator.project(kind), request, listener));
    }
    return new LargeReport(RustToolchain.compiler(), Machine.here(), projects);
  }

  static LargeReport.Project measure(
      LargeProject large, LargeBenchRequest request, BenchListener listener)
      throws IOException, TimeoutException, InterruptedException {
    String name = large.kind().word();
    GeneratedProject project = large.project();
    Path edited = ProjectBench.fresh(request.folder().resolve(name + "-edited"), project);
    Path bare = ProjectBench.fresh(request.folder().resolve(name + "-bare"), project);
    var times = new Times(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    var codeActions = new ArrayList<Double>();
    OptionalLong memory = OptionalLong.empty();
    listener.progress(name, 0, request.repeats(), "first check");
    check(bare, large.crate());
    try (EditorSession editor = EditorSession.start(request.server(), edited)) {
      editor.open(large.broken().keySet());
      for (int i = 0; i < request.repeats(); i++) {
        SortedMap<String, String> broken = numbered(large.broken(), 2 * i);
        GeneratedProject.write(bare, broken);
        times.bare().add(check(bare, large.crate()));
        EditorSession.Saved saved = editor.save(broken, List.of(large.places().getLast()));
        saved.first().ifPresent(times.first()::add);
        times.all().add(saved.all());
        listener.progress(name, i, request.repeats(), "code actions");
        codeActions.addAll(requests(editor, large.places(), request.requests()));
        memory = ResidentMemory.of(editor.wire().processId());
        restore(editor, bare, large, 2 * i + 1);
        listener.progress(name, i + 1, request.repeats(), "saved");
      }
    }
    return new LargeReport.Project(
        large.kind(),
        project.lines(),
        project.packages(),
        Sample.of(times.bare()),
        Sample.of(times.first()),
        Sample.of(times.all()),
        Sample.of(codeActions),
        memory);
  }

  private record Times(List<Double> bare, List<Double> first, List<Double> all) {}

  private static void restore(EditorSession editor, Path bare, LargeProject large, int edit)
      throws IOException, TimeoutException, InterruptedException {
    var whole = new TreeMap<String, String>();
    large.broken().keySet().forEach(file -> whole.put(file, large.project().file(file)));
    SortedMap<String, String> files = numbered(whole, edit);
    GeneratedProject.write(bare, files);
    check(bare, large.crate());
    editor.save(files);
  }

  private static SortedMap<String, String> numbered(SortedMap<String, String> files, int edit) {
    var numbered = new TreeMap<String, String>();
    files.forEach((file, text) -> numbered.put(file, "%s// edit %d%n".formatted(text, edit)));
    return numbered;
  }

  private static List<Double> requests(
      EditorSession editor, List<EditorSession.Place> places, int count)
      throws IOException, TimeoutException, InterruptedException {
    var millis = new ArrayList<Double>();
    for (int i = 0; i < count; i++) {
      EditorSession.Place place = places.get(i % places.size());
      long start = System.nanoTime();
      editor.codeActions(place.file(), place.line(), place.character());
      millis.add((System.nanoTime() - start) / 1e6);
    }
    return millis;
  }

  private static double check(Path folder, String crate) throws InterruptedException {
    long start = System.nanoTime();
    ToolRun.of(folder, LIMIT, List.of("cargo", "check", "--offline", "-p", crate));
    return (System.nanoTime() - start) / 1e9;
  }
}
