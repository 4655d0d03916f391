package dev.rustmend.repair;

import dev.rustmend.candidate.Candidate;
import dev.rustmend.candidate.CandidateSource;
import dev.rustmend.candidate.Recipes;
import dev.rustmend.candidate.RustcSuggestions;
import dev.rustmend.candidate.UndoEdit;
import dev.rustmend.cargo.CargoFailure;
import dev.rustmend.cargo.CargoMetadata;
import dev.rustmend.cargo.CargoWorkspace;
import dev.rustmend.cargo.CheckOptions;
import dev.rustmend.cargo.CheckSpool;
import dev.rustmend.cargo.Confinement;
import dev.rustmend.cargo.LooseFile;
import dev.rustmend.cargo.WorkspaceSearch;
import dev.rustmend.courtesy.Consideration;
import dev.rustmend.courtesy.Power;
import dev.rustmend.dependency.DependencyItems;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.kb.ShippedBase;
import dev.rustmend.operation.Operations;
import dev.rustmend.operation.Trees;
import dev.rustmend.settings.Settings;
import dev.rustmend.verify.CacheFolder;
import dev.rustmend.verify.FileDamage;
import dev.rustmend.verify.Oracle;
import dev.rustmend.workspace.Snapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/// The sessions of one process, one for each Cargo workspace, opened on first use. One of the few
/// mutable classes; every method is safe to call from any thread.
public final class Sessions implements AutoCloseable {
  /// Where the answers of models are kept, below the cache folder.
  private static final String ANSWERS = "model/answers";

  private final CargoMetadata metadata;
  private final CheckOptions options;
  private final OracleFactory oracles;
  private final List<CandidateSource> sources;
  private final int maxCandidates;
  private final BiFunction<CargoWorkspace, Oracle, CheckPrelude> preludes;
  private final Function<CargoWorkspace, Consideration> considerations;
  private final FileDamage damage;
  private final Models models;
  private final BiFunction<CargoWorkspace, ModelHold, ModelAccess> access;
  private final Map<Path, ModelHold> holds = new ConcurrentHashMap<>();
  private final Function<Path, List<CandidateSource>> more;

  /// Read without a lock: a session that is being opened must not hold up who looks for ready
  /// fixes.
  private final Map<Path, RepairSession> byRoot = new ConcurrentHashMap<>();

  private final List<Consumer<Report>> listeners = new CopyOnWriteArrayList<>();
  private final List<Consumer<Pause>> pauseListeners = new CopyOnWriteArrayList<>();

  public Sessions(
      CargoMetadata metadata,
      CheckOptions options,
      OracleFactory oracles,
      List<CandidateSource> sources,
      int maxCandidates) {
    this(
        metadata,
        options,
        oracles,
        sources,
        maxCandidates,
        (_, _) -> _ -> {},
        _ -> Consideration.none(),
        new FileDamage(),
        Models.none(),
        ModelAccess::none,
        _ -> List.of());
  }

  /// The same with a language model, as the settings of each root name it and `models` opens it.
  public Sessions(
      CargoMetadata metadata,
      CheckOptions options,
      OracleFactory oracles,
      List<CandidateSource> sources,
      Function<Path, Settings> settings,
      Path cache,
      Models models) {
    this(
        metadata,
        options,
        oracles,
        sources,
        settings.apply(cache).verification().maxCandidates(),
        (_, _) -> _ -> {},
        considerations(root -> settings.apply(root).courtesy()),
        new FileDamage(),
        models,
        access(settings, new ShippedBase(), cache),
        _ -> List.of());
  }

  private Sessions(
      CargoMetadata metadata,
      CheckOptions options,
      OracleFactory oracles,
      List<CandidateSource> sources,
      int maxCandidates,
      BiFunction<CargoWorkspace, Oracle, CheckPrelude> preludes,
      Function<CargoWorkspace, Consideration> considerations,
      FileDamage damage,
      Models models,
      BiFunction<CargoWorkspace, ModelHold, ModelAccess> access,
      Function<Path, List<CandidateSource>> more) {
    this.models = models;
    this.access = access;
    this.more = more;
    this.preludes = preludes;
    this.considerations = considerations;
    this.damage = damage;
    this.metadata = metadata;
    this.options = options;
    this.oracles = oracles;
    this.sources = List.copyOf(sources);
    this.maxCandidates = maxCandidates;
  }

