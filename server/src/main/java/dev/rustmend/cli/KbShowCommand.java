package dev.rustmend.cli;

import dev.rustmend.kb.Article;
import dev.rustmend.kb.Entry;
import dev.rustmend.kb.Example;
import dev.rustmend.kb.Guide;
import dev.rustmend.kb.Program;
import dev.rustmend.knowledge.Library;
import dev.rustmend.knowledge.LibraryFailure;
import dev.rustmend.knowledge.Notes;
import dev.rustmend.learn.Episode;
import dev.rustmend.learn.Event;
import dev.rustmend.learn.Habit;
import dev.rustmend.learn.Learning;
import dev.rustmend.search.Passage;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.UnifiedDiff;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/// `rustmend kb show`: one entry, as text for a terminal.
final class KbShowCommand implements Command {
  private final Wiring wiring;

  KbShowCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command(this, "show", "Shows one entry of the knowledge base.");
    spec.addPositional(
        Options.required(
            "ID", "The entry's id, as `kb list` prints it, or a code for all of its."));
    return spec;
  }

  @Override
  public Exit run(Invocation invocation) throws InterruptedException {
    String id = invocation.parameter(0).orElse("");
    if (Learned.isId(id)) {
      return showLearned(invocation, id);
    }
    if (id.startsWith("doc:") || id.startsWith(Notes.SCHEME)) {
      return showPage(invocation, id);
    }
    List<Article> found =
        KbFolder.base(invocation).articles().stream().filter(each -> isMeant(each, id)).toList();
    if (found.isEmpty()) {
      throw new CommandFailure(
          Exit.USAGE, "there is no entry `%s`; `rustmend kb list` prints the ids".formatted(id));
    }
    var markdown =
        new MarkdownText(invocation.paint(Terminal.Channel.OUT), invocation.terminal().columns());
    found.forEach(entry -> invocation.print(markdown.lines(text(entry))));
    return Exit.CLEAN;
  }

  /// A learned recipe with the repairs that it is known from.
  private Exit showLearned(Invocation invocation, String id) {
    Habit habit = Learned.find(Learned.with(wiring, Learning::habits), id);
    var lines = new ArrayList<String>();
    lines.addAll(List.of("# " + habit.recipe().id(), "", "```", habit.recipe().lines(), "```", ""));
    lines.add(
        "State: %s; %s, offered %d times, taken %d times."
            .formatted(
                habit.word(),
                Count.of(habit.repairs().size(), "repair"),
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
    var markdown =
        new MarkdownText(invocation.paint(Terminal.Channel.OUT), invocation.terminal().columns());
    invocation.print(markdown.lines(String.join("\n", lines)));
    return Exit.CLEAN;
  }

  /// A passage of the toolchain's documentation.
  private Exit showPage(Invocation invocation, String id) throws InterruptedException {
    try (Library library = wiring.library(invocation)) {
      KnowledgeText.prepare(invocation, library);
      Passage passage =
          library
              .passage(id)
              .orElseThrow(() ->
                  new CommandFailure(
                      Exit.USAGE,
                      "the documentation has no passage `%s`; `rustmend kb search` prints the ids"
                          .formatted(id)));
      var markdown =
          new MarkdownText(invocation.paint(Terminal.Channel.OUT), invocation.terminal().columns());
      invocation.print(
          markdown.lines(
              "# %s\n\n%s\n\n`%s`\n".formatted(passage.title(), passage.body(), passage.id())));
      return Exit.CLEAN;
    } catch (LibraryFailure e) {
      throw new CommandFailure(Exit.ENVIRONMENT, e.sentence(), e);
    }
  }

  private static boolean isMeant(Article article, String id) {
    return article.id().equals(id)
        || article.shortId().equals(id)
        || (article instanceof Entry entry && entry.codes().contains(id));
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
