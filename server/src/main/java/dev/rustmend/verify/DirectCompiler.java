package dev.rustmend.verify;

import dev.rustmend.cargo.Cargo;
import dev.rustmend.cargo.CheckOptions;
import dev.rustmend.cargo.CheckOutcome.Checked;
import dev.rustmend.cargo.Compiled;
import dev.rustmend.cargo.CompilerCall;
import dev.rustmend.cargo.CompilerWatch;
import dev.rustmend.cargo.Recall;
import dev.rustmend.cargo.SourceList;
import dev.rustmend.cargo.Stragglers;
import dev.rustmend.diagnostic.CrateId;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.text.Patch;
import dev.rustmend.text.TextEdit;
import dev.rustmend.trace.Phase;
import dev.rustmend.workspace.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Compiles the one crate that a patch changes by calling rustc as cargo did the last time, which
/// for most crates takes half the time of cargo's own run.
///
/// It does so only where cargo would come to the same verdict: the patch stays in the sources of
/// the crate of its targets; all that the crate depends on stands in the target directory as it is
/// in the base; nothing but the texts of this crate has changed since cargo made the call; and
/// crates that depend on it can not tell the difference, or were not compiled in the base anyway.
/// Not safe for several threads at once.
final class DirectCompiler implements CompilerWatch, AutoCloseable {
  /// What rustc says when a dependency does not fit: then it is cargo's turn.
  private static final Set<String> MISFITS = Set.of("E0460", "E0461", "E0463", "E0514", "E0786");

  private final ShadowWorkspace shadow;
  private final Cargo cargo;
  private final CheckOptions options;
  private final List<CompilerCall> calls = new CopyOnWriteArrayList<>();
  private final Stragglers stragglers = new Stragglers();

  /// What the user's crates are made of that cargo has found compiled.
  private final Map<CrateId, SourceList> made = new ConcurrentHashMap<>();

  private SortedMap<Path, String> surroundings = new TreeMap<>();
  private boolean warm;
  private Optional<StateKey> standing = Optional.empty();
  private Optional<Last> last = Optional.empty();

  DirectCompiler(ShadowWorkspace shadow, Cargo cargo, CheckOptions options) {
    this.shadow = shadow;
    this.cargo = cargo;
    this.options = options;
  }

  /// Whether a check, and not only a trial, should tell so: dependencies that are compiled for the
  /// first time would tell their warnings as well, see [ShadowCompiler].
  boolean wantsCallsOfChecks() {
    return wantsCalls() && warm;
  }

  /// Whether a run of cargo should tell how it calls the compiler.
  boolean wantsCalls() {
    return !options.allTargets() && options.extraArgs().isEmpty();
  }

  @Override
  public void called(CompilerCall call) {
    calls.removeIf(known -> isSameCrate(known, call));
    calls.add(call);
  }

  @Override
  public void stands(CrateId crate, SourceList sources) {
    if (isUsers(crate)) {
      made.put(crate, sources);
    }
  }

  private boolean isUsers(CrateId crate) {
    return shadow.layout().workspace().packages().stream()
        .anyMatch(one -> one.id().equals(crate.packageId()));
  }

  private static boolean isSameCrate(CompilerCall one, CompilerCall other) {
    return one.command().equals(other.command())
        || (one.variables().equals(other.variables()) && one.directory().equals(other.directory()));
  }

  /// cargo is about to compile the state of this key. Until it has, nobody knows what stands in the
  /// target directory.
  void cargoWillCompile(StateKey key) {
    standing = Optional.empty();
    SortedMap<Path, String> now = withoutSources(key);
    if (!now.equals(surroundings)) {
      calls.clear();
      made.clear();
      surroundings = now;
      warm = false;
    }
  }

  /// cargo has compiled the state of this key: its results stand in the target directory.
  void cargoCompiled(StateKey key) {
    standing = Optional.of(key);
    warm = true;
  }

  /// One trial: the patch of `changes` on top of `base` makes `then`.
  record Attempted(BaseCheck base, List<Change> changes, Patch patch, Snapshot then) {}

  /// What rustc says of `attempted`; empty where it is cargo's turn.
  Optional<Checked> compile(Attempted attempted) throws IOException, InterruptedException {
    Optional<CrateId> crate = target(attempted);
    if (crate.isEmpty()) {
      return Optional.empty();
    }
    Optional<CompilerCall> call = call(crate.get());
    if (call.isEmpty() || !suits(call.get(), crate.get(), attempted)) {
      return Optional.empty();
    }
    long start = System.nanoTime();
    shadow.show(attempted.then());
    return compile("run rustc on a trial", call.get(), crate.get(), _ -> {})
        .filter(compiled -> fits(compiled, attempted.base().checked()))
        .map(compiled ->
            checked(attempted.base().checked(), crate.get(), compiled, System.nanoTime() - start));
  }

