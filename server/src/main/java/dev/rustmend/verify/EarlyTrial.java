package dev.rustmend.verify;

import dev.rustmend.cargo.Compiled;
import dev.rustmend.cargo.CompilerCall;
import dev.rustmend.workspace.Snapshot;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One trial that is compiled while cargo still compiles the state that it is for.
///
/// Both compilers look at the same folder, so its files may have the trial's texts only from when
/// cargo's has read its own; and may have other texts again once the trial's has. Safe to use from
/// any thread.
final class EarlyTrial {
  private static final System.Logger LOG = System.getLogger(EarlyTrial.class.getName());
  private static final long LOOK_MILLIS = 2;

  private final ShadowWorkspace shadow;
  private final DirectCompiler direct;
  private final Snapshot base;
  private final Trial trial;
  private final long start = System.nanoTime();
  private final CountDownLatch cargoEnded = new CountDownLatch(1);
  private final CountDownLatch filesFree = new CountDownLatch(1);
  private final FutureTask<Optional<Compiled>> task = new FutureTask<>(this::compile);
  private final Thread thread = Thread.ofVirtual().name("rustmend-early-trial").unstarted(task);
  private @Nullable StateKey key;
  private @Nullable CompilerCall call;

  private EarlyTrial(ShadowWorkspace shadow, DirectCompiler direct, Snapshot base, Trial trial) {
    this.shadow = shadow;
    this.direct = direct;
    this.base = base;
    this.trial = trial;
  }

  /// Begins as soon as the cargo that compiles `base` has come far enough.
  static EarlyTrial begin(
      ShadowWorkspace shadow, DirectCompiler direct, Snapshot base, Trial trial) {
    var early = new EarlyTrial(shadow, direct, base, trial);
    early.thread.start();
    return early;
  }

  /// What is tried.
  Trial trial() {
    return trial;
  }

  /// When it was begun, as a value of [System#nanoTime].
  long start() {
    return start;
  }

  /// Whether it compiles the state of `then` on top of this very base.
  synchronized boolean isFor(Snapshot base, StateKey then) {
    return this.base == base && then.equals(key);
  }

  /// The same for one trial.
  synchronized boolean isFor(Snapshot base, Set<Trial> trials) {
    return this.base == base && key != null && trials.contains(trial);
  }

  /// What the compiler says of it, waited for; empty when it could not be compiled.
  Optional<Compiled> await() throws InterruptedException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      LOG.log(System.Logger.Level.DEBUG, "an early trial failed", e);
      return Optional.empty();
    }
  }

  /// cargo has ended. Waits until nobody needs the files as they are; ends the trial when this
  /// thread is interrupted. Returns whether the files were changed while cargo might still have
  /// read them for another crate, so that what it said does not count.
  boolean cargoEnded() throws InterruptedException {
    cargoEnded.countDown();
    if (changesNoFile()) {
      return false;
    }
    try {
      filesFree.await();
    } catch (InterruptedException e) {
      end();
      throw e;
    }
    return hasDisturbed();
  }

  private synchronized boolean changesNoFile() {
    return key == null;
  }

  private synchronized boolean hasDisturbed() {
    return call != null && direct.othersRead(call, trial.patch().files());
  }

  /// Ends the compile, if it is still under way, and waits until it needs no file.
  void end() {
    cargoEnded.countDown();
    thread.interrupt();
    boolean interrupted = false;
    while (!changesNoFile() && filesFree.getCount() > 0) {
      try {
        filesFree.await();
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<Compiled> compile() throws IOException, InterruptedException {
    try {
      Optional<CompilerCall> found = awaitReader();
      return found.isPresent() && show(found.get())
          ? direct.compile(found.get(), trial.target().crate(), filesFree::countDown)
          : Optional.empty();
    } finally {
      filesFree.countDown();
    }
  }

  /// Waits until cargo's compiler has read the crate; empty when cargo ends before.
  private Optional<CompilerCall> awaitReader() throws IOException, InterruptedException {
    do {
      Optional<CompilerCall> found = direct.callUnderWay(base, trial);
      if (found.isPresent()) {
        return found;
      }
    } while (!cargoEnded.await(LOOK_MILLIS, TimeUnit.MILLISECONDS));
    return Optional.empty();
  }

  /// Puts the trial's texts into the shadow, unless cargo has ended: then others may use it.
  private synchronized boolean show(CompilerCall reader) throws IOException, InterruptedException {
    if (cargoEnded.getCount() == 0) {
      return false;
    }
    Snapshot then = base.with(trial.patch());
    key = shadow.key(then);
    call = reader;
    shadow.show(then);
    return true;
  }
}
