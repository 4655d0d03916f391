package dev.rustmend.cli;

import dev.rustmend.bench.Half;
import dev.rustmend.bench.ModelBench;
import dev.rustmend.bench.ModelBenchFiles;
import dev.rustmend.bench.ModelBenchRequest;
import dev.rustmend.cargo.CargoProcess;
import dev.rustmend.repair.Sessions;
import dev.rustmend.settings.Settings;
import dev.rustmend.verify.CacheFolder;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/// `rustmend bench model`: compares ways of asking the model that the settings name.
final class BenchModelCommand implements Command {
  private static final String HALF = "--half";
  private static final String PROGRAMS = "--programs";
  private static final String ANSWERS = "--answers";
  private static final String SEED = "--seed";

  private static final BenchWords<Half> HALVES =
      new BenchWords<>(List.of(Half.values()), Half::word);

  private final Wiring wiring;

  BenchModelCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            this,
            "model",
            "Compares prompts and forms of answers with the language model that your settings name,"
                + " on broken programs that nothing else repairs.");
    spec.addOption(BenchOutput.option());
    spec.addOption(
        Options.text(HALF, "HALF", "The half of the set: " + HALVES.all() + " (tune).").build());
    spec.addOption(Options.number(PROGRAMS, "N", "How many programs (10)."));
    spec.addOption(Options.number(ANSWERS, "N", "How many answers to each question (4)."));
    spec.addOption(Options.number(SEED, "N", "The seed of the draw (1)."));
    return spec;
  }

  @Override
  public Exit run(Invocation invocation) throws InterruptedException {
    ModelBenchRequest request = request(invocation);
    Settings settings = withModel(wiring.settings(invocation));
    try (Sessions sessions = wiring.sessions(_ -> settings)) {
      var bench = new ModelBench(new CargoProcess(wiring.environment()), sessions);
      return BenchOutput.report(
          invocation, listener -> new ModelBenchFiles(bench.run(request, listener)));
    }
  }

  /// The defaults with the model of `chosen`, so that runs can be compared. Throws [CommandFailure]
  /// when there is none.
  static Settings withModel(Settings chosen) {
    if (chosen.model().isNone()) {
      throw new CommandFailure(
          Exit.ENVIRONMENT,
          "no model is chosen; see `rustmend model list`, then `rustmend model use NAME`");
    }
    return Settings.defaults().with(chosen.model());
  }

  private ModelBenchRequest request(Invocation invocation) {
    return new ModelBenchRequest(
        Optional.of(invocation.<String>value(HALF).map(HALVES::parse).orElse(Half.TUNE)),
        Math.max(1, invocation.<Integer>value(PROGRAMS).orElse(10)),
        invocation.<Integer>value(SEED).orElse(1),
        Math.max(1, invocation.<Integer>value(ANSWERS).orElse(4)),
        CacheFolder.locate(wiring.environment()).resolve("bench"));
  }
}
