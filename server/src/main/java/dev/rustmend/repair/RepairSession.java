package dev.rustmend.repair;

import dev.rustmend.cargo.CargoWorkspace;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.repair.Findings.OpenEnds;
import dev.rustmend.verify.Oracle;
import dev.rustmend.workspace.Snapshot;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The session of one Cargo workspace: it checks snapshots, finds verified fixes and keeps them
/// ready.
///
/// At most one run is under way. A newer request in the background cancels the older one; a
/// blocking [#run] waits for its turn.
public final class RepairSession implements AutoCloseable {
  private static final Logger LOG = System.getLogger(RepairSession.class.getName());

  private static final Duration PATIENCE = Duration.ofMillis(1500);

  private final CargoWorkspace workspace;
  private final Oracle oracle;
  private final RepairPipeline pipeline;
  private final Settling settling;
  private final BackgroundChecks checks;
  private final LastGood lastGood;
  private final ModelAccess model;
  private final FixStore store = new FixStore();
  private final List<Consumer<Report>> listeners = new CopyOnWriteArrayList<>();
  private final ReentrantLock running = new ReentrantLock(true);
  private final Object requests = new Object();
  private @Nullable Thread background;
  private @Nullable Thread looking;
  private @Nullable Thread asking;

  /// What [#looking] is about; null when it is about all errors.
  private @Nullable Diagnostic lookedAt;

  private boolean closed;

  /// The newest findings, with what they leave open.
  private volatile @Nullable Findings newest;

  RepairSession(
      CargoWorkspace workspace,
      Oracle oracle,
      RepairPipeline pipeline,
      BackgroundChecks checks,
      LastGood lastGood,
      ModelAccess model) {
    this.model = model;
    this.checks = checks;
    this.lastGood = lastGood;
    this.workspace = workspace;
    this.oracle = oracle;
    this.pipeline = pipeline;
    this.settling = new Settling(pipeline);
  }

  /// The root folder of the Cargo workspace.
  public Path root() {
    return workspace.root();
  }

  /// Whether `file` belongs to this workspace or one of its path dependencies.
  public boolean owns(Path file) {
    return workspace.owns(file);
  }

  /// The folders of all its packages, path dependencies too.
  public List<Path> packageRoots() {
    return workspace.packageRoots();
  }

  /// The judge of this workspace, for the loop of `fix`.
  Oracle oracle() {
    return oracle;
  }

  /// What proposes, verifies and ranks.
  RepairPipeline pipeline() {
    return pipeline;
  }

  /// How a model repairs errors here; empty when none is configured.
  Optional<ModelRepair> model() {
    return model.repair(oracle);
  }

  /// Whether a model may be asked here without anybody's command.
  public boolean asksModelByItself() {
    return model.isByItself();
  }

  /// Asks for a check of `snapshot` in the background, and for a verified fix of each of its
  /// errors. Newer requests cancel older ones; listeners get growing reports, the last one
  /// complete. What was not asked for may wait first.
  public void request(Snapshot snapshot, Occasion occasion) {
    synchronized (requests) {
      if (closed) {
        return;
      }
      interruptAll();
      background =
          Thread.ofVirtual()
              .name("repair " + root().getFileName())
              .start(() -> inBackground(snapshot, occasion));
    }
  }

  /// Says that somebody looks at `diagnostic` in the state of `snapshot`: its other proposals are
  /// verified in the background, and [#ready] has them as they come. Returns at once; does nothing
  /// while a check is under way, when all are verified, or when they are being verified already.
  public void look(Snapshot snapshot, Diagnostic diagnostic) {
    Findings findings = newest;
    if (findings == null
        || findings.openEnds().isEmpty()
        || !FixStore.sameTexts(findings.report().snapshot(), snapshot)) {
      return;
    }
    OpenEnds open = findings.openEnds().get();
    synchronized (requests) {
      if (!isAlive(background)
          && !(isAlive(looking) && diagnostic.equals(lookedAt))
          && open.repairs().leavesOpen(diagnostic)) {
        look(open, () -> open.repairs().untried(diagnostic));
        lookedAt = diagnostic;
      }
    }
  }

