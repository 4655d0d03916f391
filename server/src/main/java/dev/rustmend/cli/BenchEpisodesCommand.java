package dev.rustmend.cli;

import dev.rustmend.bench.BenchListener;
import dev.rustmend.bench.EpisodesBench;
import dev.rustmend.bench.EpisodesFiles;
import dev.rustmend.bench.EpisodesReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Model.CommandSpec;

/// `rustmend bench episodes`: whether what is recorded as the user's repairs is that.
final class BenchEpisodesCommand implements Command {
  private static final String HISTORIES = "--histories";
  private static final String ROUNDS = "--rounds";
  private static final String SEED = "--seed";
  private static final String JUDGED = "--judged";
  private static final String FROM = "--from";

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            this,
            "episodes",
            "Plays scripted histories of repairs, deletions, reverts, branches and the like through"
                + " the real server, and compares what is recorded with what was done.");
    spec.addOption(BenchOutput.option());
    spec.addOption(Options.number(HISTORIES, "N", "How many histories (5)."));
    spec.addOption(Options.number(ROUNDS, "N", "How often each kind of scene in each (1)."));
    spec.addOption(Options.number(SEED, "N", "The seed of the histories (1)."));
    spec.addOption(
        Options.text(
                JUDGED, "FILE", "What a reader said: an episode, a tab, and words on each line.")
            .build());
    spec.addOption(
        Options.text(FROM, "FILE", "Plays nothing: writes the report of this episodes.json again.")
            .build());
    return spec;
  }

  @Override
  public Exit run(Invocation invocation) throws InterruptedException {
    Map<String, String> judged = judged(invocation);
    return BenchOutput.report(
        invocation, listener -> new EpisodesFiles(measure(invocation, listener), judged));
  }

  private static EpisodesReport measure(Invocation invocation, BenchListener listener)
      throws IOException, InterruptedException, TimeoutException {
    Optional<Path> from = invocation.<String>value(FROM).map(invocation::path);
    if (from.isPresent()) {
      return EpisodesFiles.read(from.get());
    }
    return new EpisodesBench(ServerProcess.program())
        .run(
            invocation.<Integer>value(SEED).orElse(1),
            Math.max(1, invocation.<Integer>value(HISTORIES).orElse(5)),
            Math.max(1, invocation.<Integer>value(ROUNDS).orElse(1)),
            listener);
  }

  private static Map<String, String> judged(Invocation invocation) {
    var judged = new LinkedHashMap<String, String>();
    invocation
        .<String>value(JUDGED)
        .map(invocation::path)
        .ifPresent(file -> {
          try {
            Files.readString(file)
                .lines()
                .filter(line -> line.indexOf('\t') > 0)
                .forEach(line -> {
                  int tab = line.indexOf('\t');
                  judged.put(line.substring(0, tab), line.substring(tab + 1));
                });
          } catch (IOException e) {
            throw new CommandFailure(
                Exit.ENVIRONMENT, "%s can not be read; check the path".formatted(file), e);
          }
        });
    return judged;
  }
}
