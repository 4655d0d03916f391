package dev.rustmend.cli;

import dev.rustmend.bench.LatencyBench;
import dev.rustmend.bench.LatencyBenchRequest;
import dev.rustmend.bench.LatencyFiles;
import dev.rustmend.bench.ProjectSize;
import dev.rustmend.verify.CacheFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/// `rustmend bench latency`: how long a person waits, on projects that it generates and through the
/// real server process.
final class BenchLatencyCommand implements Command {
  private static final String SIZES = "--sizes";
  private static final String SEED = "--seed";
  private static final String SERVER = "--server";
  private static final String REPEATS = "--repeats";
  private static final String REQUESTS = "--requests";
  private static final String STARTS = "--starts";
  private static final String IDLE = "--idle-seconds";
  private static final String AGAINST = "--against";

  private static final BenchWords<ProjectSize> PROJECTS =
      new BenchWords<>(List.of(ProjectSize.values()), ProjectSize::word);

  private final Wiring wiring;

  BenchLatencyCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            this,
            "latency",
            "Measures the time from a save to the last verified fix, of requests and of the"
                + " start, and the memory.");
    spec.addOption(BenchOutput.option());
    spec.addOption(
        Options.text(SIZES, "SIZE,…", "Only these projects: " + PROJECTS.all() + ".").build());
    spec.addOption(
        Options.text(SERVER, "PROGRAM", "The launcher to measure, in place of this one.").build());
    spec.addOption(Options.number(SEED, "N", "The seed of the generated projects (1)."));
    spec.addOption(Options.number(REPEATS, "N", "How often each broken state is measured (3)."));
    spec.addOption(Options.number(REQUESTS, "N", "How many requests of each kind (200)."));
    spec.addOption(Options.number(STARTS, "N", "How many starts of the server (10)."));
    spec.addOption(Options.number(IDLE, "N", "How long to idle before memory is read (60)."));
    spec.addOption(
        Options.text(
                AGAINST,
                "RUST_ANALYZER",
                "Also this rust-analyzer on the same saves: when its diagnostics are there.")
            .build());
    return spec;
  }

  @Override
  public Exit run(Invocation invocation) throws InterruptedException {
    Path folder = CacheFolder.locate(wiring.environment()).resolve("bench");
    LatencyBenchRequest request = request(invocation, folder);
    return BenchOutput.report(
        invocation, listener -> new LatencyFiles(new LatencyBench().run(request, listener)));
  }

  private static LatencyBenchRequest request(Invocation invocation, Path folder) {
    List<String> server = BenchOptions.server(invocation, SERVER);
    var all = LatencyBenchRequest.everything(server, folder);
    Set<ProjectSize> sizes =
        invocation
            .<String>value(SIZES)
            .map(words -> Set.copyOf(PROJECTS.several(words)))
            .orElse(all.sizes());
    return new LatencyBenchRequest(
        all.server(),
        sizes,
        invocation.<Integer>value(SEED).orElse(1),
        Math.max(1, invocation.<Integer>value(REPEATS).orElse(all.repeats())),
        Math.max(1, invocation.<Integer>value(REQUESTS).orElse(all.requests())),
        Math.max(1, invocation.<Integer>value(STARTS).orElse(all.starts())),
        invocation.<Integer>value(IDLE).map(Duration::ofSeconds).orElse(all.idle()),
        all.folder(),
        invocation.<String>value(AGAINST).map(invocation::path));
  }
}
