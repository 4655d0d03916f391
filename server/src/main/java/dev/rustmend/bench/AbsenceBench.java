package dev.rustmend.bench;

import com.google.gson.JsonObject;
import dev.rustmend.remote.Access;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;

/// What light bulbs and hovers take while a team's cluster is gone: one real server for each way in
/// which it can be, and one without any cluster, all at the same time, and one request to each in
/// turn, so that a slow minute of the machine hits all of them.
record AbsenceBench(TeamBenchRequest request, BenchListener listener) {
  private static final ProjectSize SIZE = ProjectSize.SMALL;

  /// What every line of a server's log that is about the cluster has in it.
  private static final String ABOUT = "the team's knowledge base";

  List<TeamReport.Absence> run() throws IOException, TimeoutException, InterruptedException {
    GeneratedProject project = new ProjectGenerator(1).project(SIZE);
    var desks = new ArrayList<Desk>();
    try (var deaf = new DeafPort();
        var cable = new Cable(request.cluster().flatMap(AbsenceBench::plain))) {
      try {
        desks.add(desk("none is set", Optional.empty(), project));
        desks.add(desk("nobody at its port", Optional.of(closedPort()), project));
        desks.add(desk("takes requests and never answers", Optional.of(deaf.address()), project));
        if (cable.address().isPresent()) {
          desks.add(desk("goes in the middle of the session", cable.address(), project));
        }
        for (Desk desk : desks) {
          desk.editor().open(files(project));
        }
        measure(project, desks, cable);
        return desks.stream().map(Desk::measured).toList();
      } finally {
        desks.forEach(Desk::close);
      }
    }
  }

  /// The host and port of a cluster that is spoken to without TLS, whose name nobody checks.
  private static Optional<Cable.End> plain(Access access) {
    return Optional.of(access.address().base())
        .filter(address -> "http".equals(address.getScheme()))
        .map(address -> new Cable.End(address.getHost(), address.getPort()));
  }

  private static String closedPort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return "http://127.0.0.1:" + socket.getLocalPort();
    }
  }

  private static List<String> files(GeneratedProject project) {
    return project.states().stream()
        .flatMap(state -> state.changes().stream())
        .map(BrokenState.Change::file)
        .distinct()
        .toList();
  }

  private void measure(GeneratedProject project, List<Desk> desks, Cable cable)
      throws IOException, TimeoutException, InterruptedException {
    List<BrokenState> states = project.states();
    for (int i = 0; i < states.size(); i++) {
      BrokenState state = states.get(i);
      if (i == 1) {
        cable.cut();
      }
      SortedMap<String, String> files = ProjectBench.numbered(state.files(project), 2 * i);
      for (Desk desk : desks) {
        desk.verified().add(desk.editor().save(files));
      }
      requests(state.places(project).getFirst(), desks);
      var whole = new TreeMap<String, String>();
      state.changes().forEach(change -> whole.put(change.file(), project.file(change.file())));
      for (Desk desk : desks) {
        desk.editor().save(ProjectBench.numbered(whole, 2 * i + 1));
      }
      listener.progress("without a cluster", i + 1, states.size(), state.name());
    }
  }

  private void requests(EditorSession.Place place, List<Desk> desks)
      throws IOException, TimeoutException, InterruptedException {
    for (int i = 0; i < request.requests(); i++) {
      for (int j = 0; j < desks.size(); j++) {
        Desk desk = desks.get((i + j) % desks.size());
        long start = System.nanoTime();
        int offers =
            desk.editor().codeActions(place.file(), place.line(), place.character()).size();
        long middle = System.nanoTime();
        desk.editor().hover(place.file(), place.line(), place.character());
        desk.codeActions().add((middle - start) / 1e6);
        desk.hovers().add((System.nanoTime() - middle) / 1e6);
        if (i == 0) {
          desk.offers().add(offers);
        }
      }
    }
  }

  /// A server with settings, caches and data of its own.
  private Desk desk(String name, Optional<String> address, GeneratedProject project)
      throws IOException, TimeoutException, InterruptedException {
    Path home = request.folder().resolve(name.replace(' ', '-').replace("'", ""));
    Path root = ProjectBench.fresh(home.resolve("project"), project);
    Path settings = home.resolve("config").resolve("rustmend").resolve("rustmend.toml");
    Files.createDirectories(settings.getParent());
    Files.writeString(
        settings,
        address
            .map(text -> "[knowledge]\nremote = \"%s\"%n".formatted(text))
            .orElse("# no cluster\n"));
    var variables =
        Map.of(
            "XDG_CONFIG_HOME", home.resolve("config").toString(),
            "XDG_DATA_HOME", home.resolve("data").toString(),
            "RUSTMEND_CACHE_DIR", home.resolve("cache").toString());
    EditorSession editor = EditorSession.start(request.server(), root, variables);
    return new Desk(
        name,
        editor,
        editor.wire().watch("window/logMessage", AbsenceBench::isAboutIt),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>());
  }

  private static boolean isAboutIt(JsonObject params) {
    return params.get("message").getAsString().contains(ABOUT);
  }

  private record Desk(
      String name,
      EditorSession editor,
      LspWire.Watch log,
      List<Double> codeActions,
      List<Double> hovers,
      List<Double> verified,
      List<Integer> offers) {

    TeamReport.Absence measured() {
      return new TeamReport.Absence(
          name,
          Sample.of(codeActions),
          Sample.of(hovers),
          Sample.of(verified),
          offers.stream().mapToLong(Integer::longValue).sum(),
          log.seen().size());
    }

    void close() {
      log.close();
      editor.close();
    }
  }
}
