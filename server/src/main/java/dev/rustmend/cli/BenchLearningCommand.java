package dev.rustmend.cli;

import dev.rustmend.bench.LearningBench;
import dev.rustmend.bench.LearningFiles;
import dev.rustmend.cargo.Tools;
import dev.rustmend.learn.LearnedLog;
import dev.rustmend.learn.Learning;
import dev.rustmend.repair.Models;
import dev.rustmend.repair.Sessions;
import dev.rustmend.settings.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/// `rustmend bench learning`: how soon the first offered fix is the user's own.
final class BenchLearningCommand implements Command {
  private static final String EPISODES = "--episodes";
  private static final String SEED = "--seed";

  private final Wiring wiring;

  BenchLearningCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            this,
            "learning",
            "Repairs seeded errors in the styles of two invented code bases, and measures how soon"
                + " the first offered fix is the one of the style, with learning off and on.");
    spec.addOption(BenchOutput.option());
    spec.addOption(Options.number(EPISODES, "N", "How many episodes of each style (40)."));
    spec.addOption(Options.number(SEED, "N", "The seed of the draw (1)."));
    return spec;
  }

  @Override
  public Exit run(Invocation invocation) throws InterruptedException {
    int seed = invocation.<Integer>value(SEED).orElse(1);
    int episodes = Math.max(1, invocation.<Integer>value(EPISODES).orElse(40));
    var bench = new LearningBench(opening());
    return BenchOutput.report(
        invocation, listener -> new LearningFiles(bench.run(seed, episodes, listener)));
  }

  private LearningBench.Opening opening() {
    return new LearningBench.Opening() {
      @Override
      public Sessions open(Learning learning, Settings.Learning mode) {
        Settings settings = Settings.defaults();
        return Sessions.create(
            settings,
            _ -> settings,
            wiring.environment(),
            Models.none(),
            root -> List.of(learning.fixes(root, () -> mode)));
      }

      @Override
      public Learning remembering(Path folder) {
        return new Learning(
            new LearnedLog(folder),
            Clock.systemUTC(),
            new Tools(wiring.environment()),
            Duration.ZERO);
      }
    };
  }
}
