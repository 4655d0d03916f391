package dev.rustmend.bench;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import dev.rustmend.bench.EpisodesReport.History;
import dev.rustmend.bench.EpisodesReport.Recorded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/// Writes the report of `bench episodes`: `episodes.md`, with a sample of the episodes to be read,
/// and `episodes.json`. `judged` is what somebody who has read them said, by the key of an episode.
public final class EpisodesFiles implements BenchFiles {
  private static final int SAMPLE = 100;

  private final EpisodesReport report;
  private final Map<String, String> judged;

  public EpisodesFiles(EpisodesReport report, Map<String, String> judged) {
    this.report = report;
    this.judged = Map.copyOf(judged);
  }

  /// The report that an earlier run has written to `json`. Throws [IOException] with a sentence for
  /// people where that is none.
  public static EpisodesReport read(Path json) throws IOException {
    try {
      return new Gson().fromJson(Files.readString(json), EpisodesReport.class);
    } catch (JsonParseException e) {
      throw new IOException(json + " is no report of `bench episodes`", e);
    }
  }

  @Override
  public Path write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("episodes.json"),
        new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(report) + "\n");
    Path markdown = folder.resolve("episodes.md");
    Files.writeString(markdown, markdown());
    return markdown;
  }

  @Override
  public String markdown() {
    List<Recorded> sample = sample();
    Share recall = report.recall();
    var text = new StringBuilder("# Recorded episodes\n\n");
    text.append(
        """
        %s, seed %d. Scripted histories in an editor with the real server, the real cargo and git; every
        episode that was recorded is compared with what the script did at that moment. `rustmend bench
        episodes --seed %d` plays them again.

        """
            .formatted(report.compiler(), report.seed(), report.seed()));
    text.append(
        "%d episodes were recorded, %d of them are no repair that the script made. Of %d repairs %d were recorded.\n\n"
            .formatted(
                report.episodes().size(), report.wrong().size(), recall.total(), recall.hits()));
    text.append(histories());
    if (!report.wrong().isEmpty()) {
      text.append("\n## No repairs\n\n").append(table(report.wrong()));
    }
    text.append(missed());
    long read = sample.stream().filter(each -> judged.containsKey(each.key())).count();
    text.append(
        "\n## A sample of %d, read one by one\n\nThe last column is what a reader said, who saw rustc's words and the change: %d read, %d of them true.\n\n"
            .formatted(
                sample.size(),
                read,
                sample.stream()
                    .filter(each -> judged.getOrDefault(each.key(), "").startsWith("true"))
                    .count()));
    return text.append(table(sample)).toString();
  }

  private String histories() {
    var table =
        new MarkdownTable(
            List.of(
                "history",
                "scenes",
                "without a repair",
                "repairs",
                "recorded",
                "true",
                "false",
                "missed"));
    for (History history : report.histories()) {
      List<Recorded> episodes = report.of(history);
      long good = episodes.stream().filter(Recorded::isTrue).count();
      table.row(
          List.of(
              history.name(),
              String.valueOf(history.scenes()),
              String.valueOf(history.others()),
              String.valueOf(history.repairs()),
              String.valueOf(episodes.size()),
              String.valueOf(good),
              String.valueOf(episodes.size() - good),
              String.valueOf(history.missed().size())));
    }
    return table.text();
  }

  private String missed() {
    Map<String, Long> counts =
        report.histories().stream()
            .flatMap(history -> history.missed().stream())
            .collect(
                Collectors.groupingBy(name -> name, java.util.TreeMap::new, Collectors.counting()));
    if (counts.isEmpty()) {
      return "";
    }
    var text = new StringBuilder("\n## Repairs that were not recorded\n\n");
    counts.forEach((name, count) -> text.append("- %s: %d\n".formatted(name, count)));
    return text.toString();
  }

  /// The same ones for the same seed.
  private List<Recorded> sample() {
    var all = new ArrayList<>(report.episodes());
    Collections.shuffle(all, new Random(report.seed()));
    return List.copyOf(all.subList(0, Math.min(SAMPLE, all.size())));
  }

  private String table(List<Recorded> episodes) {
    var text =
        new StringBuilder(
            "| episode | scene | rustc | change | script | read |\n| --- | --- | --- | --- | --- | --- |\n");
    for (Recorded each : episodes) {
      text.append(
          "| `%s` | %s, %s | %s %s | %s | %s | %s |\n"
              .formatted(
                  each.key(),
                  each.history(),
                  each.scene(),
                  each.code(),
                  escaped(each.message()),
                  change(each),
                  each.isTrue() ? "true" : "false",
                  judged.getOrDefault(each.key(), "")));
    }
    return text.toString();
  }

  private static String change(Recorded each) {
    var parts = new ArrayList<String>();
    each.gone().forEach(line -> parts.add("− `" + escaped(line) + "`"));
    each.come().forEach(line -> parts.add("+ `" + escaped(line) + "`"));
    return String.join("<br>", parts);
  }

  private static String escaped(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }
}
