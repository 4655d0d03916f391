package dev.rustmend.verify;

import dev.rustmend.cargo.Cargo;
import dev.rustmend.cargo.CargoFailure;
import dev.rustmend.cargo.CheckOptions;
import dev.rustmend.cargo.CheckOutcome;
import dev.rustmend.cargo.CheckOutcome.Checked;
import dev.rustmend.cargo.SpooledCheck;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.Span;
import dev.rustmend.trace.Phase;
import dev.rustmend.verify.DirectCompiler.Attempted;
import dev.rustmend.workspace.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Compiles snapshots in one shadow, one at a time, and remembers what came of each state: no state
/// is compiled twice. Safe to use from any thread.
final class ShadowCompiler implements TrialCompiler, AutoCloseable {
  private final ShadowWorkspace shadow;
  private final Cargo cargo;
  private final CheckOptions options;
  private final ReentrantLock lock = new ReentrantLock();
  private final AtomicInteger runs = new AtomicInteger();

  private final KnownStates known = new KnownStates();

  /// What rustc alone said of trials that other crates may depend on: enough for a verdict, not for
  /// a report.
  private final KnownStates tried = new KnownStates();

  private final DirectCompiler direct;

  /// What rustc alone said of saved states, and of trials that may be saved, with what cargo had
  /// said of the other crates.
  private final KnownStates saved = new KnownStates();

  /// What runs of cargo in the real tree said of saved states.
  private final KnownStates adopted = new KnownStates();

  ShadowCompiler(ShadowWorkspace shadow, Cargo cargo, CheckOptions options) {
    this.shadow = shadow;
    this.cargo = cargo;
    this.options = options;
    this.direct = new DirectCompiler(shadow, cargo, options);
  }

  /// Work that needs the shadow for itself.
  interface ShadowWork<T> {
    T run() throws IOException, InterruptedException;
  }

  /// Runs `work` while no other thread touches the shadow.
  <T> T alone(ShadowWork<T> work) throws IOException, InterruptedException {
    lock.lockInterruptibly();
    try {
      return work.run();
    } finally {
      lock.unlock();
    }
  }

  /// Follows the disk and compiles `snapshot` over it.
  CheckOutcome checkNow(Snapshot snapshot, Consumer<Diagnostic> onDiagnostic)
      throws IOException, InterruptedException {
    return alone(() -> {
      try (var _ = Phase.begin("follow the disk")) {
        shadow.refresh();
      }
      if (shadow.mirror().takeNeighborsChanged()) {
        known.clear();
        adopted.clear();
        tried.clear();
        saved.clear();
        direct.forget();
      }
      return compile(snapshot, onDiagnostic);
    });
  }

  /// Compiles a trial over the disk as the last check saw it, by rustc alone where that says the
  /// same as cargo. Never uses the network: what a proposal needs has to be here.
  @Override
  public CheckOutcome tryOut(Attempted attempted) throws IOException, InterruptedException {
    return alone(() -> {
      StateKey key = shadow.key(attempted.then());
      Optional<Checked> before =
          Stream.of(known, adopted, saved, tried)
              .flatMap(states -> states.get(key).stream())
              .findFirst();
      if (before.isPresent()) {
        return replay(attempted.then(), before.get(), _ -> {});
      }
      Optional<Checked> said = direct.compile(attempted);
      if (said.isEmpty()) {
        return direct.wantsCalls()
            ? compileHere(attempted.then(), key, Network.NEVER, () -> runAndLearn())
            : compileHere(attempted.then(), key, Network.NEVER, _ -> {});
      }
      countRun();
      (direct.tellsAll(attempted) ? saved : tried).put(key, said.get());
      remember(attempted.then(), said.get());
      return said.get();
    });
  }

  /// Whether the compiler says of `base`'s snapshot, over the disk as it was seen last, what it
  /// said in `base`, and the snapshot's texts of `files` are those that are compiled. A state that
  /// is new is compiled: another program (rust-analyzer's cargo, with its `Cargo.lock`) may have
  /// written what changes nothing.
  boolean isCurrent(BaseCheck base, Set<Path> files) throws IOException, InterruptedException {
    return alone(() -> {
      StateKey key = shadow.key(base.snapshot());
      return shadow.agrees(base.snapshot(), files)
          && (said(key).filter(base.checked()::equals).isPresent()
              || saysTheSame(
                  base.checked(), compileHere(base.snapshot(), key, Network.NEVER, _ -> {})));
    });
  }

