package dev.rustmend.cli;

import dev.rustmend.bench.MadeVectors;
import dev.rustmend.bench.TeamBench;
import dev.rustmend.bench.TeamBenchRequest;
import dev.rustmend.bench.TeamFiles;
import dev.rustmend.verify.CacheFolder;
import picocli.CommandLine.Model.CommandSpec;

/// `rustmend bench team`: what a team's cluster costs, while it is searched and while it is gone.
final class BenchTeamCommand implements Command {
  private static final String REMOTE = "--remote";
  private static final String PASSAGES = "--passages";
  private static final String WORDS = "--words";
  private static final String KEEP = "--keep";
  private static final String ROUNDS = "--rounds";
  private static final String REQUESTS = "--requests";
  private static final String SERVER = "--server";

  private final Wiring wiring;

  BenchTeamCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            this,
            "team",
            "Measures light bulbs and hovers while a team's cluster is gone, and searches over many"
                + " passages on one.");
    spec.addOption(BenchOutput.option());
    spec.addOption(
        Options.text(
                REMOTE,
                "URL",
                "An OpenSearch cluster, in which indices are made; also one that goes away.")
            .build());
    spec.addOption(
        Options.text(PASSAGES, "N,…", "Search that cluster over so many made passages.").build());
    spec.addOption(Options.flag(WORDS, "Without vectors: search by words alone.").build());
    spec.addOption(
        Options.flag(KEEP, "Leave the made passages there; a later run uses them again.").build());
    spec.addOption(Options.number(ROUNDS, "N", "How often each question is asked (3)."));
    spec.addOption(
        Options.number(REQUESTS, "N", "How many requests of each kind; 0 for none (200)."));
    spec.addOption(
        Options.text(SERVER, "PROGRAM", "The launcher to measure, in place of this one.").build());
    return spec;
  }

  @Override
  public Exit run(Invocation invocation) throws InterruptedException {
    TeamBenchRequest request = request(invocation);
    return BenchOutput.report(
        invocation, listener -> new TeamFiles(new TeamBench().run(request, listener)));
  }

  private TeamBenchRequest request(Invocation invocation) {
    return new TeamBenchRequest(
        BenchOptions.server(invocation, SERVER),
        Math.max(0, invocation.<Integer>value(REQUESTS).orElse(200)),
        BenchOptions.cluster(wiring, invocation, REMOTE),
        BenchOptions.counts(invocation, PASSAGES),
        invocation.has(WORDS) ? MadeVectors.WITHOUT : MadeVectors.WITH,
        invocation.has(KEEP)
            ? TeamBenchRequest.Afterwards.KEPT
            : TeamBenchRequest.Afterwards.DELETED,
        Math.max(1, invocation.<Integer>value(ROUNDS).orElse(3)),
        CacheFolder.locate(wiring.environment()).resolve("bench").resolve("team"));
  }
}