  /// The sessions of a program that runs with `settings` in `environment`: real cargo, shadow
  /// workspaces in the cache folder, rustc's suggestions as the source of proposals.
  public static Sessions create(Settings settings, Map<String, String> environment) {
    return create(settings, _ -> settings, environment, Models.none());
  }

  /// The same where each workspace root has settings of its own; `general` counts until a root is
  /// known. What the settings say of a language model is taken from `models` when it is needed, and
  /// given back with the sessions.
  public static Sessions create(
      Settings general,
      Function<Path, Settings> settings,
      Map<String, String> environment,
      Models models) {
    return create(general, settings, environment, models, _ -> List.of());
  }

  /// The same with more sources of proposals for each workspace, given its root.
  public static Sessions create(
      Settings general,
      Function<Path, Settings> settings,
      Map<String, String> environment,
      Models models,
      Function<Path, List<CandidateSource>> more) {
    return create(general, settings, environment, models, more, _ -> Confinement.none());
  }

  /// The same with compilers that are started as `confinement` says for the settings of their
  /// workspace. The sources are the user's own, so it need not keep them in.
  public static Sessions create(
      Settings general,
      Function<Path, Settings> settings,
      Map<String, String> environment,
      Models models,
      Function<Path, List<CandidateSource>> more,
      Function<Settings, Confinement> confinement) {
    var base = new ShippedBase();
    var damage = new FileDamage();
    var trees = new Trees();
    var spool = new CheckSpool(CacheFolder.locate(environment));
    return new Sessions(
        new CargoMetadata(environment, confinement.apply(general)),
        RunOptions.of(general),
        new ShadowOracles(settings, environment, confinement, damage),
        sources(base, trees, environment, CacheFolder.locate(environment)),
        general.verification().maxCandidates(),
        (workspace, oracle) ->
            new SharedChecks(
                spool, workspace, oracle, RunOptions.of(settings.apply(workspace.root()))),
        considerations(root -> settings.apply(root).courtesy()),
        damage,
        models,
        access(settings, base, CacheFolder.locate(environment)),
        more);
  }

  /// Sessions for sources of a stranger. Children get `environment`, which also names the cache
  /// folder for the shadows, and are started in `confinement`; `shared` is the user's own cache,
  /// for what does not depend on those sources. Nothing is learned from them.
  public static Sessions confined(
      Settings settings,
      Map<String, String> environment,
      Confinement confinement,
      Path shared,
      Models models) {
    var base = new ShippedBase();
    var damage = new FileDamage();
    return new Sessions(
        new CargoMetadata(environment, confinement),
        RunOptions.of(settings),
        new ShadowOracles(_ -> settings, environment, _ -> confinement, damage),
        sources(base, new Trees(), environment, shared),
        settings.verification().maxCandidates(),
        (_, _) -> _ -> {},
        _ -> Consideration.none(),
        damage,
        models,
        access(_ -> settings, base, shared),
        _ -> List.of());
  }

  private static Function<CargoWorkspace, Consideration> considerations(
      Function<Path, Settings.Courtesy> settings) {
    Power power = Power.ofMachine();
    return workspace -> Consideration.of(workspace, () -> settings.apply(workspace.root()), power);
  }

  private static List<CandidateSource> sources(
      ShippedBase base, Trees trees, Map<String, String> environment, Path cache) {
    return List.of(
        new RustcSuggestions(trees),
        new Recipes(
            base,
            Operations.all(
                LocalRegistry.of(environment), new DependencyItems(cache, environment, trees::of)),
            trees));
  }

  private static BiFunction<CargoWorkspace, ModelHold, ModelAccess> access(
      Function<Path, Settings> settings, ShippedBase base, Path cache) {
    return (workspace, hold) ->
        new ModelAccess(hold, settings, base, workspace, cache.resolve(ANSWERS));
  }

