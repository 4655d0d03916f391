package dev.rustmend.cargo;

import dev.rustmend.cargo.WorkspaceSearch.Found;
import dev.rustmend.cargo.WorkspaceSearch.NotFound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/// Finds the Cargo workspace of a file with `cargo metadata`.
///
/// `--no-deps` is used for the workspace: it neither resolves nor fetches anything and never writes
/// a `Cargo.lock`, and it takes none of cargo's locks. Path dependencies outside of the workspace
/// are followed one by one instead. Only [#graph] resolves, and it writes nothing either.
public final class CargoMetadata {
  private static final String MANIFEST = "Cargo.toml";

  private final Map<String, String> environment;
  private final Confinement confinement;

  /// `environment` is what cargo inherits: [System#getenv()], but for tests.
  public CargoMetadata(Map<String, String> environment) {
    this(environment, Confinement.none());
  }

  /// The same with a cargo that is confined.
  public CargoMetadata(Map<String, String> environment, Confinement confinement) {
    this.environment = Map.copyOf(environment);
    this.confinement = confinement;
  }

  /// The workspace that `fileOrFolder` belongs to: the one of the nearest `Cargo.toml` at or above
  /// it. Of the options, the extra environment and the time limit count.
  public WorkspaceSearch load(Path fileOrFolder, CheckOptions options) throws InterruptedException {
    Path start = fileOrFolder.toAbsolutePath().normalize();
    Optional<Path> manifest = nearestManifest(start);
    return manifest.isPresent()
        ? loadManifest(manifest.get(), options)
        : new NotFound(Failures.noManifest(folderOf(start)));
  }

  /// All packages that the package of `fileOrFolder` is made of, by its `Cargo.lock`; where there
  /// is none, or it is out of date, as cargo would resolve them with what is on this machine. At
  /// least the workspace's own packages are there when cargo can not. Nothing is fetched or
  /// written.
  public DependencyGraph graph(Path fileOrFolder, CheckOptions options)
      throws InterruptedException {
    Path start = fileOrFolder.toAbsolutePath().normalize();
    Optional<Path> manifest = nearestManifest(start);
    var child = new HashMap<>(environment);
    child.putAll(options.extraEnv());
    Optional<Toolchain> toolchain = Toolchain.find(child);
    if (manifest.isEmpty() || toolchain.isEmpty()) {
      return new DependencyGraph(Map.of());
    }
    var query = new Query(toolchain.get(), folderOf(manifest.get()), child, options, confinement);
    return switch (query.ask(manifest.get(), Scope.LOCKED)) {
      case Answered answer -> DependencyGraph.read(answer.json());
      case Refused _ -> unlocked(manifest.get(), query, options);
    };
  }

  private DependencyGraph unlocked(Path manifest, Query query, CheckOptions options)
      throws InterruptedException {
    if (!(loadManifest(manifest, options) instanceof Found(CargoWorkspace workspace))) {
      return new DependencyGraph(Map.of());
    }
    try (var copy = ManifestCopy.of(workspace)) {
      return switch (query.ask(copy.at(manifest), Scope.RESOLVED)) {
        case Answered answer -> copy.real(DependencyGraph.read(answer.json()));
        case Refused _ -> DependencyGraph.ofLocal(workspace.packages());
      };
    } catch (IOException e) {
      return DependencyGraph.ofLocal(workspace.packages());
    }
  }

  /// The first `Cargo.toml` in the folder itself or, for a file, beside it, else above.
  public static Optional<Path> nearestManifest(Path fileOrFolder) {
    Path folder = fileOrFolder;
    while (folder != null) {
      Path manifest = folder.resolve(MANIFEST);
      if (Files.isRegularFile(manifest)) {
        return Optional.of(manifest);
      }
      folder = folder.getParent();
    }
    return Optional.empty();
  }

  private static Path folderOf(Path path) {
    Path parent = path.getParent();
    return Files.isRegularFile(path) && parent != null ? parent : path;
  }