  private static boolean saysTheSame(Checked before, CheckOutcome now) {
    return now instanceof Checked checked
        && Set.copyOf(checked.diagnostics()).equals(Set.copyOf(before.diagnostics()))
        && checked.finished().equals(before.finished());
  }

  /// Follows the disk and has the shadow's compiler say what it makes of the saved files, whatever
  /// was adopted.
  CheckOutcome checkDiskInShadow() throws IOException, InterruptedException {
    return alone(() -> {
      shadow.refresh();
      return compileHere(
          Snapshot.ofDisk(), shadow.key(Snapshot.ofDisk()), Network.AS_NEEDED, _ -> {});
    });
  }

  /// What a run of cargo in the real tree said of the saved files as of the last check, if one was
  /// adopted.
  Optional<Checked> adoptedForDisk() throws IOException, InterruptedException {
    return alone(() -> adopted.get(shadow.key(Snapshot.ofDisk())));
  }

  /// Remembers `checked`, which another run of cargo gave, as what the compiler says of the saved
  /// files; false when `snapshot` is not what that run compiled.
  boolean adopt(Snapshot snapshot, SpooledCheck run, Checked checked)
      throws IOException, InterruptedException {
    return alone(() -> {
      shadow.refresh();
      boolean fits =
          run.matches(options)
              && shadow.mirror().effective(snapshot.overlay()).isEmpty()
              && shadow.mirror().newest().isBefore(run.started());
      if (fits) {
        adopted.put(shadow.key(snapshot), checked);
      }
      return fits;
    });
  }

  /// How many times the compiler was run.
  int runs() {
    return runs.get();
  }

  /// Counts a run of the compiler that somebody else made for the same purpose.
  void countRun() {
    runs.incrementAndGet();
  }

  ShadowWorkspace shadow() {
    return shadow;
  }

  Cargo cargo() {
    return cargo;
  }

  CheckOptions options() {
    return options;
  }

  @Override
  public void close() throws IOException {
    lock.lock();
    try (shadow) {
      direct.close();
    } finally {
      lock.unlock();
    }
  }

  /// Whether what is missing may be downloaded.
  private enum Network {
    AS_NEEDED,
    NEVER
  }

  private CheckOutcome compile(Snapshot snapshot, Consumer<Diagnostic> onDiagnostic)
      throws IOException, InterruptedException {
    StateKey key = shadow.key(snapshot);
    CheckOutcome outcome;
    Optional<Checked> before = said(key);
    if (before.isPresent()) {
      outcome = replay(snapshot, before.get(), onDiagnostic);
    } else {
      Consumer<Diagnostic> once = eachOnce(onDiagnostic);
      Optional<Checked> alone = checkAlone(snapshot, key, once);
      outcome =
          alone.isPresent() ? alone.get() : compileHere(snapshot, key, Network.AS_NEEDED, once);
    }
    if (outcome instanceof Checked checked) {
      direct.checkedLast(shadow.key(snapshot), checked);
    }
    return outcome;
  }

  /// What was said of a state that somebody looks at.
  private Optional<Checked> said(StateKey key) {
    return known.get(key).or(() -> adopted.get(key)).or(() -> saved.get(key));
  }

  /// What rustc alone says of a state that was saved; empty where it is cargo's turn.
  private Optional<Checked> checkAlone(
      Snapshot snapshot, StateKey key, Consumer<Diagnostic> onDiagnostic)
      throws IOException, InterruptedException {
    Optional<Checked> said = direct.check(key, snapshot, onDiagnostic);
    if (said.isEmpty()) {
      return said;
    }
    countRun();
    if (shadow.borrowWhatWasMissed(said.get())) {
      return Optional.empty();
    }
    saved.put(key, said.get());
    said.get().diagnostics().forEach(onDiagnostic);
    remember(snapshot, said.get());
    return said;
  }

