package dev.rustmend.dependency;

import dev.rustmend.cargo.CargoMetadata;
import dev.rustmend.cargo.CheckOptions;
import dev.rustmend.cargo.DependencyGraph;
import dev.rustmend.cargo.DependencyGraph.Linked;
import dev.rustmend.cargo.ToolchainProbe;
import dev.rustmend.operation.KnownCrate;
import dev.rustmend.operation.KnownItems;
import dev.rustmend.operation.PublicItem;
import dev.rustmend.syntax.RustTree;
import dev.rustmend.text.SourceText;
import dev.rustmend.workspace.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The public items of the crates that packages of this machine may name, read when they are first
/// asked for. Safe to use from any thread; one of the few mutable classes.
///
/// What a registry or a git checkout gave never changes and is read once in a lifetime of the cache
/// folder. The user's own packages are read anew when one of their files has changed, open buffers
/// included.
public final class DependencyItems implements KnownItems {
  private static final Duration TIME_LIMIT = Duration.ofSeconds(3);
  private static final Duration CARGO_LIMIT = Duration.ofSeconds(10);
  private static final int MAX_MODELS = 64;
  private static final int MAX_GRAPHS = 16;

  private final CargoMetadata metadata;
  private final ToolchainProbe toolchains;
  private final CheckOptions options;
  private final Path folder;
  private final Function<SourceText, Optional<RustTree>> trees;

  private final List<Resolved> graphs = new ArrayList<>();
  private final Map<String, KnownCrate> published = new HashMap<>();
  private final Map<String, Local> own = new HashMap<>();
  private final Map<String, CrateModule> models = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<Path, List<KnownCrate>> standard = new HashMap<>();
  private final Map<Path, List<KnownCrate>> documented = new HashMap<>();
  private @Nullable Answer last;

  /// What was answered for a package in a state of the files: most questions are asked again.
  private record Answer(Snapshot snapshot, Path manifest, List<KnownCrate> crates) {}

  /// A graph, and what it was made of: the lock file and the manifests of all local packages.
  private record Resolved(
      DependencyGraph graph, Map<Path, Optional<SourceText>> manifests, Optional<SourceText> lock) {

    boolean answers(Path manifest, Optional<SourceText> nowLock, Snapshot snapshot) {
      return manifests.containsKey(manifest)
          && lock.equals(nowLock)
          && manifests.entrySet().stream()
              .allMatch(entry -> snapshot.read(entry.getKey()).equals(entry.getValue()));
    }
  }

  /// A crate of the user's with the files that were read for it.
  private record Local(Map<Path, Optional<SourceText>> read, KnownCrate crate) {
    boolean isCurrent(Snapshot snapshot) {
      return read.entrySet().stream()
          .allMatch(entry -> snapshot.read(entry.getKey()).equals(entry.getValue()));
    }
  }

  /// `cache` is the folder for what can be made again; `environment` is what cargo inherits.
  public DependencyItems(Path cache, Map<String, String> environment) {
    this(cache, environment, RustTree::parse);
  }

  /// The same with `trees` in place of a parser for the user's own files, whose trees others need
  /// as well.
  public DependencyItems(
      Path cache, Map<String, String> environment, Function<SourceText, Optional<RustTree>> trees) {
    this.trees = trees;
    this.metadata = new CargoMetadata(environment);
    this.toolchains = new ToolchainProbe(environment);
    CheckOptions plain = CheckOptions.defaults();
    this.options =
        new CheckOptions(
            plain.command(), List.of(), false, false, List.of(), Map.of(), CARGO_LIMIT);
    this.folder = cache.resolve("items");
  }

