package dev.rustmend.cli;

import dev.rustmend.bench.BenchListener;
import dev.rustmend.bench.LargeBench;
import dev.rustmend.bench.LargeBenchRequest;
import dev.rustmend.bench.LargeKind;
import dev.rustmend.bench.LatencyBench;
import dev.rustmend.bench.LatencyBenchRequest;
import dev.rustmend.bench.VersionReport;
import dev.rustmend.verify.CacheFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Model.CommandSpec;

/// `rustmend bench report`: what the project aims at in speed and memory, beside what this version
/// reaches on this machine.
final class BenchReportCommand implements Command {
  private static final String SERVER = "--server";

  private final Wiring wiring;

  BenchReportCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            this,
            "report",
            "Measures all that `bench latency` and `bench large` do, and sets it beside the aims;"
                + " takes a quarter of an hour or more.");
    spec.addOption(BenchOutput.option());
    spec.addOption(
        Options.text(SERVER, "PROGRAM", "The launcher to measure, in place of this one.").build());
    return spec;
  }

  @Override
  public Exit run(Invocation invocation) throws InterruptedException {
    Path folder = CacheFolder.locate(wiring.environment()).resolve("bench");
    List<String> server = BenchOptions.server(invocation, SERVER);
    return BenchOutput.report(invocation, listener -> measure(server, folder, listener));
  }

  private static VersionReport measure(List<String> server, Path folder, BenchListener listener)
      throws IOException, InterruptedException, TimeoutException {
    var latency = LatencyBenchRequest.everything(server, folder);
    var large = new LargeBenchRequest(server, Set.of(LargeKind.values()), 1, 3, 200, folder);
    return new VersionReport(
        Version.current(),
        new LatencyBench().run(latency, listener),
        new LargeBench().run(large, listener));
  }
}