  private WorkspaceSearch loadManifest(Path manifest, CheckOptions options)
      throws InterruptedException {
    var child = new HashMap<>(environment);
    child.putAll(options.extraEnv());
    Optional<Toolchain> toolchain = Toolchain.find(child);
    if (toolchain.isEmpty()) {
      return new NotFound(Failures.noCargo());
    }
    var query = new Query(toolchain.get(), folderOf(manifest), child, options, confinement);
    return switch (query.ask(manifest)) {
      case Refused refused -> new NotFound(refused.failure());
      case Answered answer -> new Found(workspace(answer, query));
    };
  }

  private static CargoWorkspace workspace(Answered answer, Query query)
      throws InterruptedException {
    Json json = answer.json();
    Path root = Path.of(json.text("workspace_root").orElse("")).normalize();
    Path target = Path.of(json.text("target_directory").orElse("target"));
    Path build = json.text("build_directory").map(Path::of).orElse(target);
    List<CargoPackage> members = answer.packages();
    return new CargoWorkspace(
        root, members, withPathDependencies(root, members, query), target, build);
  }

  /// The members and, breadth first, what they depend on by path. One that can not be read is left
  /// out: cargo itself will say what is wrong with it.
  private static List<CargoPackage> withPathDependencies(
      Path root, List<CargoPackage> members, Query query) throws InterruptedException {
    var known = new LinkedHashMap<Path, CargoPackage>();
    members.forEach(member -> known.put(member.root(), member));
    Deque<Path> open = new ArrayDeque<>(PatchedPaths.of(root));
    members.forEach(member -> open.addAll(member.pathDependencies()));
    var asked = new HashSet<Path>();
    while (!open.isEmpty()) {
      Path folder = open.removeFirst();
      if (known.containsKey(folder) || !asked.add(folder)) {
        continue;
      }
      for (CargoPackage found : query.packagesOf(folder.resolve(MANIFEST))) {
        if (found.root().equals(folder)) {
          known.put(folder, found);
          open.addAll(found.pathDependencies());
        }
      }
    }
    return new ArrayList<>(known.values());
  }

  /// How much `cargo metadata` is to say.
  private enum Scope {
    /// The workspace's packages alone.
    WORKSPACE("--no-deps"),
    /// Every package, by a `Cargo.lock` that is up to date.
    LOCKED("--locked"),
    /// Every package, after writing `Cargo.lock`.
    RESOLVED("--quiet");

    private final String flag;

    Scope(String flag) {
      this.flag = flag;
    }
  }

  /// How cargo answered.
  private sealed interface Answer {}

  private record Answered(Json json) implements Answer {
    List<CargoPackage> packages() {
      return json.children("packages").stream().map(CargoPackage::read).toList();
    }
  }

  private record Refused(CargoFailure failure) implements Answer {}

  /// Runs `cargo metadata`, each time with the same environment and in the same folder: the folder
  /// decides which toolchain answers.
  private record Query(
      Toolchain toolchain,
      Path folder,
      Map<String, String> environment,
      CheckOptions options,
      Confinement confinement) {

    List<CargoPackage> packagesOf(Path manifest) throws InterruptedException {
      return switch (ask(manifest)) {
        case Answered answer -> answer.packages();
        case Refused _ -> List.of();
      };
    }

    Answer ask(Path manifest) throws InterruptedException {
      return ask(manifest, Scope.WORKSPACE);
    }

    Answer ask(Path manifest, Scope scope) throws InterruptedException {
      if (!Files.isRegularFile(manifest)) {
        return new Refused(Failures.noManifest(manifest));
      }
      var builder =
          new ProcessBuilder(
              toolchain.cargo().toString(),
              "metadata",
              "--format-version=1",
              scope.flag,
              "--offline",
              "--color=never",
              "--manifest-path=" + manifest);
      builder.directory(folder.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      long deadline = System.nanoTime() + options.timeLimit().toNanos();
      try (var child = ChildProcess.start(builder, confinement)) {
        return answer(child.output(deadline));
      } catch (IOException e) {
        return new Refused(Failures.notStarted(toolchain.cargo(), e));
      } catch (TimeoutException e) {
        return new Refused(Failures.timeLimit(options.timeLimit(), ""));
      }
    }

    private static Answer answer(ChildProcess.Output output) {
      Optional<Json> json = output.status() == 0 ? Json.parse(output.text()) : Optional.empty();
      return json.isPresent()
          ? new Answered(json.get())
          : new Refused(Failures.of(output.status(), Ansi.strip(output.errors())));
    }
  }
}