  /// Whether what [#compile] says of `attempted` is all that there is to say: no other crate is
  /// compiled anew because of it.
  boolean tellsAll(Attempted attempted) {
    return target(attempted)
        .map(crate -> Dependents.of(crate, shadow.layout().workspace()))
        .filter(dependents -> dependents.areNone(attempted.base().checked()))
        .isPresent();
  }

  private Optional<Compiled> compile(
      String what, CompilerCall call, CrateId crate, Consumer<Diagnostic> onDiagnostic)
      throws IOException, InterruptedException {
    Path results = Files.createDirectories(shadow.folder().resolve("direct"));
    var recall = new Recall(call, crate, results);
    try (var _ = Phase.begin(what)) {
      return cargo.compile(recall, shadow.request(options), onDiagnostic, stragglers);
    }
  }

  /// What rustc says of the state `now`, which is the one of `snapshot`; empty where it is cargo's
  /// turn. Only one crate may differ from the state that was checked last.
  Optional<Checked> check(StateKey now, Snapshot snapshot, Consumer<Diagnostic> onDiagnostic)
      throws IOException, InterruptedException {
    Optional<SavedCrate> saved = savedCrate(now);
    if (saved.isEmpty()) {
      return Optional.empty();
    }
    long start = System.nanoTime();
    shadow.show(snapshot);
    Checked before = saved.get().before();
    CrateId crate = saved.get().crate();
    Dependents dependents = Dependents.of(crate, shadow.layout().workspace());
    return compile("run rustc", saved.get().call(), crate, onDiagnostic)
        .filter(compiled -> fits(compiled, before))
        .filter(compiled -> !compiled.success() || dependents.areNone(before))
        .map(compiled ->
            checked(dependents.leftOut(before), crate, compiled, System.nanoTime() - start));
  }

  /// The one crate that was changed since `before`, the check before, and how it is compiled.
  private record SavedCrate(Checked before, CrateId crate, CompilerCall call) {}

  private Optional<SavedCrate> savedCrate(StateKey now) throws IOException {
    if (standing.isEmpty() || last.isEmpty()) {
      return Optional.empty();
    }
    Set<Optional<CompilerCall>> changed = new HashSet<>();
    for (Path file : now.changedSince(last.get().key())) {
      changed.add(owner(file));
    }
    Optional<CompilerCall> call =
        changed.size() == 1 ? changed.iterator().next() : Optional.empty();
    Checked before = last.get().checked();
    return call.isPresent() && othersStand(now, call.get()) && isAlone(now, call.get(), before)
        ? crateOf(call.get(), before).map(crate -> new SavedCrate(before, crate, call.get()))
        : Optional.empty();
  }

  /// Whether all that the crate of `call` may depend on stands in the target directory as it is in
  /// the state `now`.
  private boolean othersStand(StateKey now, CompilerCall call) throws IOException {
    for (Path file : now.changedSince(standing.orElseThrow())) {
      Optional<CompilerCall> owner = owner(file);
      if (owner.isEmpty() || (!owner.get().equals(call) && !owner.get().isOfProgram())) {
        return false;
      }
    }
    return true;
  }

  /// Whether it is known of each crate of the user's that was compiled before what it is made of,
  /// and none but that of `call` of a file that has changed since.
  private boolean isAlone(StateKey now, CompilerCall call, Checked before) throws IOException {
    Set<Path> changed = new HashSet<>();
    now.changedSince(last.orElseThrow().key())
        .forEach(file -> changed.add(shadow.layout().shadow(file)));
    for (CrateId crate : before.finished()) {
      SourceList sources = made.get(crate);
      boolean other = isUsers(crate) && !crate.kind().equals("custom-build") && !call.isOf(crate);
      if (other && (sources == null || sources.sources().stream().anyMatch(changed::contains))) {
        return false;
      }
    }
    return true;
  }

  /// The only crate that has `file` among its sources.
  private Optional<CompilerCall> owner(Path file) {
    if (!isSource(file)) {
      return Optional.empty();
    }
    List<CompilerCall> owners = calls.stream().filter(call -> reads(call, file)).toList();
    return owners.size() == 1 ? Optional.of(owners.getFirst()) : Optional.empty();
  }