  private static Consumer<Diagnostic> eachOnce(Consumer<Diagnostic> onDiagnostic) {
    Set<Diagnostic> told = new HashSet<>();
    return diagnostic -> {
      if (told.add(diagnostic)) {
        onDiagnostic.accept(diagnostic);
      }
    };
  }

  private CheckOutcome compileHere(
      Snapshot snapshot, StateKey key, Network network, Consumer<Diagnostic> onDiagnostic)
      throws IOException, InterruptedException {
    Optional<Checked> before = known.get(key);
    if (before.isPresent()) {
      return replay(snapshot, before.get(), onDiagnostic);
    }
    return compileHere(snapshot, key, network, () -> run(network, onDiagnostic));
  }

  /// The state of `key` is not known yet.
  private CheckOutcome compileHere(
      Snapshot snapshot, StateKey key, Network network, ShadowWork<CheckOutcome> run)
      throws IOException, InterruptedException {
    shadow.show(snapshot);
    direct.cargoWillCompile(key);
    CheckOutcome outcome = run.run();
    if (shadow.borrowWhatWasMissed(outcome)) {
      shadow.show(snapshot);
      outcome = run(network, _ -> {});
    }
    if (outcome instanceof Checked checked) {
      StateKey compiled = shadow.key(snapshot);
      direct.cargoCompiled(compiled);
      known.put(compiled, checked);
      remember(snapshot, checked);
    }
    return outcome;
  }

  private static Checked replay(
      Snapshot snapshot, Checked checked, Consumer<Diagnostic> onDiagnostic) {
    remember(snapshot, checked);
    checked.diagnostics().forEach(onDiagnostic);
    return checked;
  }

  /// Has the snapshot read the files that are talked about, before they change on the disk.
  private static void remember(Snapshot snapshot, Checked checked) {
    for (Diagnostic diagnostic : checked.diagnostics()) {
      diagnostic.spans().stream().map(Span::file).forEach(snapshot::read);
      diagnostic.suggestions().stream()
          .flatMap(suggestion -> suggestion.patch().files().stream())
          .forEach(snapshot::read);
    }
  }

  private CheckOutcome run(Network network, Consumer<Diagnostic> onDiagnostic)
      throws IOException, InterruptedException {
    countRun();
    CheckOutcome outcome;
    try (var _ = Phase.begin("run cargo")) {
      outcome =
          direct.wantsCallsOfChecks()
              ? cargo.check(shadow.request(options), onDiagnostic, direct)
              : cargo.check(shadow.request(options), onDiagnostic);
    }
    return network == Network.AS_NEEDED
            && outcome instanceof CheckOutcome.Failed(CargoFailure failure)
            && needsDownload(failure)
        ? downloadAndRun(onDiagnostic)
        : outcome;
  }

  /// A run that also tells how cargo calls the compiler. cargo takes it for a wish to see the
  /// warnings of dependencies, so what compiles them for the first time is no such run.
  private CheckOutcome runAndLearn() throws InterruptedException {
    countRun();
    try (var _ = Phase.begin("run cargo on a trial")) {
      return cargo.check(shadow.request(options), _ -> {}, direct);
    }
  }

  /// Only the download uses the user's cargo home, with its locks: compiling may take long.
  private CheckOutcome downloadAndRun(Consumer<Diagnostic> onDiagnostic)
      throws IOException, InterruptedException {
    Optional<CargoFailure> failure = cargo.fetch(shadow.downloadRequest(options));
    if (failure.isPresent()) {
      return new CheckOutcome.Failed(failure.get());
    }
    shadow.refreshCargoHome();
    countRun();
    return cargo.check(shadow.request(options), onDiagnostic);
  }

  private static boolean needsDownload(CargoFailure failure) {
    return switch (failure.kind()) {
      case OFFLINE, RESOLVE -> true;
      case NO_CARGO,
          NO_MANIFEST,
          BAD_MANIFEST,
          LOCKED,
          MISSING_TOOLCHAIN,
          MISSING_COMPONENT,
          BUILD_SCRIPT,
          TIME_LIMIT,
          OTHER ->
          false;
    };
  }
}
