package dev.rustmend.verify;

import dev.rustmend.cargo.Cargo;
import dev.rustmend.cargo.CargoFailure;
import dev.rustmend.cargo.CargoWorkspace;
import dev.rustmend.cargo.CheckOptions;
import dev.rustmend.cargo.CheckOutcome;
import dev.rustmend.cargo.SpooledCheck;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.trace.Phase;
import dev.rustmend.workspace.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// The oracle that asks cargo, in the shadow workspace. Safe to use from any thread; one run of
/// cargo at a time.
public final class CargoOracle implements Oracle, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(CargoOracle.class.getName());

  private final ShadowCompiler compiler;
  private final Admission admission;
  private final FidelityGuard fidelity;

  private CargoOracle(ShadowCompiler compiler, PatchGuard guard) {
    this.compiler = compiler;
    this.admission = new Admission(guard);
    this.fidelity = new FidelityGuard(compiler);
  }

  /// Opens the shadow of `workspace` in `cache`. `environment` is what `cargo` will inherit, to
  /// which the options add. Throws [UncheckedIOException] when the shadow can not be made.
  public static CargoOracle open(
      CargoWorkspace workspace,
      ShadowCache cache,
      Map<String, String> environment,
      Cargo cargo,
      CheckOptions options,
      PatchGuard guard) {
    var all = new HashMap<>(environment);
    all.putAll(options.extraEnv());
    try {
      ShadowWorkspace shadow = ShadowWorkspace.open(workspace, cache, all);
      return new CargoOracle(new ShadowCompiler(shadow, cargo, options), guard);
    } catch (IOException e) {
      throw new UncheckedIOException("the shadow of " + workspace.root() + " can not be made", e);
    }
  }

  @Override
  public CheckOutcome check(Snapshot snapshot, Consumer<Diagnostic> onDiagnostic)
      throws InterruptedException {
    try {
      return compiler.checkNow(snapshot, onDiagnostic);
    } catch (IOException e) {
      return broken(e);
    }
  }

  @Override
  public void judge(BaseCheck base, List<Trial> trials, BiConsumer<Trial, Verdict> onVerdict)
      throws InterruptedException {
    var asked = new LinkedHashSet<>(trials);
    BiConsumer<Trial, Verdict> once =
        (trial, verdict) -> {
          synchronized (asked) {
            if (asked.remove(trial)) {
              onVerdict.accept(trial, verdict);
            }
          }
        };
    try {
      judgeFitting(base, admission.fitting(base, trials, once), once);
    } catch (IOException e) {
      List.copyOf(asked).forEach(trial -> once.accept(trial, new Verdict.Unknown(sentence(e))));
    }
  }

  /// The guard reads while the first group is being compiled, since it seldom objects.
  private void judgeFitting(
      BaseCheck base, List<Trial> fitting, BiConsumer<Trial, Verdict> onVerdict)
      throws IOException, InterruptedException {
    var judge = new Judge(compiler, base);
    try (Ahead ahead = Ahead.start(() -> compileAhead(judge, fitting))) {
      List<Trial> admitted = guarded(base, fitting, onVerdict);
      if (admitted.size() < fitting.size()) {
        ahead.end();
      }
      Optional<String> obstacle = admitted.isEmpty() ? Optional.empty() : obstacle(base, admitted);
      if (obstacle.isPresent()) {
        admitted.forEach(trial -> onVerdict.accept(trial, new Verdict.Unknown(obstacle.get())));
      } else {
        judge.each(Change.of(admitted), onVerdict);
      }
    }
  }

  private List<Trial> guarded(
      BaseCheck base, List<Trial> fitting, BiConsumer<Trial, Verdict> onVerdict) {
    try (var _ = Phase.begin("ask the guard")) {
      return admission.guarded(base, fitting, onVerdict);
    }
  }

  private void compileAhead(Judge judge, List<Trial> fitting)
      throws IOException, InterruptedException {
    if (fidelity.current() instanceof Fidelity.Faithful && !fitting.isEmpty()) {
      judge.compileFirst(Change.of(fitting));
    }
  }

  @Override
  public JointVerdict judgeTogether(BaseCheck base, List<Trial> trials)
      throws InterruptedException {
    try {
      List<Trial> fitting = admission.fitting(base, trials, (_, _) -> {});
      List<Trial> admitted = admission.guarded(base, fitting, (_, _) -> {});
      return admitted.isEmpty() || obstacle(base, admitted).isPresent()
          ? new JointVerdict(List.of(), base)
          : new Judge(compiler, base).together(Change.of(admitted));
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, sentence(e), e);
      return new JointVerdict(List.of(), base);
    }
  }

  /// Why none of `trials` can be judged on top of `base`.
  private Optional<String> obstacle(BaseCheck base, List<Trial> trials)
      throws IOException, InterruptedException {
    Set<Path> files =
        trials.stream()
            .flatMap(trial -> trial.patch().files().stream())
            .collect(Collectors.toSet());
    try (var _ = Phase.begin("look for obstacles")) {
      return obstacle(base, files);
    }
  }

  private Optional<String> obstacle(BaseCheck base, Set<Path> files)
      throws IOException, InterruptedException {
    return switch (fidelity.settle(base)) {
      case Fidelity.Differs(String why) ->
          Optional.of("the shadow workspace is not like the real one: " + why);
      case Fidelity.Pending _ ->
          Optional.of("the files change faster than they can be compared with the shadow's");
      case Fidelity.Faithful _ ->
          compiler.isCurrent(base, files)
              ? Optional.empty()
              : Optional.of("the files changed since they were checked");
    };
  }

  @Override
  public boolean adopt(Snapshot snapshot, SpooledCheck run) throws InterruptedException {
    try {
      return run.outcome() instanceof CheckOutcome.Checked checked
          && compiler.adopt(snapshot, run, checked);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, sentence(e), e);
      return false;
    }
  }

  @Override
  public Fidelity fidelity() {
    return fidelity.current();
  }

  /// Whether the shadow is faithful: in a large workspace that costs a check of many crates.
  @Override
  public void settle(BaseCheck base) throws InterruptedException {
    if (fidelity.current() instanceof Fidelity.Pending) {
      var _ = compareWithRealTree(base);
    }
  }

  /// Finds out whether the shadow is faithful, unless that is known; costs a check of the real
  /// tree, which leaves no trace there. `base` is any check by this oracle.
  public Fidelity compareWithRealTree(BaseCheck base) throws InterruptedException {
    try {
      return fidelity.settle(base);
    } catch (IOException e) {
      return new Fidelity.Differs(sentence(e));
    }
  }

  @Override
  public int compiles() {
    return compiler.runs();
  }

  /// Gives the shadow back; its files stay for the next session.
  @Override
  public void close() {
    try {
      compiler.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CheckOutcome broken(IOException e) {
    LOG.log(System.Logger.Level.WARNING, sentence(e), e);
    return new CheckOutcome.Failed(
        new CargoFailure(CargoFailure.Kind.OTHER, sentence(e), String.valueOf(e)));
  }

  private static String sentence(IOException e) {
    return "The shadow workspace can not be kept up to date: " + e.getMessage();
  }
}
