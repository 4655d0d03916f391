package dev.rustmend.cli;

import dev.rustmend.bench.BenchListener;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Model.OptionSpec;

/// Where a benchmark reports to: a line of progress while it runs, then the report on stdout and
/// its files in a folder.
final class BenchOutput implements BenchListener, AutoCloseable {
  private static final String OUT = "--out";
  private static final String DEFAULT = "rustmend-bench";

  private final Invocation invocation;
  private final ProgressLine line;

  private BenchOutput(Invocation invocation, ProgressLine line) {
    this.invocation = invocation;
    this.line = line;
  }

  /// The option that names the folder.
  static OptionSpec option() {
    return Options.text(OUT, "DIR", "The folder of the report (./" + DEFAULT + ").").build();
  }

  static BenchOutput start(Invocation invocation) {
    ProgressLine line =
        ProgressLine.start(
            invocation.terminal(), invocation.paint(Terminal.Channel.ERR), "Measuring", "");
    return new BenchOutput(invocation, line);
  }

  /// Where the files go.
  Path folder() {
    return invocation.path(invocation.<String>value(OUT).orElse(DEFAULT));
  }

  /// Prints the report and where its files are.
  void show(String markdown, Path file) {
    line.close();
    invocation.print(markdown);
    invocation.tell("rustmend: the report is " + file);
  }

  @Override
  public void progress(String stage, int done, int total, String detail) {
    line.show(stage + ": " + detail, done, total);
  }

  @Override
  public void close() {
    line.close();
  }

  /// What a person is told when a benchmark can not run.
  static CommandFailure failure(IOException e) {
    return new CommandFailure(Exit.ENVIRONMENT, "the benchmark can not run: " + e.getMessage(), e);
  }
}
