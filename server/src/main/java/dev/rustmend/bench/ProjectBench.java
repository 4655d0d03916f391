package dev.rustmend.bench;

import dev.rustmend.workspace.WholeFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;

/// The measurements on one generated project, which stands on the disk twice: one copy belongs to
/// the editor and the server, the other to a bare `cargo check` with a target directory of its own.
/// Both are warm, and both go through the same edits. No text comes twice: neither cargo nor the
/// server may answer from what it remembers.
final class ProjectBench implements AutoCloseable {
  private static final Duration CHECK_LIMIT = Duration.ofMinutes(5);

  private final GeneratedProject project;
  private final LatencyBenchRequest request;
  private final BenchListener listener;
  private final Path bareFolder;
  private final EditorSession editor;

  private ProjectBench(
      GeneratedProject project,
      LatencyBenchRequest request,
      BenchListener listener,
      Path bareFolder,
      EditorSession editor) {
    this.project = project;
    this.request = request;
    this.listener = listener;
    this.bareFolder = bareFolder;
    this.editor = editor;
  }

  /// Writes both copies and starts the server on one of them.
  static ProjectBench open(
      GeneratedProject project, LatencyBenchRequest request, BenchListener listener)
      throws IOException, TimeoutException, InterruptedException {
    Path edited = fresh(request.folder().resolve(project.name() + "-edited"), project);
    Path bare = fresh(request.folder().resolve(project.name() + "-bare"), project);
    return new ProjectBench(
        project, request, listener, bare, EditorSession.start(request.server(), edited));
  }

  LatencyReport.Project measure() throws IOException, TimeoutException, InterruptedException {
    warmUp();
    Map<BrokenState, Times> times = new LinkedHashMap<>();
    var codeActions = new ArrayList<Double>();
    var hovers = new ArrayList<Double>();
    List<BrokenState> schedule = LatencyBench.schedule(project, request.repeats());
    for (int i = 0; i < schedule.size(); i++) {
      BrokenState state = schedule.get(i);
      Times of = times.computeIfAbsent(state, _ -> Times.none());
      measure(state, 2 * i, of);
      if (i < project.states().size()) {
        of.offers().add(requests(state, codeActions, hovers));
      }
      restore(state, 2 * i + 1);
      listener.progress(project.name(), i + 1, schedule.size(), state.name());
    }
    for (int i = 0; i < schedule.size(); i++) {
      BrokenState state = schedule.get(i);
      int edit = 2 * (schedule.size() + i);
      afterPause(state, edit, times.computeIfAbsent(state, _ -> Times.none()));
      restore(state, edit + 1);
      listener.progress(project.name(), i + 1, schedule.size(), "after a pause");
    }
    return new LatencyReport.Project(
        project.name(),
        project.lines(),
        project.packages(),
        new ProofBench(project, request, bareFolder).measure(listener),
        times.entrySet().stream().map(entry -> entry.getValue().of(entry.getKey())).toList(),
        Sample.of(codeActions),
        Sample.of(hovers));
  }

  @Override
  public void close() {
    editor.close();
  }

  /// What was measured in one state so far.
  private record Times(
      List<Double> bare,
      List<Double> first,
      List<Double> verified,
      List<Integer> offers,
      List<Double> pausedFirst,
      List<Double> pausedVerified) {
    static Times none() {
      return new Times(
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>());
    }

    LatencyReport.State of(BrokenState state) {
      return new LatencyReport.State(
          state.name(),
          Sample.of(bare),
          Sample.of(first),
          Sample.of(verified),
          offers.getFirst(),
          new LatencyReport.Paused(Sample.of(pausedFirst), Sample.of(pausedVerified)));
    }
  }

  private void warmUp() throws IOException, TimeoutException, InterruptedException {
    bareCheck();
    var files = new LinkedHashSet<String>();
    for (BrokenState state : project.states()) {
      state.changes().forEach(change -> files.add(change.file()));
    }
    editor.open(files);
    listener.progress(project.name(), 0, project.states().size() * request.repeats(), "warm");
  }

  private void measure(BrokenState state, int edit, Times times)
      throws IOException, TimeoutException, InterruptedException {
    SortedMap<String, String> files = numbered(state.files(project), edit);
    GeneratedProject.write(bareFolder, files);
    times.bare().add(bareCheck());
    EditorSession.Saved saved = editor.save(files, state.places(project));
    saved.first().ifPresent(times.first()::add);
    times.verified().add(saved.all());
  }

  private void afterPause(BrokenState state, int edit, Times times)
      throws IOException, TimeoutException, InterruptedException {
    EditorSession.Saved saved =
        editor.saveAfterPause(numbered(state.files(project), edit), state.places(project));
    saved.first().ifPresent(times.pausedFirst()::add);
    times.pausedVerified().add(saved.all());
  }

  private void restore(BrokenState state, int edit)
      throws IOException, TimeoutException, InterruptedException {
    var whole = new TreeMap<String, String>();
    state.changes().forEach(change -> whole.put(change.file(), project.file(change.file())));
    SortedMap<String, String> files = numbered(whole, edit);
    GeneratedProject.write(bareFolder, files);
    bareCheck();
    editor.save(files);
  }

  /// `files` with the number of the edit at the end of each.
  static SortedMap<String, String> numbered(SortedMap<String, String> files, int edit) {
    var numbered = new TreeMap<String, String>();
    files.forEach((file, text) -> numbered.put(file, "%s// edit %d%n".formatted(text, edit)));
    return numbered;
  }

  /// Makes the requests at the first error of `state` and returns how many fixes were offered.
  private int requests(BrokenState state, List<Double> codeActions, List<Double> hovers)
      throws IOException, TimeoutException, InterruptedException {
    EditorSession.Place place = state.places(project).getFirst();
    int offers = 0;
    for (int i = 0; i < request.requests(); i++) {
      long start = System.nanoTime();
      offers = editor.codeActions(place.file(), place.line(), place.character()).size();
      long middle = System.nanoTime();
      editor.hover(place.file(), place.line(), place.character());
      codeActions.add((middle - start) / 1e6);
      hovers.add((System.nanoTime() - middle) / 1e6);
    }
    return offers;
  }

  private double bareCheck() throws InterruptedException {
    long start = System.nanoTime();
    ToolRun.of(bareFolder, CHECK_LIMIT, List.of("cargo", "check", "--offline"));
    return (System.nanoTime() - start) / 1e9;
  }

  /// Writes `project` into `folder`, which is emptied first; returns its real path.
  static Path fresh(Path folder, GeneratedProject project) throws IOException {
    WholeFolder.delete(folder);
    project.write(folder);
    return folder.toRealPath();
  }
}
