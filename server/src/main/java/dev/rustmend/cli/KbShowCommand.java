package dev.rustmend.cli;

import dev.rustmend.kb.Article;
import dev.rustmend.kb.Entry;
import dev.rustmend.knowledge.Library;
import dev.rustmend.knowledge.LibraryFailure;
import dev.rustmend.knowledge.Notes;
import dev.rustmend.learn.Habit;
import dev.rustmend.learn.Learning;
import dev.rustmend.remote.Team;
import dev.rustmend.search.Passage;
import dev.rustmend.service.ArticlePage;
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
    if (id.startsWith("doc:") || id.startsWith(Notes.SCHEME) || id.startsWith(Team.SCHEME)) {
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
    found.forEach(entry -> invocation.print(markdown.lines(ArticlePage.of(entry))));
    return Exit.CLEAN;
  }

  /// A learned recipe with the repairs that it is known from.
  private Exit showLearned(Invocation invocation, String id) {
    Habit habit = Learned.find(Learned.with(wiring, Learning::habits), id);
    var markdown =
        new MarkdownText(invocation.paint(Terminal.Channel.OUT), invocation.terminal().columns());
    invocation.print(markdown.lines(ArticlePage.of(habit)));
    return Exit.CLEAN;
  }

  /// A passage of the toolchain's documentation, or of the team.
  private Exit showPage(Invocation invocation, String id) throws InterruptedException {
    try (Library library = wiring.library(invocation)) {
      KnowledgeText.prepare(invocation, library);
      Passage passage =
          library
              .passage(id)
              .orElseThrow(() ->
                  new CommandFailure(
                      Exit.USAGE,
                      "there is no passage `%s`; `rustmend kb search` prints the ids"
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
}
