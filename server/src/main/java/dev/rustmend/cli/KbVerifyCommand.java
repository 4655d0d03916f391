package dev.rustmend.cli;

import dev.rustmend.cargo.CargoProcess;
import dev.rustmend.cargo.CheckOptions;
import dev.rustmend.cargo.ToolchainFacts;
import dev.rustmend.cargo.ToolchainProbe;
import dev.rustmend.cargo.Tools;
import dev.rustmend.dependency.DependencyItems;
import dev.rustmend.kb.EntryProblem;
import dev.rustmend.operation.KnownCrates;
import dev.rustmend.operation.Operations;
import dev.rustmend.proof.Prover;
import dev.rustmend.verify.CacheFolder;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// `rustmend kb verify`: has the compiler judge entries.
final class KbVerifyCommand implements Command {
  private static final String JOBS = "--jobs";

  private final Wiring wiring;

  KbVerifyCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            this,
            "verify",
            "Has the compiler judge entries: the error is the one they are about, the repair"
                + " compiles, the recipe makes it; the tests of tasks and templates pass.");
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0..*")
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .paramLabel("PATH")
            .description("Entry files, or folders of them; ./kb-data unless given.")
            .build());
    spec.addOption(Options.number(JOBS, "N", "How many entries at a time (2)."));
    return spec;
  }

  @Override
  public Exit run(Invocation invocation) throws InterruptedException {
    List<String> paths = invocation.parameters();
    Map<String, String> files = KbFolder.files(invocation, paths);
    Prover prover = prover(wiring, invocation, invocation.<Integer>value(JOBS).orElse(2));
    List<EntryProblem> problems;
    try (ProgressLine line =
        ProgressLine.start(
            invocation.terminal(), invocation.paint(Terminal.Channel.ERR), "Proving", "entries")) {
      problems = prover.problems(files, (done, all) -> line.show("entries", done, all));
    }
    problems.forEach(problem -> invocation.print(problem.rendered() + "\n"));
    long bad = problems.stream().map(EntryProblem::file).distinct().count();
    String summary = bad == 0 ? "all proven" : bad + " of them wrong";
    invocation.print(Count.of(files.size(), "entry") + ", " + summary);
    return problems.isEmpty() ? Exit.CLEAN : Exit.REMAIN;
  }

  /// What proves entries, `jobs` at a time. Throws [CommandFailure] where there is no compiler.
  static Prover prover(Wiring wiring, Invocation invocation, int jobs) throws InterruptedException {
    return new Prover(
        CacheFolder.locate(wiring.environment()).resolve("kb"),
        new Prover.Programs(
            new CargoProcess(wiring.environment()), new Tools(wiring.environment())),
        Operations.all(
            KnownCrates.none(),
            new DependencyItems(CacheFolder.locate(wiring.environment()), wiring.environment())),
        jobs,
        judges(wiring, invocation));
  }

  /// Who judges. Throws [CommandFailure] where there is none.
  private static Prover.Judges judges(Wiring wiring, Invocation invocation)
      throws InterruptedException {
    var probe = new ToolchainProbe(wiring.environment());
    return switch (probe.probe(invocation.path(""), CheckOptions.defaults())) {
      case ToolchainProbe.Usable(ToolchainFacts facts) ->
          new Prover.Judges(facts.identity(), Version.build(), facts.documentation());
      case ToolchainProbe.Unusable(var failure) ->
          throw new CommandFailure(Exit.ENVIRONMENT, failure.sentence());
    };
  }
}