  private static boolean isAlive(@Nullable Thread thread) {
    return thread != null && thread.isAlive();
  }

  /// Verifies in the background what `trials` are when its turn comes. The caller holds the lock of
  /// the requests.
  private void look(OpenEnds open, Repairs.Wanted trials) {
    if (closed) {
      return;
    }
    interrupt(looking);
    lookedAt = null;
    looking =
        Thread.ofVirtual()
            .name("look " + root().getFileName())
            .start(() -> verifyMore(open, trials));
  }

  /// Asks the model for a repair of `error` in the state of `snapshot`, unless anything else
  /// repairs it, and returns when that is known; [#ready] has the repair then. `onSample` gets each
  /// answer.
  public ModelAttempt ask(Snapshot snapshot, Diagnostic error, Consumer<ModelSample> onSample)
      throws InterruptedException {
    Optional<ModelRepair> repair = model();
    if (repair.isEmpty()) {
      return ModelAttempt.notAsked(error, "no model is chosen; see `rustmend model list`");
    }
    Optional<OpenEnds> open = openEnds(snapshot);
    return open.isEmpty()
        ? ModelAttempt.notAsked(error, "the check failed")
        : ask(repair.get(), open.get(), error, repair.get().budget(), onSample);
  }

  /// What was found out about `snapshot`; checks it when the newest findings are about another one.
  private Optional<OpenEnds> openEnds(Snapshot snapshot) throws InterruptedException {
    Findings findings = newest;
    if (findings == null || !FixStore.sameTexts(findings.report().snapshot(), snapshot)) {
      var _ = run(snapshot, Effort.A_FEW, _ -> {});
      findings = newest;
    }
    return findings == null ? Optional.empty() : findings.openEnds();
  }

  private ModelAttempt ask(
      ModelRepair repair,
      OpenEnds open,
      Diagnostic error,
      ModelBudget budget,
      Consumer<ModelSample> onSample)
      throws InterruptedException {
    if (!open.repairs().repairs(error)) {
      verify(open, () -> open.repairs().untried(error));
    }
    if (open.repairs().repairs(error)) {
      return ModelAttempt.notAsked(error, "there is another fix");
    }
    ModelAttempt attempt = repair.attempt(open.base(), error, budget, onSample);
    if (attempt.repair().isPresent()) {
      running.lockInterruptibly();
      try {
        keep(pipeline.with(open, attempt.repair().get()), open);
      } finally {
        running.unlock();
      }
    }
    return attempt;
  }

  /// Checks `snapshot` and verifies every candidate before it returns; `onProgress` gets the
  /// growing reports.
  public Report run(Snapshot snapshot, Consumer<Report> onProgress) throws InterruptedException {
    return run(snapshot, Effort.EVERYTHING, onProgress);
  }

  private Report run(Snapshot snapshot, Effort effort, Consumer<Report> onProgress)
      throws InterruptedException {
    running.lockInterruptibly();
    try {
      Findings findings =
          pipeline.repair(snapshot, effort, partial -> publish(partial, onProgress));
      newest = findings;
      publish(findings.report(), onProgress);
      return findings.report();
    } finally {
      running.unlock();
    }
  }

  /// Checks `snapshot` and looks for one fix of each error; nothing is kept for look-ups.
  Report firstFixes(Snapshot snapshot) throws InterruptedException {
    running.lockInterruptibly();
    try {
      return pipeline.repair(snapshot, Effort.FIRST_THAT_COMPILES, _ -> {}).report();
    } finally {
      running.unlock();
    }
  }

  /// The newest report whose texts equal those of `snapshot`; never waits.
  public Optional<Report> ready(Snapshot snapshot) {
    return store.find(snapshot);
  }

  /// Forgets every report: something that no buffer shows (a manifest, a configuration) has
  /// changed.
  public void invalidate() {
    store.clear();
  }

  /// Ends the check in the background, with all its processes.
  public void cancel() {
    synchronized (requests) {
      interruptAll();
    }
  }

  /// Adds a listener that gets every growing report, on the thread of its run.
  public void listen(Consumer<Report> listener) {
    listeners.add(listener);
  }