  /// The session of the Cargo workspace that `path`, a file or a folder, belongs to, or why there
  /// is none. May run `cargo metadata`, so never call it on a thread that must answer at once.
  public Opened open(Path path) throws InterruptedException {
    Optional<RepairSession> known = find(path);
    if (known.isPresent()) {
      return new Opened.Session(known.get());
    }
    return switch (metadata.load(path, options)) {
      case WorkspaceSearch.Found(CargoWorkspace workspace) ->
          new Opened.Session(session(workspace));
      case WorkspaceSearch.NotFound(CargoFailure failure) -> withoutPackage(path, failure);
    };
  }

  /// Everything that is proposed in `session` for `diagnostic`, found in `snapshot`, likeliest
  /// first; nothing of it is compiled. Proposals of several sources that come to the same are one.
  public static List<Candidate> proposals(
      RepairSession session, Snapshot snapshot, Diagnostic diagnostic) throws InterruptedException {
    return session.pipeline().proposals(snapshot, diagnostic);
  }

  /// The session of a file that belongs to no package; for anything else there is none.
  private Opened withoutPackage(Path path, CargoFailure failure) {
    Optional<LooseFile> loose =
        Optional.of(path)
            .filter(_ -> failure.kind() == CargoFailure.Kind.NO_MANIFEST)
            .flatMap(LooseFile::of);
    Optional<Oracle> oracle = loose.flatMap(oracles::oracle);
    return oracle.isPresent()
        ? new Opened.Session(
            session(
                loose.get().workspace(),
                _ -> oracle.get(),
                (_, _) -> _ -> {},
                Consideration.none()))
        : new Opened.Refused(failure);
  }

  /// The session of `path` if it is open already; never waits.
  public Optional<RepairSession> find(Path path) {
    return byRoot.values().stream().filter(session -> session.owns(path)).findFirst();
  }

  /// The sessions that are open; never waits.
  public List<RepairSession> all() {
    return List.copyOf(byRoot.values());
  }

  /// Adds a listener to every session, open or to come.
  public synchronized void listen(Consumer<Report> listener) {
    listeners.add(listener);
    byRoot.values().forEach(session -> session.listen(listener));
  }

  /// Adds a listener that is told when a check in the background begins to wait, and when it goes
  /// on.
  public void listenToPauses(Consumer<Pause> listener) {
    pauseListeners.add(listener);
  }

  /// Closes every session and forgets it, so that the next [#open] reads manifests and settings
  /// anew.
  public void reset() {
    List<RepairSession> old;
    synchronized (this) {
      old = new ArrayList<>(byRoot.values());
      byRoot.clear();
    }
    old.forEach(RepairSession::close);
  }

  @Override
  public void close() {
    reset();
    holds.values().forEach(ModelHold::close);
  }

  /// The hold on a model for the workspace at `root`, which outlives its session: a manifest that
  /// changes is no reason to load gigabytes again.
  private ModelHold hold(Path root) {
    return holds.computeIfAbsent(root, _ -> models.hold());
  }

  private RepairSession session(CargoWorkspace workspace) {
    return session(workspace, oracles::oracle, preludes, considerations.apply(workspace));
  }

  private synchronized RepairSession session(
      CargoWorkspace own,
      Function<CargoWorkspace, Oracle> judges,
      BiFunction<CargoWorkspace, Oracle, CheckPrelude> waits,
      Consideration consideration) {
    RepairSession known = byRoot.get(own.root());
    if (known != null) {
      return known;
    }
    Path root = own.root();
    Oracle oracle = judges.apply(own);
    var good = new LastGood();
    List<CandidateSource> all = new ArrayList<>(sources);
    all.add(new UndoEdit(good::text));
    all.addAll(more.apply(root));
    var session =
        new RepairSession(
            own,
            oracle,
            new RepairPipeline(root, oracle, all, maxCandidates, new LossGuard(damage)),
            new BackgroundChecks(
                waits.apply(own, oracle), consideration, why -> paused(new Pause(root, why))),
            good,
            access.apply(own, hold(root)));
    listeners.forEach(session::listen);
    byRoot.put(root, session);
    return session;
  }

  private void paused(Pause pause) {
    pauseListeners.forEach(listener -> listener.accept(pause));
  }
}
