package dev.rustmend.cli;

import dev.rustmend.bench.LargeBench;
import dev.rustmend.bench.LargeBenchRequest;
import dev.rustmend.bench.LargeFiles;
import dev.rustmend.bench.LargeKind;
import dev.rustmend.verify.CacheFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/// `rustmend bench large`: how long a person waits in large projects, which it generates, through
/// the real server process.
final class BenchLargeCommand implements Command {
  private static final String KINDS = "--projects";
  private static final String SEED = "--seed";
  private static final String REPEATS = "--repeats";
  private static final String REQUESTS = "--requests";

  private static final BenchWords<LargeKind> PROJECTS =
      new BenchWords<>(List.of(LargeKind.values()), LargeKind::word);

  private final Wiring wiring;

  BenchLargeCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            this,
            "large",
            "Measures the same in large projects: 500,000 lines, 2,000 errors at once, a file of"
                + " 20,000 lines, heavy macros, a slow build script.");
    spec.addOption(BenchOutput.option());
    spec.addOption(
        Options.text(KINDS, "NAME,…", "Only these projects: " + PROJECTS.all() + ".").build());
    spec.addOption(Options.number(SEED, "N", "The seed of the generated projects (1)."));
    spec.addOption(Options.number(REPEATS, "N", "How often each project is broken (3)."));
    spec.addOption(Options.number(REQUESTS, "N", "How many code actions are asked for (200)."));
    return spec;
  }

  @Override
  public Exit run(Invocation invocation) throws InterruptedException {
    Path folder = CacheFolder.locate(wiring.environment()).resolve("bench");
    Set<LargeKind> kinds =
        invocation
            .<String>value(KINDS)
            .map(words -> Set.copyOf(PROJECTS.several(words)))
            .orElse(Set.of(LargeKind.values()));
    var request =
        new LargeBenchRequest(
            ServerProcess.command(),
            kinds,
            invocation.<Integer>value(SEED).orElse(1),
            Math.max(1, invocation.<Integer>value(REPEATS).orElse(3)),
            Math.max(1, invocation.<Integer>value(REQUESTS).orElse(200)),
            folder);
    return BenchOutput.report(
        invocation, listener -> new LargeFiles(new LargeBench().run(request, listener)));
  }
}