  @Override
  public synchronized List<KnownCrate> crates(Path file, Snapshot snapshot) {
    Optional<Path> manifest = above(file, "Cargo.toml", snapshot);
    if (manifest.isEmpty()) {
      return List.of();
    }
    Answer known = last;
    if (known != null && known.snapshot == snapshot && known.manifest.equals(manifest.get())) {
      return known.crates;
    }
    try {
      List<KnownCrate> crates = find(file, manifest.get(), snapshot);
      last = new Answer(snapshot, manifest.get(), crates);
      return crates;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  /// Reads what hardly ever changes: which crates there are, and the standard library.
  @Override
  public synchronized void prepare(Path file, Snapshot snapshot) {
    try {
      Optional<Path> manifest = above(file, "Cargo.toml", snapshot);
      if (manifest.isPresent()) {
        graph(manifest.get(), lock(manifest.get(), snapshot), snapshot);
        standard(workspace(manifest.get(), snapshot));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Optional<SourceText> lock(Path manifest, Snapshot snapshot) {
    return above(manifest, "Cargo.lock", snapshot).flatMap(snapshot::read);
  }

  /// The folder where cargo is run for the package: its toolchain is the one that counts.
  private static Path workspace(Path manifest, Snapshot snapshot) {
    return above(manifest, "Cargo.lock", snapshot).orElse(manifest).resolveSibling("");
  }

  private List<KnownCrate> find(Path file, Path manifest, Snapshot snapshot)
      throws InterruptedException {
    long deadline = System.nanoTime() + TIME_LIMIT.toNanos();
    Optional<SourceText> lock = lock(manifest, snapshot);
    DependencyGraph graph = graph(manifest, lock, snapshot);
    Optional<Linked> around = graph.packageOf(file);
    var crates = new ArrayList<KnownCrate>();
    if (around.isPresent()) {
      var named = new TreeMap<>(around.get().dependencies());
      around
          .get()
          .library()
          .ifPresent(_ -> named.putIfAbsent(around.get().name(), around.get().id()));
      for (Map.Entry<String, String> entry : named.entrySet()) {
        Optional<Linked> crate = graph.find(entry.getValue()).filter(c -> c.library().isPresent());
        if (crate.isPresent() && System.nanoTime() < deadline) {
          crates.add(crate(crate.get(), entry.getKey(), graph, lock, snapshot));
        }
      }
    }
    crates.addAll(standard(workspace(manifest, snapshot)));
    return List.copyOf(crates);
  }

  private static Optional<Path> above(Path file, String name, Snapshot snapshot) {
    return Stream.iterate(file.getParent(), Objects::nonNull, Path::getParent)
        .map(each -> each.resolve(name))
        .filter(each -> snapshot.read(each).isPresent())
        .findFirst();
  }

  private DependencyGraph graph(Path manifest, Optional<SourceText> lock, Snapshot snapshot)
      throws InterruptedException {
    for (Resolved known : graphs) {
      if (known.answers(manifest, lock, snapshot)) {
        return known.graph;
      }
    }
    DependencyGraph graph = metadata.graph(manifest, options);
    var manifests = new LinkedHashMap<Path, Optional<SourceText>>();
    manifests.put(manifest, snapshot.read(manifest));
    graph.packages().values().stream()
        .filter(Linked::local)
        .map(linked -> linked.root().resolve("Cargo.toml"))
        .forEach(each -> manifests.computeIfAbsent(each, snapshot::read));
    graphs.addFirst(new Resolved(graph, manifests, lock));
    if (graphs.size() > MAX_GRAPHS) {
      graphs.removeLast();
    }
    return graph;
  }

  private List<KnownCrate> standard(Path directory) throws InterruptedException {
    List<KnownCrate> known = standard.get(directory);
    if (known == null) {
      known =
          switch (toolchains.probe(directory, options)) {
            case ToolchainProbe.Usable(var facts) ->
                facts
                    .documentation()
                    .map(html -> documented.computeIfAbsent(html, StdItems::in))
                    .orElse(List.of());
            case ToolchainProbe.Unusable _ -> List.of();
          };
      standard.put(directory, known);
    }
    return known;
  }

  private KnownCrate crate(
      Linked crate,
      String name,
      DependencyGraph graph,
      Optional<SourceText> lock,
      Snapshot snapshot) {
    return crate.local()
        ? local(crate, name, graph, snapshot)
        : published.computeIfAbsent(
            name + "\n" + crate.id(), _ -> published(crate, name, graph, lock));
  }

  private KnownCrate published(
      Linked crate, String name, DependencyGraph graph, Optional<SourceText> lock) {
    ItemFile file = ItemFile.of(folder, crate, checksum(crate, lock));
    List<PublicItem> items =
        file.read(name)
            .orElseGet(() -> {
              var exports = new Exports(this::published, graph::find);
              List<PublicItem> made = exports.items(crate, name);
              file.write(made, name);
              return made;
            });
    return new KnownCrate(name, items);
  }

  private static String checksum(Linked crate, Optional<SourceText> lock) {
    String version = crate.id().replaceFirst(".*[@#]", "");
    String wanted =
        "name = \"" + crate.name().replace('_', '-') + "\"\nversion = \"" + version + "\"\n";
    Matcher found =
        Pattern.compile(Pattern.quote(wanted) + "source = \"[^\"]*\"\nchecksum = \"([0-9a-f]+)\"")
            .matcher(lock.map(SourceText::string).orElse(""));
    return found.find() ? found.group(1) : "";
  }

  private KnownCrate local(Linked crate, String name, DependencyGraph graph, Snapshot snapshot) {
    String key = name + "\n" + crate.id();
    Local known = own.get(key);
    if (known != null && known.isCurrent(snapshot)) {
      return known.crate;
    }
    var read = new LinkedHashMap<Path, Optional<SourceText>>();
    var fresh = new HashMap<String, CrateModule>();
    var exports =
        new Exports(
            one ->
                one.local()
                    ? fresh.computeIfAbsent(one.id(), _ -> model(one, snapshot, read))
                    : published(one),
            graph::find);
    var made = new Local(read, new KnownCrate(name, exports.items(crate, name)));
    own.put(key, made);
    return made.crate;
  }

  private CrateModule model(Linked crate, Snapshot snapshot, Map<Path, Optional<SourceText>> read) {
    return crate
        .library()
        .map(library ->
            CrateReader.read(
                crate.root(), library, file -> read.computeIfAbsent(file, snapshot::read), trees))
        .orElseGet(CrateModule::empty);
  }

  private CrateModule published(Linked crate) {
    CrateModule known = models.get(crate.id());
    if (known == null) {
      known =
          crate
              .library()
              .map(library -> CrateReader.read(crate.root(), library, DependencyItems::readDisk))
              .orElseGet(CrateModule::empty);
      models.put(crate.id(), known);
      if (models.size() > MAX_MODELS) {
        models.remove(models.keySet().iterator().next());
      }
    }
    return known;
  }

  private static Optional<SourceText> readDisk(Path file) {
    try {
      return Files.isRegularFile(file)
          ? Optional.of(SourceText.of(Files.readAllBytes(file)))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