  /// The crate that `call` compiles, if it was compiled in `before`, with errors or without.
  private Optional<CrateId> crateOf(CompilerCall call, Checked before) {
    List<CrateId> crates = before.crates().stream().filter(call::isOf).toList();
    return crates.size() == 1 && call(crates.getFirst()).isPresent()
        ? Optional.of(crates.getFirst())
        : Optional.empty();
  }

  /// `checked` is what was said last of a state that somebody looks at.
  void checkedLast(StateKey key, Checked checked) {
    last = Optional.of(new Last(key, checked));
  }

  private record Last(StateKey key, Checked checked) {}

  /// Something outside of the shadow has changed: only cargo knows what that means.
  void forget() {
    standing = Optional.empty();
    last = Optional.empty();
  }

  /// Ends the compilers that have said all and still run, and waits until they are gone.
  @Override
  public void close() {
    stragglers.close();
  }

  private Optional<CompilerCall> call(CrateId crate) {
    List<CompilerCall> fitting = calls.stream().filter(call -> call.isOf(crate)).toList();
    return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
  }

  /// The crate that all changes are for.
  private static Optional<CrateId> target(Attempted attempted) {
    List<CrateId> crates =
        attempted.changes().stream()
            .flatMap(change -> change.targets().stream())
            .map(Diagnostic::crate)
            .distinct()
            .toList();
    return crates.size() == 1 ? Optional.of(crates.getFirst()) : Optional.empty();
  }

  private boolean suits(CompilerCall call, CrateId crate, Attempted attempted) throws IOException {
    if (standing.isEmpty()) {
      return false;
    }
    var changed = new HashSet<>(attempted.patch().files());
    changed.addAll(shadow.key(attempted.base().snapshot()).changedSince(standing.get()));
    return ownSources(call, changed)
        && (!crate.kind().equals("lib")
            || Dependents.of(crate, shadow.layout().workspace()).areNone(attempted.base().checked())
            || staysInside(attempted.base().snapshot(), attempted.patch()));
  }

  /// Whether `files` are sources of this crate and of no other.
  private boolean ownSources(CompilerCall call, Set<Path> files) throws IOException {
    Set<Path> sources = call.sources();
    return files.stream()
        .allMatch(file ->
            isSource(file)
                && sources.contains(shadow.layout().shadow(file))
                && !isShared(file, call));
  }

  private boolean isShared(Path file, CompilerCall call) {
    return calls.stream()
        .filter(other -> !other.equals(call))
        .anyMatch(other -> reads(other, file));
  }

  private boolean reads(CompilerCall call, Path file) {
    try {
      return call.sources().contains(shadow.layout().shadow(file));
    } catch (IOException _) {
      return true;
    }
  }

  /// Whether no crate that uses this one can tell the difference: only function bodies change, and
  /// comments and imports that nobody else sees.
  private static boolean staysInside(Snapshot base, Patch patch) {
    var bodies = new Bodies(base::read);
    return patch.edits().entrySet().stream()
        .allMatch(file ->
            file.getValue().stream()
                .allMatch(edit -> isImport(edit) || bodies.isUnseen(file.getKey(), edit.range())));
  }

  private static boolean isImport(TextEdit edit) {
    return edit.range().length() == 0
        && edit.newText()
            .lines()
            .allMatch(line -> line.isBlank() || line.startsWith("use ") || line.startsWith("//"));
  }

  private static boolean fits(Compiled compiled, Checked base) {
    return compiled.diagnostics().stream()
        .map(Diagnostic::codeText)
        .noneMatch(code ->
            MISFITS.contains(code)
                && base.errors().stream().noneMatch(error -> error.codeText().equals(code)));
  }

  /// The base with this crate's part replaced.
  private static Checked checked(Checked base, CrateId crate, Compiled compiled, long nanos) {
    var diagnostics = new ArrayList<>(compiled.diagnostics());
    base.diagnostics().stream()
        .filter(diagnostic -> !diagnostic.crate().equals(crate))
        .forEach(diagnostics::add);
    var finished = new LinkedHashSet<>(base.finished());
    if (compiled.success()) {
      finished.add(crate);
    } else {
      finished.remove(crate);
    }
    return new Checked(diagnostics, finished, Duration.ofNanos(nanos));
  }

  private static SortedMap<Path, String> withoutSources(StateKey key) {
    var others = new TreeMap<>(key.differences());
    others.keySet().removeIf(DirectCompiler::isSource);
    return others;
  }

  private static boolean isSource(Path file) {
    return file.toString().endsWith(".rs");
  }
}
