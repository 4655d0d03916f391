package dev.rustmend.verify;

import dev.rustmend.cargo.Cargo;
import dev.rustmend.cargo.CheckOptions;
import dev.rustmend.cargo.CheckOutcome.Checked;
import dev.rustmend.cargo.Compiled;
import dev.rustmend.cargo.CompilerCall;
import dev.rustmend.cargo.Stragglers;
import dev.rustmend.diagnostic.CrateId;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.text.Patch;
import dev.rustmend.text.TextEdit;
import dev.rustmend.workspace.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// Compiles the one crate that a patch changes by calling rustc as cargo did the last time, which
/// for most crates takes half the time of cargo's own run.
///
/// It does so only where cargo would come to the same verdict: the patch stays in the sources of
/// the crate of its targets; all that the crate depends on stands in the target directory as it is
/// in the base; nothing but the texts of this crate has changed since cargo made the call; and
/// crates that depend on it can not tell the difference, or were not compiled in the base anyway.
/// Not safe for several threads at once.
final class DirectCompiler implements AutoCloseable {
  /// What rustc says when a dependency does not fit: then it is cargo's turn.
  private static final Set<String> MISFITS = Set.of("E0460", "E0461", "E0463", "E0514", "E0786");

  private final ShadowWorkspace shadow;
  private final Cargo cargo;
  private final CheckOptions options;
  private final List<CompilerCall> calls = new CopyOnWriteArrayList<>();
  private final Stragglers stragglers = new Stragglers();
  private SortedMap<Path, String> surroundings = new TreeMap<>();
  private boolean warm;
  private Optional<StateKey> standing = Optional.empty();

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

  /// A call that a run of cargo made; may come from any thread.
  void learn(CompilerCall call) {
    calls.removeIf(known -> isSameCrate(known, call));
    calls.add(call);
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
    Path results = Files.createDirectories(shadow.folder().resolve("direct"));
    return cargo
        .compile(call.get(), shadow.request(options), crate.get(), results, stragglers)
        .filter(compiled -> fits(compiled, attempted.base()))
        .map(compiled ->
            checked(attempted.base().checked(), crate.get(), compiled, System.nanoTime() - start));
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
    changed.addAll(changedSinceCargo(attempted.base().snapshot()));
    return ownSources(call, changed)
        && (!crate.kind().equals("lib")
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

  /// What differs between the base and what cargo compiled last.
  private Set<Path> changedSinceCargo(Snapshot base) throws IOException {
    SortedMap<Path, String> now = shadow.key(base).differences();
    SortedMap<Path, String> then = standing.map(StateKey::differences).orElse(new TreeMap<>());
    var paths = new HashSet<>(now.keySet());
    paths.addAll(then.keySet());
    paths.removeIf(path -> String.valueOf(now.get(path)).equals(String.valueOf(then.get(path))));
    return paths;
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
  /// imports that nobody else sees.
  private static boolean staysInside(Snapshot base, Patch patch) {
    var bodies = new Bodies(base::read);
    return patch.edits().entrySet().stream()
        .allMatch(file ->
            file.getValue().stream()
                .allMatch(edit ->
                    isImport(edit) || bodies.around(file.getKey(), edit.range()).isPresent()));
  }

  private static boolean isImport(TextEdit edit) {
    return edit.range().length() == 0
        && edit.newText().lines().allMatch(line -> line.isBlank() || line.startsWith("use "));
  }

  private static boolean fits(Compiled compiled, BaseCheck base) {
    return compiled.diagnostics().stream()
        .map(Diagnostic::codeText)
        .noneMatch(code ->
            MISFITS.contains(code)
                && base.checked().errors().stream()
                    .noneMatch(error -> error.codeText().equals(code)));
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
