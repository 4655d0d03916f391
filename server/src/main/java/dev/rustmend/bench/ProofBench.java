package dev.rustmend.bench;

import dev.rustmend.bench.BrokenState.Change;
import dev.rustmend.cargo.CargoMetadata;
import dev.rustmend.cargo.CargoProcess;
import dev.rustmend.cargo.CargoWorkspace;
import dev.rustmend.cargo.CheckOptions;
import dev.rustmend.cargo.CheckOutcome;
import dev.rustmend.cargo.CheckOutcome.Checked;
import dev.rustmend.cargo.CheckRequest;
import dev.rustmend.cargo.CompilerCall;
import dev.rustmend.cargo.PathMap;
import dev.rustmend.cargo.WorkspaceSearch;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.text.Patch;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextEdit;
import dev.rustmend.verify.BaseCheck;
import dev.rustmend.verify.CargoOracle;
import dev.rustmend.verify.ShadowCache;
import dev.rustmend.verify.Trial;
import dev.rustmend.verify.Verdict;
import dev.rustmend.workspace.Snapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How long one proof takes beside what it can not do without: one run of rustc on the repaired
/// crate, called as cargo calls it. Both see the same repaired texts, each for the first time.
final class ProofBench {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final GeneratedProject project;
  private final LatencyBenchRequest request;
  private final Path folder;
  private final List<CompilerCall> calls = new ArrayList<>();

  /// `folder` has the project in a state that compiles, and a warm target directory.
  ProofBench(GeneratedProject project, LatencyBenchRequest request, Path folder) {
    this.project = project;
    this.request = request;
    this.folder = folder;
  }

  LatencyReport.Proof measure(BenchListener listener) throws IOException, InterruptedException {
    Change change = project.states().getFirst().changes().getFirst();
    Path file = folder.resolve(change.file());
    String good = project.file(change.file());
    String broken = good.replace(change.find(), change.replace());
    CargoWorkspace workspace = workspace();
    var proofs = new ArrayList<Double>();
    var compiles = new ArrayList<Double>();
    try (CargoOracle oracle = oracle(workspace)) {
      var _ = checked(oracle);
      Files.writeString(file, broken + "// proof\n");
      BaseCheck base = checked(oracle);
      Files.writeString(file, good + "// call\n");
      CompilerCall call = call(change);
      for (int i = -1; i < request.repeats(); i++) {
        String repaired = "%s // proof %d".formatted(change.find(), i);
        Files.writeString(file, good.replace(change.find(), repaired));
        double compile = compile(call);
        Files.writeString(file, broken + "// proof\n");
        double proof = prove(oracle, base, change, repaired);
        if (i >= 0) { // the first one only warms up
          compiles.add(compile);
          proofs.add(proof);
        }
        listener.progress(project.name(), Math.max(0, i + 1), request.repeats(), "proof");
      }
    } finally {
      Files.writeString(file, good);
    }
    return new LatencyReport.Proof(Sample.of(compiles), Sample.of(proofs));
  }

  private CargoWorkspace workspace() throws IOException, InterruptedException {
    return switch (new CargoMetadata(System.getenv()).load(folder, CheckOptions.defaults())) {
      case WorkspaceSearch.Found(CargoWorkspace workspace) -> workspace;
      case WorkspaceSearch.NotFound(var failure) -> throw new IOException(failure.sentence());
    };
  }

  private CargoOracle oracle(CargoWorkspace workspace) {
    return CargoOracle.open(
        workspace,
        new ShadowCache(request.folder().resolve("proof-cache")),
        System.getenv(),
        new CargoProcess(System.getenv()),
        CheckOptions.defaults(),
        (_, _) -> Optional.empty());
  }

  private static BaseCheck checked(CargoOracle oracle) throws IOException, InterruptedException {
    Snapshot disk = Snapshot.ofDisk();
    return switch (oracle.check(disk, _ -> {})) {
      case Checked checked -> new BaseCheck(disk, checked);
      case CheckOutcome.Failed(var failure) -> throw new IOException(failure.sentence());
    };
  }

  /// How cargo calls the compiler for the crate of `change`.
  private CompilerCall call(Change change) throws IOException, InterruptedException {
    var checks =
        new CheckRequest(
            folder,
            Optional.empty(),
            folder.resolve("target"),
            CheckOptions.defaults(),
            PathMap.unchanged(_ -> true),
            Map.of(),
            CheckRequest.Lockfile.MAY_CHANGE);
    var _ = new CargoProcess(System.getenv()).check(checks, _ -> {}, calls::add);
    for (CompilerCall call : calls) {
      if (call.sources().contains(folder.resolve(change.file()))) {
        return call;
      }
    }
    throw new IOException("cargo did not compile " + change.file());
  }

  private double compile(CompilerCall call) throws IOException, InterruptedException {
    Path results = Files.createDirectories(request.folder().resolve("proof-results"));
    var command = new ArrayList<>(List.of("env"));
    call.variables().forEach((name, value) -> command.add(name + "=" + value));
    command.addAll(call.into(results));
    long start = System.nanoTime();
    ToolRun run = ToolRun.of(call.directory(), LIMIT, command);
    if (run.exitCode() != 0) {
      throw new IOException("rustc refuses what was repaired: " + run.output());
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private double prove(CargoOracle oracle, BaseCheck base, Change change, String repaired)
      throws IOException, InterruptedException {
    Path file = folder.resolve(change.file());
    SourceText text = base.snapshot().read(file).orElseThrow();
    int at = text.string().indexOf(change.replace());
    int start = text.string().substring(0, at).getBytes(StandardCharsets.UTF_8).length;
    int end = start + change.replace().getBytes(StandardCharsets.UTF_8).length;
    Diagnostic error = base.checked().errors().getFirst();
    Patch patch = Patch.of(file, TextEdit.replace(start, end, repaired));
    var verdicts = new ArrayList<Verdict>();
    long begin = System.nanoTime();
    oracle.judge(base, List.of(new Trial(error, patch)), (_, verdict) -> verdicts.add(verdict));
    double seconds = (System.nanoTime() - begin) / 1e9;
    if (!(verdicts.getFirst() instanceof Verdict.Compiles)) {
      throw new IOException("a repair was not proven: " + verdicts.getFirst());
    }
    return seconds;
  }
}