  /// Ends what is under way, with its processes, and closes the judge; later requests do nothing.
  /// Waits for the end, but not for ever: a process that does not die must not hold up a shutdown.
  @Override
  public void close() {
    synchronized (requests) {
      closed = true;
    }
    cancel();
    try {
      if (running.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        try {
          oracle.close();
        } finally {
          running.unlock();
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the shadow of " + root() + " was not given back", e);
    }
  }

  private void inBackground(Snapshot snapshot, Occasion occasion) {
    try {
      checks.make(snapshot, occasion, () -> run(snapshot, Effort.A_FEW, _ -> {}));
      lookAhead();
      askAhead();
    } catch (InterruptedException _) {
      LOG.log(Level.DEBUG, "a newer request, or the user, ended the check of {0}", root());
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "the check of " + root() + " failed", e);
      // a last word for the listeners, so that nobody waits for a complete report for ever
      Report failed = Report.broken(root(), snapshot);
      listeners.forEach(listener -> listener.accept(failed));
    }
  }

  /// Whoever opens the menu expects the compiler's own alternatives in it.
  private void lookAhead() {
    Findings findings = newest;
    if (findings == null || findings.openEnds().isEmpty()) {
      return;
    }
    OpenEnds open = findings.openEnds().get();
    synchronized (requests) {
      if (Thread.currentThread().equals(background) && open.repairs().leavesOpen()) {
        look(open, open.repairs()::untriedOfTheCompiler);
      }
    }
  }

  /// Gets ready for the next error, and has a model asked where the user wants that.
  private void askAhead() {
    Findings findings = newest;
    if (findings == null || findings.openEnds().isEmpty()) {
      return;
    }
    OpenEnds open = findings.openEnds().get();
    synchronized (requests) {
      if (closed || !Thread.currentThread().equals(background)) {
        return;
      }
      settling.begin(findings);
      if (asksModelByItself()) {
        asking =
            Thread.ofVirtual()
                .name("ask " + root().getFileName())
                .start(() -> askAboutAll(open, findings.report()));
      }
    }
  }

  private void askAboutAll(OpenEnds open, Report report) {
    Optional<ModelRepair> repair = model();
    try {
      ModelBudget budget = repair.map(ModelRepair::budget).orElseGet(ModelBudget::none);
      for (Problem problem : report.problems()) {
        if (problem.diagnostic().isError() && repair.isPresent()) {
          if (!ask(repair.get(), open, problem.diagnostic(), budget, _ -> {}).mayAskOn()) {
            return;
          }
        }
      }
    } catch (InterruptedException _) {
      LOG.log(Level.DEBUG, "a newer request, or the user, ended the questions to the model");
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "asking the model about " + root() + " failed", e);
    }
  }

  private void verify(OpenEnds open, Repairs.Wanted trials) throws InterruptedException {
    running.lockInterruptibly();
    try {
      keep(pipeline.more(open, trials.trials(), report -> keep(report, open)), open);
    } finally {
      running.unlock();
    }
  }

  private void verifyMore(OpenEnds open, Repairs.Wanted trials) {
    try {
      verify(open, trials);
    } catch (InterruptedException _) {
      LOG.log(Level.DEBUG, "verifying more proposals of {0} was ended", root());
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "verifying more proposals of " + root() + " failed", e);
    }
  }

  /// Puts a report of [#look] in the place of the one that it adds to. The listeners know all
  /// diagnostics already.
  private void keep(Report report, OpenEnds open) {
    newest = new Findings(report, Optional.of(open));
    store.put(report);
  }

  /// The caller holds the lock of the requests.
  private void interruptAll() {
    interrupt(background);
    interrupt(looking);
    interrupt(asking);
    settling.end();
  }

  private static void interrupt(@Nullable Thread thread) {
    if (thread != null) {
      thread.interrupt();
    }
  }

  private void publish(Report report, Consumer<Report> onProgress) {
    store.put(report);
    lastGood.learn(report);
    onProgress.accept(report);
    listeners.forEach(listener -> listener.accept(report));
  }
}
