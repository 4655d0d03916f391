package dev.rustmend.cli;

import dev.rustmend.bench.BenchFiles;
import dev.rustmend.bench.BenchListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Model.OptionSpec;

/// Where a benchmark reports to: a line of progress while it runs, then the report on stdout and
/// its files in a folder.
final class BenchOutput implements BenchListener, AutoCloseable {
  private static final String OUT = "--out";
  private static final String DEFAULT = "rustmend-bench";

  private final ProgressLine line;

  private BenchOutput(ProgressLine line) {
    this.line = line;
  }

  /// The option that names the folder.
  static OptionSpec option() {
    return Options.text(OUT, "DIR", "The folder of the report (./" + DEFAULT + ").").build();
  }

  /// Runs a benchmark, prints its report and writes its files. Throws [CommandFailure] when it can
  /// not run.
  static Exit report(Invocation invocation, Measuring measuring) throws InterruptedException {
    ProgressLine line =
        ProgressLine.start(
            invocation.terminal(), invocation.paint(Terminal.Channel.ERR), "Measuring", "");
    try (var output = new BenchOutput(line)) {
      BenchFiles files = measuring.measure(output);
      line.close();
      invocation.print(files.markdown());
      Path folder = invocation.path(invocation.<String>value(OUT).orElse(DEFAULT));
      invocation.tell("rustmend: the report is " + files.write(folder));
      return Exit.CLEAN;
    } catch (TimeoutException e) {
      throw new CommandFailure(
          Exit.REMAIN, "the server did not finish in time (%s)".formatted(e.getMessage()), e);
    } catch (IOException e) {
      throw new CommandFailure(Exit.ENVIRONMENT, "the benchmark can not run: " + e.getMessage(), e);
    }
  }

  /// A benchmark, which tells `listener` how far it is.
  interface Measuring {
    /// Measures. Throws [IOException] with a sentence for people when that can not be done here,
    /// and [TimeoutException] when the server that is measured does not answer.
    BenchFiles measure(BenchListener listener)
        throws IOException, InterruptedException, TimeoutException;
  }

  @Override
  public void progress(String stage, int done, int total, String detail) {
    line.show(stage + ": " + detail, done, total);
  }

  @Override
  public void close() {
    line.close();
  }
}
