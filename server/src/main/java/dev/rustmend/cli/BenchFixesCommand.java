package dev.rustmend.cli;

import dev.rustmend.bench.FixesBench;
import dev.rustmend.bench.FixesBenchRequest;
import dev.rustmend.bench.FixesBenchRequest.Baselines;
import dev.rustmend.bench.FixesFiles;
import dev.rustmend.bench.Half;
import dev.rustmend.cargo.CargoProcess;
import dev.rustmend.repair.Sessions;
import dev.rustmend.settings.Settings;
import dev.rustmend.verify.CacheFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/// `rustmend bench fixes`: how many broken programs of the toolchain's documentation, or of a
/// folder, get repaired.
final class BenchFixesCommand implements Command {
  private static final String HALF = "--half";
  private static final String SAMPLE = "--sample";
  private static final String SEED = "--seed";
  private static final String ONLY = "--only";
  private static final String PROGRAMS = "--programs";
  private static final String JOBS = "--jobs";
  private static final String FRESH = "--fresh";
  private static final String MODEL = "--model";

  private static final BenchWords<Half> HALVES =
      new BenchWords<>(List.of(Half.values()), Half::word);

  private final Wiring wiring;

  BenchFixesCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            this,
            "fixes",
            "Repairs the broken programs of the toolchain's documentation, or of a folder, beside"
                + " `cargo fix` and rustc's first suggestion.");
    spec.addOption(BenchOutput.option());
    spec.addOption(
        Options.text(HALF, "HALF", "One half of the set: " + HALVES.all() + ".").build());
    spec.addOption(Options.number(SAMPLE, "N", "That many programs, drawn at random."));
    spec.addOption(Options.number(SEED, "N", "The seed of the draw (1)."));
    spec.addOption(Options.text(ONLY, "E0382,…", "Only programs with these codes.").build());
    spec.addOption(
        Options.text(PROGRAMS, "DIR", "Broken programs and their repairs in `tune` and `heldout`.")
            .build());
    spec.addOption(Options.number(JOBS, "N", "How many programs at a time (2)."));
    spec.addOption(Options.flag(FRESH, "Measure the baselines again.").build());
    spec.addOption(
        Options.flag(MODEL, "Also with the language model that your settings name.").build());
    return spec;
  }

  @Override
  public Exit run(Invocation invocation) throws InterruptedException {
    FixesBenchRequest request = request(invocation, cache());
    Settings settings = settings(invocation);
    try (Sessions sessions = wiring.sessions(_ -> settings)) {
      var cargo = new CargoProcess(invocation.terminal().environment());
      FixesBench bench =
          invocation.has(MODEL)
              ? FixesBench.withModel(cargo, sessions)
              : new FixesBench(cargo, sessions);
      return BenchOutput.report(
          invocation, listener -> new FixesFiles(bench.run(request, listener)));
    }
  }

  /// The defaults, so that runs can be compared; with `--model` the user's own model.
  private Settings settings(Invocation invocation) {
    if (!invocation.has(MODEL)) {
      return Settings.defaults();
    }
    return BenchModelCommand.withModel(wiring.settings(invocation));
  }

  private Path cache() {
    return CacheFolder.locate(wiring.environment()).resolve("bench");
  }

  private static FixesBenchRequest request(Invocation invocation, Path cache) {
    Optional<Half> half = invocation.<String>value(HALF).map(HALVES::parse);
    OptionalInt sample =
        invocation.<Integer>value(SAMPLE).map(OptionalInt::of).orElseGet(OptionalInt::empty);
    Set<String> only = FixCommand.codes(invocation.<String>value(ONLY).orElse(""));
    return new FixesBenchRequest(
        half,
        sample,
        invocation.<Integer>value(SEED).orElse(1),
        only,
        invocation.<String>value(PROGRAMS).map(Path::of),
        Math.max(1, invocation.<Integer>value(JOBS).orElse(2)),
        invocation.has(FRESH) ? Baselines.FRESH : Baselines.CACHED,
        cache);
  }
}
