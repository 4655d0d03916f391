package dev.rustmend.service;

import dev.rustmend.kb.Article;
import dev.rustmend.kb.Entry;
import dev.rustmend.kb.Example;
import dev.rustmend.kb.Guide;
import dev.rustmend.kb.Program;
import dev.rustmend.learn.Episode;
import dev.rustmend.learn.Event;
import dev.rustmend.learn.Habit;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.UnifiedDiff;
import java.util.ArrayList;
import java.util.List;

/// What the knowledge base holds, a page of Markdown for each.
public final class ArticlePage {
  private ArticlePage() {}

  /// The page of a learned recipe, with the repairs that it is known from.
  public static String of(Habit habit) {
    var lines = new ArrayList<String>();
    lines.addAll(List.of("# " + habit.recipe().id(), "", "```", habit.recipe().lines(), "```", ""));
    lines.add(
        "State: %s; %s, offered %d times, taken %d times."
            .formatted(
                habit.word(),
                habit.repairs().size() == 1 ? "1 repair" : habit.repairs().size() + " repairs",
                habit.offered(),
                habit.taken()));
    for (Event.Learned event : habit.repairs().reversed()) {
      Episode episode = event.episode();
      lines.addAll(
          List.of(
              "",
              "`%s` in `%s`, %s%s"
                  .formatted(
                      episode.file(),
                      episode.project(),
                      episode.toolchain(),
                      episode.commit().isEmpty() ? "" : ", commit " + episode.commit()),
              "",
              "```diff",
              diff(episode.file(), episode.before(), episode.after()),
              "```"));
    }
    lines.add("");
    return String.join("\n", lines);
  }

  /// The page of an entry, task or template.
  public static String of(Article article) {
    return text(article);
  }

  private static String text(Article article) {
    return switch (article) {
      case Entry entry -> text(entry);
      case Guide guide -> text(guide);
    };
  }

  private static String text(Guide guide) {
    var lines = new ArrayList<>(List.of("# " + guide.title(), "", guide.prose()));
    for (Guide.SourceFile file : guide.files()) {
      lines.add("");
      if (guide.isTemplate()) {
        lines.add("`" + file.path() + "`");
        lines.add("");
      }
      lines.add(file.path().endsWith(".rs") ? "```rust" : "```");
      lines.add(file.text().stripTrailing());
      lines.add("```");
    }
    lines.addAll(List.of("", "`" + guide.id() + "`", ""));
    return String.join("\n", lines);
  }

  private static String text(Entry entry) {
    var lines = new ArrayList<String>();
    lines.add("# " + entry.title());
    lines.add("");
    lines.add(entry.prose());
    for (Example example : entry.examples()) {
      example
          .broken()
          .files()
          .forEach((name, source) -> {
            lines.add("");
            lines.add("```rust");
            lines.add(source.stripTrailing());
            lines.add("```");
            lines.add("");
            lines.add("```diff");
            lines.add(diff(name, source, example.repaired().getOrDefault(name, source)));
            lines.add("```");
          });
    }
    lines.add("");
    lines.add("`" + entry.id() + "`" + (entry.proposes() ? ", with a recipe" : ""));
    lines.add("");
    return String.join("\n", lines);
  }

  private static String diff(String name, String before, String after) {
    String shown = name.isEmpty() ? Program.MAIN : name;
    List<String> lines = UnifiedDiff.lines(shown, SourceText.of(before), SourceText.of(after));
    return String.join("\n", lines);
  }
}
