package dev.rustmend.verify;

import dev.rustmend.cargo.CargoWorkspace;
import dev.rustmend.cargo.CheckOptions;
import dev.rustmend.cargo.CheckOutcome;
import dev.rustmend.cargo.CheckRequest;
import dev.rustmend.cargo.PathMap;
import dev.rustmend.text.SourceText;
import dev.rustmend.trace.Phase;
import dev.rustmend.workspace.Snapshot;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The shadow of one Cargo workspace: its files under the same absolute path below a folder of the
/// cache, with a target directory and a cargo home of its own.
///
/// Whatever is compiled there, no file of the user's is written and no lock of the user's is taken.
/// It keeps the user's toolchain, configuration and environment, and never sets `RUSTFLAGS`. Not
/// safe for several threads at once.
final class ShadowWorkspace implements AutoCloseable {
  private final ShadowFolder folder;
  private final ShadowLayout layout;
  private final FileMirror mirror;
  private final Map<String, String> environment;
  private final Map<String, String> ownEnvironment;
  private final PathMap paths;

  private ShadowWorkspace(
      ShadowFolder folder,
      ShadowLayout layout,
      FileMirror mirror,
      Map<String, String> environment,
      Map<String, String> ownEnvironment) {
    this.folder = folder;
    this.layout = layout;
    this.mirror = mirror;
    this.environment = environment;
    this.ownEnvironment = ownEnvironment;
    this.paths = new ShadowPaths(layout, folder.resolve("cargo-home"));
  }

  /// Opens the shadow of `workspace` in `cache`, and brings it up to date. `environment` is what
  /// cargo will inherit.
  static ShadowWorkspace open(
      CargoWorkspace workspace, ShadowCache cache, Map<String, String> environment)
      throws IOException {
    ShadowFolder folder = cache.claim(workspace.root());
    boolean opened = false;
    try {
      Path cargoHome = CargoHomeView.real(environment);
      ShadowLayout layout = ShadowLayout.of(folder.files(), workspace, cargoHome);
      FileMirror mirror = FileMirror.open(layout, folder);
      refreshCargoHome(folder, layout);
      var shadow =
          new ShadowWorkspace(
              folder, layout, mirror, environment, ownEnvironment(folder, layout, environment));
      opened = true;
      return shadow;
    } finally {
      if (!opened) {
        folder.close();
      }
    }
  }

  ShadowLayout layout() {
    return layout;
  }

  ShadowFolder folder() {
    return folder;
  }

  FileMirror mirror() {
    return mirror;
  }

  PathMap paths() {
    return paths;
  }

  /// Follows the disk.
  void refresh() throws IOException, InterruptedException {
    uninterrupted(() -> {
      mirror.refresh();
      return true;
    });
  }

  /// Shows what the user's cargo home has by now, such as its first registry.
  void refreshCargoHome() throws IOException {
    refreshCargoHome(folder, layout);
  }

  private static void refreshCargoHome(ShadowFolder folder, ShadowLayout layout)
      throws IOException {
    CargoHomeView.refresh(
        folder.resolve("cargo-home"), layout.cargoHome(), layout.shadow(layout.root()));
  }

  /// The key of the state that `snapshot` is, on top of the disk as of the last [#refresh].
  StateKey key(Snapshot snapshot) throws IOException {
    return mirror.key(mirror.effective(snapshot.overlay()));
  }

