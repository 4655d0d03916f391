package dev.rustmend.cli;

import dev.rustmend.bench.MutationKind;
import dev.rustmend.bench.MutationsBench;
import dev.rustmend.bench.MutationsBenchRequest;
import dev.rustmend.bench.MutationsFiles;
import dev.rustmend.bench.PublishedCrate;
import dev.rustmend.cargo.CargoProcess;
import dev.rustmend.repair.Sessions;
import dev.rustmend.verify.CacheFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;

/// `rustmend bench mutations`: how many broken versions of published crates get repaired so that
/// their own tests pass.
final class BenchMutationsCommand implements Command {
  private static final String CRATES = "--crates";
  private static final String KINDS = "--kinds";
  private static final String MUTANTS = "--mutants";
  private static final String SEED = "--seed";
  private static final String JOBS = "--jobs";

  private static final BenchWords<PublishedCrate> CRATE_WORDS =
      new BenchWords<>(List.of(PublishedCrate.values()), PublishedCrate::word);
  private static final BenchWords<MutationKind> KIND_WORDS =
      new BenchWords<>(List.of(MutationKind.values()), BenchMutationsCommand::word);

  private final Wiring wiring;

  BenchMutationsCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            this,
            "mutations",
            "Breaks published crates as people do and repairs them, beside `cargo fix` and rustc's"
                + " first suggestion; their own tests judge.");
    spec.addOption(BenchOutput.option());
    spec.addOption(
        Options.text(CRATES, "CRATE,…", "Only these crates: " + CRATE_WORDS.all() + ".").build());
    spec.addOption(
        Options.text(KINDS, "KIND,…", "Only these mutations, as in the report.").build());
    spec.addOption(Options.number(MUTANTS, "N", "How many mutants of each crate (20)."));
    spec.addOption(Options.number(SEED, "N", "The seed of the draw (1)."));
    spec.addOption(Options.number(JOBS, "N", "How many mutants at a time (2)."));
    return spec;
  }

  @Override
  public Exit run(Invocation invocation) throws InterruptedException {
    MutationsBenchRequest request =
        request(invocation, CacheFolder.locate(wiring.environment()).resolve("bench"));
    try (Sessions sessions = wiring.sessions(_ -> MutationsBench.settings())) {
      var cargo = new CargoProcess(invocation.terminal().environment());
      var bench = new MutationsBench(cargo, sessions);
      return BenchOutput.report(
          invocation, listener -> new MutationsFiles(bench.run(request, listener)));
    }
  }

  private static MutationsBenchRequest request(Invocation invocation, Path cache) {
    return new MutationsBenchRequest(
        chosen(invocation, CRATES, CRATE_WORDS),
        chosen(invocation, KINDS, KIND_WORDS),
        Math.max(1, invocation.<Integer>value(MUTANTS).orElse(20)),
        invocation.<Integer>value(SEED).orElse(1),
        Math.max(1, invocation.<Integer>value(JOBS).orElse(2)),
        cache);
  }

  private static <T> List<T> chosen(Invocation invocation, String option, BenchWords<T> words) {
    return invocation.<String>value(option).map(words::several).orElse(words.values());
  }

  private static String word(MutationKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
