package dev.rustmend.cli;

import dev.rustmend.cli.Paint.Ink;
import dev.rustmend.knowledge.FillListener;
import dev.rustmend.knowledge.FillResult;
import dev.rustmend.knowledge.Library;
import dev.rustmend.search.Hit;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What the commands about knowledge have in common: the question, the progress, the hits.
final class KnowledgeText {
  private static final String STDIN = "-";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private KnowledgeText() {}

  /// The words of the command line as one text; for `-` what stdin has. Throws [CommandFailure] for
  /// a text without content.
  static String question(Invocation invocation) {
    String text = String.join(" ", invocation.parameters());
    if (text.equals(STDIN)) {
      try {
        text =
            new BufferedReader(
                    new InputStreamReader(invocation.terminal().in(), StandardCharsets.UTF_8))
                .readAllAsString();
      } catch (IOException e) {
        throw new CommandFailure(
            Exit.ENVIRONMENT, "stdin can not be read: %s; check the pipe".formatted(e), e);
      }
    }
    if (text.isBlank()) {
      throw new CommandFailure(Exit.USAGE, "there is nothing to look for; give some words");
    }
    return text;
  }

  /// The option `--limit`; throws [CommandFailure] where it makes no sense.
  static int limit(Invocation invocation, String option, int usual) {
    int limit = invocation.<Integer>value(option).orElse(usual);
    if (limit < 1 || limit > 1000) {
      throw new CommandFailure(
          Exit.USAGE, "%s takes a number from 1 to 1000, not %d".formatted(option, limit));
    }
    return limit;
  }

  /// Puts entries and documentation into the index as far as it does not take long.
  static void prepare(Invocation invocation, Library library) throws InterruptedException {
    try (ProgressLine line = line(invocation)) {
      if (library.prepare(PATIENCE, listener(line)) instanceof FillResult.Partial(String why)
          && invocation.isVerbose()) {
        invocation.tell("rustmend: " + why);
      }
    }
  }

  /// A line for the progress of an index.
  static ProgressLine line(Invocation invocation) {
    return ProgressLine.start(
        invocation.terminal(), invocation.paint(Terminal.Channel.ERR), "Indexing", "");
  }

  static FillListener listener(ProgressLine line) {
    return (stage, done, total) -> line.show(stage.word(), done, total);
  }

  /// Says what is to be said about the library, on stderr.
  static void tellNews(Invocation invocation, Library library) {
    library.news().forEach(sentence -> invocation.tell("rustmend: " + sentence));
  }

  static List<String> lines(Hit hit, Paint paint) {
    var lines = new ArrayList<String>();
    lines.add(
        "%s %s"
            .formatted(paint.in(Ink.STRONG, hit.title()), paint.in(Ink.GUTTER, hit.kind().word())));
    lines.add("  " + paint.in(Ink.FAINT, hit.why()));
    if (!hit.snippet().isBlank()) {
      lines.add("  " + hit.snippet());
    }
    lines.add("  " + paint.in(Ink.CODE, hit.id()));
    lines.add("");
    return lines;
  }
}
