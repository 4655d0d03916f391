package dev.rustmend.bench;

import com.google.gson.GsonBuilder;
import dev.rustmend.bench.LearningReport.Round;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// Writes the report of `bench learning`: `learning.md` with the plot of its curve, and
/// `learning.json`.
public final class LearningFiles implements BenchFiles {
  private static final int WINDOW = 10;

  private final LearningReport report;

  public LearningFiles(LearningReport report) {
    this.report = report;
  }

  /// Writes all files below `folder` and returns the path of the Markdown file.
  @Override
  public Path write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("learning.json"),
        new GsonBuilder().setPrettyPrinting().create().toJson(report) + "\n");
    Files.writeString(folder.resolve("learning-curve.svg"), curve().svg());
    Path markdown = folder.resolve("learning.md");
    Files.writeString(markdown, markdown());
    return markdown;
  }

  /// The report as Markdown.
  @Override
  public String markdown() {
    var text = new StringBuilder("# The first offered fix is the user's own\n\n");
    text.append(
        "%s, seed %d. Broken functions in the styles of two invented code bases, each repaired as"
            .formatted(report.compiler(), report.seed()));
    text.append(" the style does once it was seen what is offered first.\n\n");
    text.append("![The curve](learning-curve.svg)\n\n");
    text.append("| style | episodes | first is the user's own, learning off | on |\n");
    text.append("| --- | --- | --- | --- |\n");
    for (String style : styles()) {
      for (int from = 1; from <= last(); from += WINDOW) {
        text.append(row(style, from, in(style, from)));
      }
    }
    text.append("\nAfter %d episodes:\n\n".formatted(LearningReport.LEARNED_AFTER));
    text.append(
        "| style | breaks | off | on | breaks of learned kinds | off | on |\n| --- | --- | --- | --- | --- | --- | --- |\n");
    for (String style : styles()) {
      Predicate<Round> late = round -> round.style().equals(style) && LearningReport.isLate(round);
      text.append(
          "| %s | %s | %s |%n".formatted(style, shares(late), shares(late.and(report::isLearned))));
    }
    text.append(
        "\nA kind is learned once two of its breaks were repaired: what was done once is never offered first.\n");
    text.append(
        "\nBy the kind of error, after %d episodes:\n\n".formatted(LearningReport.LEARNED_AFTER));
    text.append("| style | kind | breaks | off | on |\n| --- | --- | --- | --- | --- |\n");
    for (Round round : kinds()) {
      Predicate<Round> same =
          other ->
              other.style().equals(round.style())
                  && other.kind().equals(round.kind())
                  && LearningReport.isLate(other);
      long count = report.rounds().stream().filter(same).count();
      text.append(
          "| %s | %s | %d | %s | %s |%n"
              .formatted(round.style(), round.kind(), count, off(same), on(same)));
    }
    text.append(
        "\n`fix` applied a learned recipe in %d of %d episodes; in %d the result was not what the user did.\n"
            .formatted(
                report.rounds().stream().filter(Round::applied).count(),
                report.rounds().size(),
                report.rounds().stream().filter(Round::wrong).count()));
    text.append(
        "\nWhat recording takes of a save on the thread that checks, in milliseconds of the processor:\n\n");
    text.append(
        "| learning | saves | median | 99 % | most | median on the clock |\n| --- | --- | --- | --- | --- | --- |\n");
    text.append(cost("off", report.costOff())).append(cost("on", report.costOn()));
    return text.toString().replace("\r\n", "\n");
  }

  private String shares(Predicate<Round> which) {
    long count = report.rounds().stream().filter(which).count();
    return "%d | %s | %s".formatted(count, off(which), on(which));
  }

  private static String cost(String mode, LearningReport.Cost cost) {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.4f | %.4f | %.4f | %.4f |\n",
        mode,
        cost.saves(),
        cost.median(),
        cost.p99(),
        cost.most(),
        cost.medianOnTheClock());
  }

  private String row(String style, int from, Predicate<Round> window) {
    return "| %s | %d to %d | %s | %s |%n"
        .formatted(style, from, from + WINDOW - 1, off(window), on(window));
  }

  private String off(Predicate<Round> which) {
    return percent(report.share(which, Round::firstOff));
  }

  private String on(Predicate<Round> which) {
    return percent(report.share(which, Round::firstOn));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", share);
  }

  private BarChart curve() {
    var groups = new ArrayList<BarChart.Group>();
    for (int from = 1; from <= last(); from += WINDOW) {
      List<Round> rounds = report.rounds().stream().filter(in("", from)).toList();
      groups.add(
          new BarChart.Group(
              "%d–%d".formatted(from, from + WINDOW - 1),
              List.of(share(rounds, Round::firstOff), share(rounds, Round::firstOn))));
    }
    return new BarChart(
        "First offered fix is the user's own, %, by episode", List.of("off", "on"), groups);
  }

  private static Share share(List<Round> rounds, Predicate<Round> own) {
    return new Share((int) rounds.stream().filter(own).count(), rounds.size());
  }

  private static Predicate<Round> in(String style, int from) {
    return round ->
        (style.isEmpty() || round.style().equals(style))
            && round.episode() >= from
            && round.episode() < from + WINDOW;
  }

  private int last() {
    return report.rounds().stream().mapToInt(Round::episode).max().orElse(0);
  }

  private List<String> styles() {
    return report.rounds().stream().map(Round::style).distinct().toList();
  }

  /// One round of each kind of each style.
  private List<Round> kinds() {
    var seen = new ArrayList<String>();
    return report.rounds().stream()
        .filter(round -> {
          String key = round.style() + " " + round.kind();
          return !seen.contains(key) && seen.add(key);
        })
        .toList();
  }
}
