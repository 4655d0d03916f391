package dev.rustmend.cli;

import dev.rustmend.bench.Half;
import dev.rustmend.bench.RetrievalBench;
import dev.rustmend.bench.RetrievalBenchRequest;
import dev.rustmend.bench.RetrievalFiles;
import dev.rustmend.search.SearchMode;
import dev.rustmend.verify.CacheFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/// `rustmend bench retrieval`: whether a search finds what helps, and how long it takes.
final class BenchRetrievalCommand implements Command {
  private static final String HALF = "--half";
  private static final String MODE = "--mode";
  private static final String SYNTHETIC = "--synthetic";
  private static final String INDEX = "--index";
  private static final String REMOTE = "--remote";
  private static final String BOTH = "both";

  private static final BenchWords<Half> HALVES =
      new BenchWords<>(List.of(Half.values()), Half::word);
  private static final BenchWords<SearchMode> MODES =
      new BenchWords<>(List.of(SearchMode.values()), RetrievalBench::word);

  private final Wiring wiring;

  BenchRetrievalCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            this,
            "retrieval",
            "Searches for the answers to labelled queries, in every mode, and measures how good"
                + " the rankings are and how long they take.");
    spec.addOption(BenchOutput.option());
    spec.addOption(
        Options.text(
                HALF,
                "HALF",
                "One half of the queries: %s, or %s (both).".formatted(HALVES.all(), BOTH))
            .build());
    spec.addOption(Options.text(MODE, "MODE,…", "Only these modes: " + MODES.all() + ".").build());
    spec.addOption(
        Options.text(SYNTHETIC, "N,…", "Measure over so many made passages as well.").build());
    spec.addOption(
        Options.text(
                INDEX,
                "DIR",
                "Keep the index of the made passages there, and measure it again when it is there.")
            .build());
    spec.addOption(
        Options.text(
                REMOTE,
                "URL",
                "Ask the same of an OpenSearch cluster, in indices that are made and deleted.")
            .build());
    return spec;
  }

  @Override
  public Exit run(Invocation invocation) throws InterruptedException {
    RetrievalBenchRequest request = request(invocation);
    return BenchOutput.report(
        invocation, listener -> new RetrievalFiles(new RetrievalBench().run(request, listener)));
  }

  private RetrievalBenchRequest request(Invocation invocation) {
    List<Integer> synthetic = BenchOptions.counts(invocation, SYNTHETIC);
    Optional<Path> kept = invocation.<String>value(INDEX).map(invocation::path);
    if (kept.isPresent() && synthetic.size() != 1) {
      throw new CommandFailure(
          Exit.USAGE, "%s keeps one index; give one number with %s".formatted(INDEX, SYNTHETIC));
    }
    return new RetrievalBenchRequest(
        invocation.<String>value(HALF).filter(half -> !half.equals(BOTH)).map(HALVES::parse),
        invocation.<String>value(MODE).map(MODES::several).orElse(MODES.values()),
        synthetic,
        kept,
        BenchOptions.cluster(wiring, invocation, REMOTE),
        CacheFolder.locate(wiring.environment()));
  }
}