  /// Whether the snapshot's texts of `files` are those that the shadow has when it shows it.
  boolean agrees(Snapshot snapshot, Set<Path> files) throws IOException {
    for (Path file : files) {
      Optional<SourceText> text = snapshot.read(file);
      if (!snapshot.overlay().containsKey(file)
          && text.isPresent()
          && !mirror.effective(Map.of(file, text.get())).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /// Makes the shadow's files those of `snapshot`, on top of the disk as of the last [#refresh].
  void show(Snapshot snapshot) throws IOException, InterruptedException {
    try (var _ = Phase.begin("show the texts")) {
      Map<Path, SourceText> effective = mirror.effective(snapshot.overlay());
      List<Path> bared = uninterrupted(() -> mirror.cover(effective));
      if (bared.stream().anyMatch(path -> path.endsWith("Cargo.toml"))) {
        // cargo may have changed its copy to suit a manifest that is gone
        mirror.restore(layout.root().resolve("Cargo.lock"));
      }
    }
  }

  /// Mirrors what the run of `outcome` could not read although it is there, such as a file of the
  /// user's target directory. Returns whether there was any: the run then says nothing.
  boolean borrowWhatWasMissed(CheckOutcome outcome) throws IOException, InterruptedException {
    List<Path> missed = Borrowed.missedBy(outcome, layout, mirror.placed().keySet());
    return !missed.isEmpty()
        && uninterrupted(() -> {
          mirror.borrow(missed);
          return true;
        });
  }

  /// Real paths, existing or not, that build scripts were ever seen to write below the mirrored
  /// folders. Where there are any, a build in the real tree would write there.
  Set<Path> writtenByBuilds() throws IOException {
    Path list = folder.resolve("written-by-builds");
    var written = new TreeSet<Path>();
    if (Files.exists(list)) {
      Files.readAllLines(list).forEach(line -> written.add(Path.of(line)));
    }
    if (written.addAll(mirror.written())) {
      Files.write(list, written.stream().map(Path::toString).toList());
    }
    return written;
  }

  /// A run of cargo on the shadow as it stands, in a cargo home of its own and without the network.
  CheckRequest request(CheckOptions options) {
    return request(options, ownEnvironment);
  }

  /// The same with the user's cargo home and network, for when something must be downloaded.
  CheckRequest downloadRequest(CheckOptions options) {
    var without = new HashMap<>(ownEnvironment);
    without.remove("CARGO_HOME");
    without.remove("CARGO_NET_OFFLINE");
    return request(options, without);
  }

  private CheckRequest request(CheckOptions options, Map<String, String> variables) {
    return new CheckRequest(
        layout.shadow(layout.root()),
        Optional.empty(),
        folder.target(),
        options,
        paths,
        variables,
        CheckRequest.Lockfile.MAY_CHANGE);
  }

  /// What cargo inherits, without the shadow's own variables.
  Map<String, String> environment() {
    return environment;
  }

  /// The variables that the shadow's runs of cargo get on top of the user's.
  Map<String, String> ownEnvironment() {
    return ownEnvironment;
  }

  @Override
  public void close() throws IOException {
    mirror.close();
    folder.close();
  }

  private static Map<String, String> ownEnvironment(
      ShadowFolder folder, ShadowLayout layout, Map<String, String> environment)
      throws IOException {
    var own = new HashMap<String, String>();
    own.put("CARGO_HOME", folder.resolve("cargo-home").toString());
    own.put("CARGO_NET_OFFLINE", "true");
    // cargo would clean the user's registry by the use that it sees in this home
    own.put("CARGO_CACHE_AUTO_CLEAN_FREQUENCY", "never");
    // a build script that asks git must not have it refresh the user's index
    own.put("GIT_OPTIONAL_LOCKS", "0");
    for (String variable : List.of("CARGO_TARGET_DIR", "CARGO_BUILD_TARGET_DIR")) {
      if (environment.containsKey(variable)) {
        own.put(variable, folder.target().toString());
      }
    }
    ToolchainPin.of(layout.root(), layout.shadow(layout.root()), environment)
        .ifPresent(toolchain -> own.put(ToolchainPin.VARIABLE, toolchain));
    return Map.copyOf(own);
  }

  /// Work on files; [InterruptedException] when the thread was interrupted in it.
  private interface FileWork<T> {
    T run() throws IOException;
  }

  private static <T> T uninterrupted(FileWork<T> work) throws IOException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    try {
      return work.run();
    } catch (ClosedByInterruptException e) {
      Thread.interrupted();
      var interrupted = new InterruptedException("while files were mirrored");
      interrupted.initCause(e);
      throw interrupted;
    }
  }
}
