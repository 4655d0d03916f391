package dev.rustmend.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/// `rustmend bench`: the project's own benchmarks, one subcommand for each.
final class BenchCommand implements Command {
  private final List<Command> benchmarks;

  BenchCommand(List<Command> benchmarks) {
    this.benchmarks = List.copyOf(benchmarks);
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            this,
            "bench",
            "The project's own benchmarks: a Markdown report with SVG plots and a JSON file.");
    benchmarks.forEach(benchmark -> spec.addSubcommand(null, benchmark.spec()));
    return spec;
  }

  @Override
  public Exit run(Invocation invocation) {
    throw new CommandFailure(
        Exit.USAGE,
        "bench needs the name of a benchmark: fixes or latency; see `rustmend bench --help`");
  }
}
