package dev.rustmend.verify;

import dev.rustmend.cargo.CheckOutcome;
import dev.rustmend.cargo.LooseCompiler;
import dev.rustmend.cargo.LooseFile;
import dev.rustmend.cargo.SpooledCheck;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.text.SourceText;
import dev.rustmend.verify.DirectCompiler.Attempted;
import dev.rustmend.workspace.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// The oracle of a file that belongs to no package: it asks rustc alone. Safe to use from any
/// thread; one compile at a time.
///
/// It remembers what was said of each state since the last check, when the other files of the
/// folder may have changed.
public final class LooseFileOracle implements Oracle {
  private final LooseFile loose;
  private final LooseCompiler compiler;
  private final Admission admission;
  private final ReentrantLock lock = new ReentrantLock();
  private final AtomicInteger runs = new AtomicInteger();
  private final Map<Map<Path, SourceText>, CheckOutcome> known = new HashMap<>();

  public LooseFileOracle(LooseFile loose, LooseCompiler compiler, PatchGuard guard) {
    this.loose = loose;
    this.compiler = compiler;
    this.admission = new Admission(guard);
  }

  @Override
  public CheckOutcome check(Snapshot snapshot, Consumer<Diagnostic> onDiagnostic)
      throws InterruptedException {
    return alone(() -> {
      known.clear();
      return compile(snapshot, onDiagnostic);
    });
  }

  @Override
  public void judge(BaseCheck base, List<Trial> trials, BiConsumer<Trial, Verdict> onVerdict)
      throws InterruptedException {
    List<Trial> fitting = admission.fitting(base, trials, onVerdict);
    List<Trial> admitted = admission.guarded(base, fitting, onVerdict);
    try {
      if (!admitted.isEmpty()) {
        new Judge(this::tryOut, base).each(Change.of(admitted), onVerdict);
      }
    } catch (IOException e) {
      throw new IllegalStateException("rustc's runs end in outcomes", e);
    }
  }

  @Override
  public JointVerdict judgeTogether(BaseCheck base, List<Trial> trials)
      throws InterruptedException {
    List<Trial> fitting = admission.fitting(base, trials, (_, _) -> {});
    List<Trial> admitted = admission.guarded(base, fitting, (_, _) -> {});
    try {
      return admitted.isEmpty()
          ? new JointVerdict(List.of(), base)
          : new Judge(this::tryOut, base).together(Change.of(admitted));
    } catch (IOException e) {
      throw new IllegalStateException("rustc's runs end in outcomes", e);
    }
  }

  private CheckOutcome tryOut(Attempted attempted) throws InterruptedException {
    return alone(() -> compile(attempted.then(), _ -> {}));
  }

  /// The caller holds the lock.
  private CheckOutcome compile(Snapshot snapshot, Consumer<Diagnostic> onDiagnostic)
      throws InterruptedException {
    Map<Path, SourceText> texts = texts(snapshot);
    CheckOutcome before = known.get(texts);
    if (before != null) {
      return before;
    }
    runs.incrementAndGet();
    CheckOutcome outcome = compiler.compile(texts, onDiagnostic);
    known.put(texts, outcome);
    return outcome;
  }

  /// The file's text, and those of its folder that are not as on the disk.
  private Map<Path, SourceText> texts(Snapshot snapshot) {
    var texts = new HashMap<Path, SourceText>();
    snapshot
        .overlay()
        .forEach((file, text) -> {
          if (file.startsWith(loose.folder())) {
            texts.put(file, text);
          }
        });
    snapshot.read(loose.file()).ifPresent(text -> texts.put(loose.file(), text));
    return Map.copyOf(texts);
  }

  /// No run of cargo says anything about a file without a package.
  @Override
  public boolean adopt(Snapshot snapshot, SpooledCheck run) {
    return false;
  }

  /// rustc sees the user's own text, and there is nothing else to see.
  @Override
  public Fidelity fidelity() {
    return new Fidelity.Faithful();
  }

  @Override
  public int compiles() {
    return runs.get();
  }

  /// There is nothing to give back: each compile cleans up after itself.
  @Override
  public void close() {}

  private interface Work {
    CheckOutcome run() throws InterruptedException;
  }

  private CheckOutcome alone(Work work) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      return work.run();
    } finally {
      lock.unlock();
    }
  }
}
